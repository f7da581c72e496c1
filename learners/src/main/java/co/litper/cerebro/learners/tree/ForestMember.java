package co.litper.cerebro.learners.tree;

import co.litper.cerebro.learners.drift.Adwin;
import co.litper.cerebro.learners.snapshot.SnapshotReader;
import co.litper.cerebro.learners.snapshot.SnapshotWriter;
import co.litper.cerebro.learners.stream.SplitMix;
import co.litper.cerebro.learners.stream.StreamSchema;
import co.litper.cerebro.learners.tree.AdaptiveRandomForest.Settings;
import org.jspecify.annotations.Nullable;

/** A tree of a forest with its detectors, its record and, after a warning, its successor. */
final class ForestMember {
    private final StreamSchema schema;
    private final Settings settings;
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

    ForestMember(StreamSchema schema, Settings settings, long seed) {
        this(schema, settings, new SplitMix(seed), null);
    }

    private ForestMember(StreamSchema schema, Settings settings, SplitMix random, @Nullable ClassTree tree) {
        this.schema = schema;
        this.settings = settings;
        this.random = random;
        this.tree = tree == null ? grow() : tree;
        warning = new Adwin(settings.warningDelta());
        drift = new Adwin(settings.driftDelta());
    }

    private ClassTree grow() {
        return new ClassTree(schema, settings.tree(), settings.subspace(schema), new SplitMix(random.split()));
    }

    void votes(double[] row, double[] votes) {
        tree.votes(row, votes);
    }

    /** Share of rows predicted rightly since the tree took office; 1 before the first. */
    double accuracy() {
        return seen > 0 && right > 0 ? right / seen : 1;
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
            warning = new Adwin(settings.warningDelta());
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
        warning = new Adwin(settings.warningDelta());
        drift = new Adwin(settings.driftDelta());
        replaced++;
    }

    void write(SnapshotWriter out) {
        out.int64(random.state())
                .float64(seen)
                .float64(right)
                .float64(successorSeen)
                .float64(successorRight);
        out.int64(replaced).bytes(warning.toBytes()).bytes(drift.toBytes()).int32(successor == null ? 0 : 1);
        tree.write(out);
        if (successor != null) {
            successor.write(out);
        }
    }

    static ForestMember read(SnapshotReader in, StreamSchema schema, Settings settings) {
        SplitMix random = new SplitMix(in.int64());
        double seen = in.float64();
        double right = in.float64();
        double successorSeen = in.float64();
        double successorRight = in.float64();
        long replaced = in.int64();
        Adwin warning = Adwin.fromBytes(in.bytes());
        Adwin drift = Adwin.fromBytes(in.bytes());
        boolean warned = in.int32() != 0;
        int subspace = settings.subspace(schema);
        ForestMember member =
                new ForestMember(schema, settings, random, ClassTree.read(in, schema, settings.tree(), subspace));
        member.successor = warned ? ClassTree.read(in, schema, settings.tree(), subspace) : null;
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
