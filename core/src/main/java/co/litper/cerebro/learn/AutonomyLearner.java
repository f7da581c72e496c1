package co.litper.cerebro.learn;

import co.litper.cerebro.decision.Autonomy;
import co.litper.cerebro.decision.Settled;
import co.litper.cerebro.learners.snapshot.SnapshotReader;
import co.litper.cerebro.learners.snapshot.SnapshotWriter;
import co.litper.cerebro.policy.TellingTable;
import co.litper.cerebro.think.EarnedAutonomy;
import co.litper.cerebro.vocabulary.Action;
import co.litper.cerebro.world.WireVersions;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/** Gathers the evidence on which autonomy rests, action by action. Owned by one thread; at most one entry a cell. */
final class AutonomyLearner {
    private static final int KIND = 0x4155544F;
    private static final int VERSION = 1;

    private final Map<Integer, AutonomyEvidence> cells = new TreeMap<>();

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
            cells.computeIfAbsent(proposal.cell(), _ -> new AutonomyEvidence()).observe(proposal, done, outcome);
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
        return out.finish();
    }

    static AutonomyLearner fromBytes(byte[] bytes) {
        SnapshotReader in = new SnapshotReader(bytes, KIND, VERSION);
        WireVersions.require("autonomy's cells", in.int32(), EarnedAutonomy.cells());
        AutonomyLearner learner = new AutonomyLearner();
        int count = in.int32();
        for (int i = 0; i < count; i++) {
            learner.cells.put(in.int32(), AutonomyEvidence.read(in));
        }
        return learner;
    }
}
