package co.litper.cerebro.cluster.kafka;

import co.litper.cerebro.world.Clock;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * Lets a cluster learn: of all that are started for an installation one teaches its learner from the journals of all shards
 * and publishes snapshots, the others stand by ({@link Seat}). That nobody else can is seen to by {@link LearnerShift}.
 *
 * <p>Works in a thread of its own. Thread-safe.
 */
public final class ClusterLearner implements AutoCloseable {
    private final Seat seat;

    /**
     * What a learner is made of.
     *
     * @param deadAfter one who is silent for so long is taken for dead, and its open transaction given up; the broker must
     *     allow it by {@code group.min.session.timeout.ms}
     * @param trouble is told what a person should know
     */
    public record Setup(
            Connection connection, Topics topics, Clock clock, Duration deadAfter, Consumer<String> trouble) {}

    private ClusterLearner(Seat seat) {
        this.seat = seat;
    }

    /** Makes missing topics and stands by. */
    public static ClusterLearner start(Setup setup) {
        setup.topics().ensure(setup.connection());
        Seat.Terms terms = new Seat.Terms(
                setup.connection(),
                "nothing is learned",
                setup.topics().learners(),
                setup.topics().snapshots(),
                false,
                setup.deadAfter(),
                setup.trouble());
        return new ClusterLearner(Seat.take(terms, "cerebro-learn", () -> LearnerShift.begin(setup)));
    }

    /** True if this is the one who learns, as far as it knows. */
    public boolean isLearning() {
        return seat.isTaken();
    }

    /** Leaves it to the others. What was learned since the last snapshot is learned again by the next. */
    @Override
    public void close() {
        seat.close();
    }
}
