package co.litper.cerebro.learn;

import co.litper.cerebro.decision.Autonomy;
import co.litper.cerebro.decision.Settled;
import co.litper.cerebro.learners.snapshot.SnapshotReader;
import co.litper.cerebro.learners.snapshot.SnapshotWriter;
import co.litper.cerebro.policy.RescueStep;
import co.litper.cerebro.policy.TellingTable;
import co.litper.cerebro.think.EarnedAutonomy;
import co.litper.cerebro.vocabulary.Action;
import co.litper.cerebro.world.WireVersions;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeMap;

/**
 * Gathers the evidence on which autonomy rests, action by action. Owned by one thread; at most one entry a cell.
 *
 * <p>A case counts {@link #HORIZON} after its decision, however early its parcel ended: the quick end first and end well, so
 * that whatever was begun lately would seem to do better than what was done before. What ends later than that counts then.
 */
final class AutonomyLearner {
    private static final long MS_PER_DAY = Duration.ofDays(1).toMillis();

    /** By then nearly every parcel has ended. */
    static final Duration HORIZON = Duration.ofDays(12);

    /**
     * Cases that wait, a megabyte of every snapshot kept; twelve days of some 800 parcels. Beyond that the oldest counts at
     * once: evidence is plentiful then, and a larger queue made the loop wait for the collector.
     */
    private static final int MOST_WAITING = 20_000;

    private static final int KIND = 0x4155544F;
    private static final int VERSION = 2;

    /** The last version without a watch over channels. */
    private static final int WITHOUT_WATCH = 1;

    private final Map<Integer, AutonomyEvidence> cells = new TreeMap<>();
    private final PriorityQueue<Case> waiting = new PriorityQueue<>();
    private ChannelWatch channels = new ChannelWatch();
    private long order;
    private long nowMs = Long.MIN_VALUE;

    /** A case that waits for its day. */
    private record Case(long dueMs, long order, int cell, float expected, float predicted, boolean done, double outcome)
            implements Comparable<Case> {
        @Override
        public int compareTo(Case other) {
            int byTime = Long.compare(dueMs, other.dueMs);
            return byTime != 0 ? byTime : Long.compare(order, other.order);
        }
    }

    /** A decision was settled, its parcel having been delivered or returned. */
    void settled(Basis basis, Settled s, boolean delivered) {
        for (Proposal proposal : basis.proposals()) {
            boolean carrier = proposal.action() == Action.CHOOSE_CARRIER;
            if (carrier && s.carrier().isEmpty()) {
                continue;
            }
            boolean done = carrier ? proposal.target().equals(s.carrier()) : proposal.action() == s.carriedOut();
            double outcome = carrier
                    ? (double) s.parcelCop() / Proposal.STAKE_COP
                    : (delivered ? 1 : 0) - (s.late() ? TellingTable.LATE : 0);
            waiting.add(new Case(
                    basis.atMs() + HORIZON.toMillis(),
                    order++,
                    proposal.cell(),
                    proposal.expected(),
                    proposal.predicted(),
                    done,
                    outcome));
        }
        nowMs = Math.max(nowMs, basis.atMs() + Math.round((double) s.days() * MS_PER_DAY));
        count();
    }

    /** What was done at a novedad has led to something, or to nothing: all is lost whose channel is in doubt for it. */
    void followed(RescueStep step) {
        Set<Action> doubtful = channels.observe(step);
        if (!doubtful.isEmpty()) {
            waiting.removeIf(c -> doubtful.contains(EarnedAutonomy.action(c.cell())));
            cells.forEach((cell, evidence) -> {
                if (doubtful.contains(EarnedAutonomy.action(cell))) {
                    evidence.lose();
                }
            });
        }
    }

    private void count() {
        for (Case next = waiting.peek();
                next != null && (next.dueMs() <= nowMs || waiting.size() > MOST_WAITING);
                next = waiting.peek()) {
            waiting.remove();
            cells.computeIfAbsent(next.cell(), _ -> new AutonomyEvidence())
                    .observe(next.expected(), next.predicted(), next.done(), next.outcome());
        }
    }

    /** The levels that are earned now. */
    EarnedAutonomy levels() {
        if (cells.isEmpty()) {
            return EarnedAutonomy.NONE;
        }
        Autonomy[] levels = new Autonomy[EarnedAutonomy.cells()];
        Arrays.fill(levels, Autonomy.RECOMMEND);
        cells.forEach((cell, evidence) -> levels[cell] = evidence.level());
        return EarnedAutonomy.of(levels);
    }

    AutonomyReport report() {
        return new AutonomyReport(cells.entrySet().stream()
                .map(e -> e.getValue().line(e.getKey()))
                .toList());
    }

    byte[] toBytes() {
        SnapshotWriter out = new SnapshotWriter(KIND, VERSION);
        out.int32(EarnedAutonomy.cells()).int32(cells.size());
        cells.forEach((cell, evidence) -> evidence.write(out.int32(cell)));
        out.int64(order).int64(nowMs).int32(waiting.size());
        waiting.stream()
                .sorted()
                .forEach(c -> out.int64(c.dueMs())
                        .int64(c.order())
                        .int32(c.cell())
                        .float64(c.expected())
                        .float64(c.predicted())
                        .int32(c.done() ? 1 : 0)
                        .float64(c.outcome()));
        channels.write(out);
        return out.finish();
    }

    static AutonomyLearner fromBytes(byte[] bytes) {
        SnapshotReader in = new SnapshotReader(bytes, KIND, WITHOUT_WATCH, VERSION);
        WireVersions.require("autonomy's cells", in.int32(), EarnedAutonomy.cells());
        AutonomyLearner learner = new AutonomyLearner();
        int count = in.int32();
        for (int i = 0; i < count; i++) {
            learner.cells.put(in.int32(), AutonomyEvidence.read(in));
        }
        learner.order = in.int64();
        learner.nowMs = in.int64();
        int cases = in.int32();
        for (int i = 0; i < cases; i++) {
            learner.waiting.add(new Case(
                    in.int64(),
                    in.int64(),
                    in.int32(),
                    (float) in.float64(),
                    (float) in.float64(),
                    in.int32() != 0,
                    in.float64()));
        }
        if (in.version() > WITHOUT_WATCH) {
            learner.channels = ChannelWatch.read(in);
        }
        return learner;
    }
}
