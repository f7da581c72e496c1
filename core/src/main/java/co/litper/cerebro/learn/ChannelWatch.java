package co.litper.cerebro.learn;

import co.litper.cerebro.decision.Autonomy;
import co.litper.cerebro.learners.drift.Detectors;
import co.litper.cerebro.learners.drift.DriftDetector;
import co.litper.cerebro.learners.drift.DriftState;
import co.litper.cerebro.learners.snapshot.SnapshotReader;
import co.litper.cerebro.learners.snapshot.SnapshotWriter;
import co.litper.cerebro.policy.RescueStep;
import co.litper.cerebro.vocabulary.Action;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Watches whether what we do at novedades still leads to something, as it did. A channel may say that it did what it did not; then
 * far less follows, at whatever reason. That shows in days, where each reason's own evidence takes months. Owned by one thread; O(1)
 * a step, two detectors a channel at the most.
 *
 * <p>What we do by ourselves is looked at apart too: what waits for a yes is often done by people in the meantime.
 */
final class ChannelWatch {
    /**
     * Page's test of what is followed by nothing: a share that rises by .12 is borne, as weekdays and a policy that learns move
     * it; a sum of 14 steps beyond that is not. A wandering sum gets there by chance once in some 10⁵ to 10⁶ steps.
     */
    private static final double BORNE = 0.12;

    private static final double MOST_EXCESS = 14;
    private static final int LEAST_STEPS = 30;

    private static final int LEVELS = Autonomy.values().length;

    /** Questions go out as messages, and would fail together. */
    private static final Set<Action> QUESTIONS = EnumSet.of(Action.ASK_ADDRESS, Action.ASK_TIME, Action.ASK_CASH);

    /** By the first action of a channel and the level from which on steps count. */
    private final Map<Integer, DriftDetector> detectors = new TreeMap<>();

    /** The actions whose channel is in doubt after this step; mostly none. Their detectors have begun anew. */
    Set<Action> observe(RescueStep step) {
        if (step.autonomy().compareTo(Autonomy.APPROVE) < 0) {
            return Set.of();
        }
        Set<Action> channel = channel(step.done());
        boolean drifted = drifted(channel, Autonomy.APPROVE, step);
        if (step.autonomy() == Autonomy.ACT) {
            drifted |= drifted(channel, Autonomy.ACT, step);
        }
        return drifted ? channel : Set.of();
    }

    private boolean drifted(Set<Action> channel, Autonomy from, RescueStep step) {
        int key = channel.iterator().next().ordinal() * LEVELS + from.ordinal();
        return detectors
                        .computeIfAbsent(key, _ -> Detectors.pageHinkley(LEAST_STEPS, BORNE, MOST_EXCESS, 1))
                        .observe(step.isFollowed() ? 0 : 1)
                == DriftState.DRIFT;
    }

    /** All that is carried out the same way as {@code action}. */
    private static Set<Action> channel(Action action) {
        return QUESTIONS.contains(action) ? QUESTIONS : EnumSet.of(action);
    }

    void write(SnapshotWriter out) {
        out.int32(detectors.size());
        detectors.forEach((key, detector) -> out.int32(key).bytes(detector.toBytes()));
    }

    static ChannelWatch read(SnapshotReader in) {
        ChannelWatch watch = new ChannelWatch();
        int count = in.int32();
        for (int i = 0; i < count; i++) {
            watch.detectors.put(in.int32(), Detectors.fromBytes(in.bytes()));
        }
        return watch;
    }
}
