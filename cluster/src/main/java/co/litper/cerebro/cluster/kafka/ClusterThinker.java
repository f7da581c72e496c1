package co.litper.cerebro.cluster.kafka;

import co.litper.cerebro.decision.Reasoner;
import co.litper.cerebro.log.EventLog;
import co.litper.cerebro.world.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Lets a cluster think: of all that are started for an installation one puts the dilemmas of all shards to its reasoner and
 * takes the answers in as events, the others stand by ({@link Seat}). One, since what a reasoner may spend is counted where it
 * is.
 *
 * <p>Works in threads of its own. Thread-safe.
 */
public final class ClusterThinker implements AutoCloseable {
    private final Seat seat;

    /**
     * What a thinker is made of.
     *
     * @param reasoner opens over the journals of all shards who thinks; closed when this is not the one any more
     * @param deadAfter one who is silent for so long is taken for dead; the broker must allow it by
     *     {@code group.min.session.timeout.ms}
     * @param trouble is told what a person should know
     */
    public record Setup(
            Connection connection,
            Topics topics,
            Function<List<EventLog>, Reasoner> reasoner,
            Clock clock,
            Duration deadAfter,
            Consumer<String> trouble) {}

    private ClusterThinker(Seat seat) {
        this.seat = seat;
    }

    /** Makes missing topics and stands by. */
    public static ClusterThinker start(Setup setup) {
        setup.topics().ensure(setup.connection());
        Seat.Terms terms = new Seat.Terms(
                setup.connection(),
                "nothing is thought about",
                setup.topics().thinkers(),
                setup.topics().dilemmas(),
                true,
                setup.deadAfter(),
                setup.trouble());
        return new ClusterThinker(Seat.take(terms, "cerebro-think", () -> ThinkerShift.begin(setup)));
    }

    /** True if this is the one who thinks, as far as it knows. */
    public boolean isThinking() {
        return seat.isTaken();
    }

    /** Leaves it to the others. What is being thought is given up. */
    @Override
    public void close() {
        seat.close();
    }
}
