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
 * transaction, so that a cut repeats a batch, which changes nothing. Not thread-safe.
 */
public final class FeatureFollower {
    /** Entries of one transaction, for which Redis serves nobody else. */
    private static final int BATCH = 200;

    private final EventLog log;
    private final RedisFeatures features;
    private long position;

    /** Goes on where {@code features} stand. */
    public FeatureFollower(EventLog log, RedisFeatures features) {
        this.log = log;
        this.features = features;
        // Features that are ahead of the log are of a store that was put back to an older moment.
        long stands = features.position();
        this.position = stands < log.end() ? stands : EventLog.FIRST - 1;
    }

    /** The log position up to which everything is published. */
    public long position() {
        return position;
    }

    /**
     * Publishes the next batch.
     *
     * @param view which has seen at least what the log holds
     * @return false if there was nothing to do
     */
    public boolean step(StateView view) {
        List<Vector> vectors = new ArrayList<>();
        long from = position + 1;
        long[] last = {position};
        log.read(from, entry -> {
            for (Fact fact : FactsCodec.decode(entry.facts())) {
                if (fact instanceof Decision decision) {
                    vector(decision, view).ifPresent(vectors::add);
                }
            }
            last[0] = entry.position();
            return last[0] - from + 1 < BATCH;
        });
        if (last[0] == position) {
            return false;
        }
        features.put(vectors, last[0]);
        position = last[0];
        return true;
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
