package co.litper.cerebro.learners.tree;

import co.litper.cerebro.learners.drift.Adwin;
import co.litper.cerebro.learners.snapshot.SnapshotReader;
import co.litper.cerebro.learners.snapshot.SnapshotWriter;
import co.litper.cerebro.learners.stream.SplitMix;
import co.litper.cerebro.learners.tree.flat.TreeNode;
import org.jspecify.annotations.Nullable;

/** A tree of a forest with its detectors, its record and, after a warning, its successor. */
final class ForestMember {
    private final Nursery nursery;
    private final double warningDelta;
    private final double driftDelta;
    private final SplitMix random;
    private ClassTree tree;
    private @Nullable ClassTree successor;
    private Adwin warning;
    private Adwin drift;
    private double seen;
    private double right;
    private double successorSeen;
    private double successorRight;
    private long replaced;

    ForestMember(Nursery nursery, double warningDelta, double driftDelta, long seed) {
        this(nursery, warningDelta, driftDelta, new SplitMix(seed), null);
    }

    private ForestMember(
            Nursery nursery, double warningDelta, double driftDelta, SplitMix random, @Nullable ClassTree tree) {
        this.nursery = nursery;
        this.warningDelta = warningDelta;
        this.driftDelta = driftDelta;
        this.random = random;
        this.tree = tree == null ? grow() : tree;
        warning = new Adwin(warningDelta);
        drift = new Adwin(driftDelta);
    }

    private ClassTree grow() {
        return nursery.grow(new SplitMix(random.split()));
    }

    /** Adds what the tree votes, weighted by its accuracy; {@code own} is scratch space of the same length. */
    void vote(double[] row, double[] own, double[] votes) {
        tree.addVotes(row, accuracy(), own, votes);
    }

    /** Share of rows predicted rightly since the tree took office; 1 before the first. */
    private double accuracy() {
        return seen > 0 && right > 0 ? right / seen : 1;
    }

    TreeNode told() {
        return tree.told(accuracy());
    }

    long replaced() {
        return replaced;
    }

    /** Learns a row {@code copies} times; with none it is only judged. */
    void learn(double[] row, int label, double weight, int copies) {
        int predicted = copies == 0 ? tree.predict(row) : tree.learn(row, label, weight * copies);
        boolean hit = predicted == label;
        seen += weight;
        right += hit ? weight : 0;
        if (successor != null) {
            int theirs = copies == 0 ? successor.predict(row) : successor.learn(row, label, weight * copies);
            successorSeen += weight;
            successorRight += theirs == label ? weight : 0;
        }
        if (copies == 0) {
            return;
        }
        double error = hit ? 0 : 1;
        if (warning.add(error)) {
            successor = grow();
            successorSeen = 0;
            successorRight = 0;
            warning = new Adwin(warningDelta);
        }
        if (drift.add(error)) {
            replace();
        }
    }

    private void replace() {
        tree = successor == null ? grow() : successor;
        seen = successor == null ? 0 : successorSeen;
        right = successor == null ? 0 : successorRight;
        successor = null;
        warning = new Adwin(warningDelta);
        drift = new Adwin(driftDelta);
        replaced++;
    }

    void write(SnapshotWriter out) {
        out.int64(random.state())
                .float64(seen)
                .float64(right)
                .float64(successorSeen)
                .float64(successorRight);
        out.int64(replaced).bytes(warning.toBytes()).bytes(drift.toBytes()).int32(successor == null ? 0 : 1);
        nursery.write(out, tree);
        if (successor != null) {
            nursery.write(out, successor);
        }
    }

    static ForestMember read(SnapshotReader in, Nursery nursery, double warningDelta, double driftDelta) {
        SplitMix random = new SplitMix(in.int64());
        double seen = in.float64();
        double right = in.float64();
        double successorSeen = in.float64();
        double successorRight = in.float64();
        long replaced = in.int64();
        Adwin warning = Adwin.fromBytes(in.bytes());
        Adwin drift = Adwin.fromBytes(in.bytes());
        boolean warned = in.int32() != 0;
        ForestMember member = new ForestMember(nursery, warningDelta, driftDelta, random, nursery.read(in));
        member.successor = warned ? nursery.read(in) : null;
        member.seen = seen;
        member.right = right;
        member.successorSeen = successorSeen;
        member.successorRight = successorRight;
        member.replaced = replaced;
        member.warning = warning;
        member.drift = drift;
        return member;
    }
}
