package co.litper.cerebro.learners.tree;

import co.litper.cerebro.learners.drift.Adwin;
import co.litper.cerebro.learners.snapshot.SnapshotReader;
import co.litper.cerebro.learners.snapshot.SnapshotWriter;
import co.litper.cerebro.learners.stream.SplitMix;
import co.litper.cerebro.learners.stream.StreamSchema;
import co.litper.cerebro.learners.tree.ForestRegressor.Settings;
import org.jspecify.annotations.Nullable;

/** A tree of a regression forest with its detectors, its record and, after a warning, its successor. */
final class RegressionMember {
    /** Deviations of the target beyond which an error counts no more. */
    static final double MOST_ERROR = 3;
    /** What a tree's record forgets with each row. */
    private static final double FADING = 0.01;
    /** Error that is added to every tree's, in the units of the target's variance, so that no tree counts alone. */
    private static final double LEAST_ERROR = 0.02;

    private final StreamSchema schema;
    private final Settings settings;
    private final SplitMix random;
    private ValueTree tree;
    private @Nullable ValueTree successor;
    private Adwin warning;
    private Adwin drift;
    private double error = 1;
    private double successorError = 1;

    RegressionMember(StreamSchema schema, Settings settings, long seed) {
        this(schema, settings, new SplitMix(seed), null);
    }

    private RegressionMember(StreamSchema schema, Settings settings, SplitMix random, @Nullable ValueTree tree) {
        this.schema = schema;
        this.settings = settings;
        this.random = random;
        this.tree = tree == null ? grow() : tree;
        warning = new Adwin(settings.warningDelta());
        drift = new Adwin(settings.driftDelta());
    }

    private ValueTree grow() {
        int[] pool = Observed.all(schema).features;
        return ValueTree.seedling(
                schema, settings.tree(), pool, settings.subspace(schema), new SplitMix(random.split()));
    }

    double predict(double[] row, double[] scaled) {
        return tree.predict(row, scaled);
    }

    /** How much it should count. */
    double trust() {
        return 1 / (LEAST_ERROR + error);
    }

    void learn(
            double[] row,
            int[] bins,
            double[] scaled,
            double target,
            double weight,
            int copies,
            double unit,
            FeatureBins cuts) {
        if (copies == 0) {
            return;
        }
        double off = (target - tree.learn(row, bins, scaled, target, weight * copies, cuts)) / unit;
        error += FADING * (off * off - error);
        if (successor != null) {
            double theirs = (target - successor.learn(row, bins, scaled, target, weight * copies, cuts)) / unit;
            successorError += FADING * (theirs * theirs - successorError);
        }
        double size = Math.min(MOST_ERROR, Math.abs(off)) / MOST_ERROR;
        if (warning.add(size) && warning.rose()) {
            successor = grow();
            successorError = 1;
            warning = new Adwin(settings.warningDelta());
        }
        if (drift.add(size) && drift.rose()) {
            tree = successor == null ? grow() : successor;
            error = successor == null ? 1 : successorError;
            successor = null;
            warning = new Adwin(settings.warningDelta());
            drift = new Adwin(settings.driftDelta());
        }
    }

    void move(FeatureBins cuts) {
        tree.move(cuts);
        if (successor != null) {
            successor.move(cuts);
        }
    }

    void write(SnapshotWriter out) {
        out.int64(random.state()).float64(error).float64(successorError);
        out.bytes(warning.toBytes()).bytes(drift.toBytes()).int32(successor == null ? 0 : 1);
        tree.write(out);
        if (successor != null) {
            successor.write(out);
        }
    }

    static RegressionMember read(SnapshotReader in, StreamSchema schema, Settings settings) {
        SplitMix random = new SplitMix(in.int64());
        double error = in.float64();
        double successorError = in.float64();
        Adwin warning = Adwin.fromBytes(in.bytes());
        Adwin drift = Adwin.fromBytes(in.bytes());
        boolean warned = in.int32() != 0;
        int subspace = settings.subspace(schema);
        RegressionMember member =
                new RegressionMember(schema, settings, random, ValueTree.read(in, schema, settings.tree(), subspace));
        member.successor = warned ? ValueTree.read(in, schema, settings.tree(), subspace) : null;
        member.error = error;
        member.successorError = successorError;
        member.warning = warning;
        member.drift = drift;
        return member;
    }
}
