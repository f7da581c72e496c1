package co.litper.cerebro.cluster.redis;

import co.litper.cerebro.Home;
import co.litper.cerebro.StateView;
import co.litper.cerebro.cluster.redis.RedisFeatures.Vector;
import co.litper.cerebro.decision.Decision;
import co.litper.cerebro.decision.Fact;
import co.litper.cerebro.decision.FactsCodec;
import co.litper.cerebro.feature.FeatureRow;
import co.litper.cerebro.log.EventLog;
import co.litper.cerebro.logistics.ParcelState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Brings the features in Redis up to the log: each decision's row is what was known of its parcel then. Vectors and position are one
 * transaction, so that a cut repeats a batch, which changes nothing. Several may follow the same log: a batch is published by one of them,
 * and the others go on from there. Not thread-safe.
 */
public final class FeatureFollower {
    /** Entries of one transaction, for which Redis serves nobody else. */
    private static final int BATCH = 200;

    private final EventLog log;
    private final RedisFeatures features;
    /** Where the features stood when they were last looked at. */
    private long stands;

    private long position;

    /** Goes on where {@code features} stand. */
    public FeatureFollower(EventLog log, RedisFeatures features) {
        this.log = log;
        this.features = features;
        begin();
    }

    private void begin() {
        stands = features.position();
        // Features that are ahead of the log are of a store that was put back to an older moment.
        position = stands < log.end() ? stands : EventLog.FIRST - 1;
    }

    /** The log position up to which everything is published. */
    public long position() {
        return position;
    }

    /**
     * What is to be published next.
     *
     * @param vectors of decisions, in order
     * @param through the log position up to which they tell
     */
    public record Batch(List<Vector> vectors, long through) {}

    /**
     * Reads the next batch of what {@code view} has seen. What the log has got since waits for a view that knows whose it is.
     *
     * @return empty if there is nothing new
     */
    public Optional<Batch> read(StateView view) {
        List<Vector> vectors = new ArrayList<>();
        long from = position + 1;
        long[] last = {position};
        log.read(from, entry -> {
            if (entry.position() > view.position()) {
                return false;
            }
            for (Fact fact : FactsCodec.decode(entry.facts())) {
                if (fact instanceof Decision decision) {
                    vector(decision, view).ifPresent(vectors::add);
                }
            }
            last[0] = entry.position();
            return last[0] - from + 1 < BATCH;
        });
        return last[0] == position ? Optional.empty() : Optional.of(new Batch(vectors, last[0]));
    }

    /** Publishes what was read last, unless somebody else has published meanwhile: then the next is read from there. */
    public void publish(Batch batch) {
        if (features.put(batch.vectors(), stands, batch.through())) {
            stands = batch.through();
            position = batch.through();
        } else {
            begin();
        }
    }

    private static Optional<Vector> vector(Decision decision, StateView view) {
        return view.state().home(view.state().homeKey(decision.key())).flatMap(home -> vector(decision, home));
    }

    private static Optional<Vector> vector(Decision decision, Home home) {
        ParcelState parcel = home.parcel();
        String number = parcel.guideNumber().isEmpty() ? parcel.orderId() : parcel.guideNumber();
        return number.isEmpty() || decision.features().length == 0
                ? Optional.empty()
                : Optional.of(
                        Vector.of(home.merchant(), number, decision.atMs(), FeatureRow.fromBytes(decision.features())));
    }
}
