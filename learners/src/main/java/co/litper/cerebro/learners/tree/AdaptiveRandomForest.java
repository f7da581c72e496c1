package co.litper.cerebro.learners.tree;

import co.litper.cerebro.learners.snapshot.SnapshotException;
import co.litper.cerebro.learners.snapshot.SnapshotReader;
import co.litper.cerebro.learners.snapshot.SnapshotWriter;
import co.litper.cerebro.learners.stream.SplitMix;
import co.litper.cerebro.learners.stream.StreamClassifier;
import co.litper.cerebro.learners.stream.StreamSchema;
import co.litper.cerebro.learners.tree.flat.FlatTrees;
import co.litper.cerebro.learners.tree.flat.TreeModel;

/**
 * A forest of Hoeffding trees, each on its own resampling of the stream, whose trees are replaced when their error rises.
 *
 * <p>H. M. Gomes et al., "Adaptive random forests for evolving data stream classification", Machine Learning 106, 2017: online
 * bagging with Poisson(6), a random subspace of features in each leaf, ADWIN for warnings (a tree begins to grow in the
 * background) and drifts (it takes over), votes weighted by accuracy. Departures: detectors and weights see what a tree
 * predicted before it learned the row, not after; trees draw their features independently; leaves depart as in
 * {@link HoeffdingTree}. {@link Settings#REFERENCE} takes the last two back.
 *
 * <p>Learning and voting are O(trees × (depth + subspace × classes)). Memory is bounded by that of {@code 2 × trees} trees.
 */
public final class AdaptiveRandomForest implements StreamClassifier {
    private static final int KIND = 0x41524643;
    private static final int VERSION = 1;

    /**
     * How many trees and how they are kept apart.
     *
     * @param trees at least 1
     * @param share of the features that a leaf looks at, above 0, at most 1
     * @param lambda mean weight of a row in a tree, above 0
     * @param warningDelta confidence of the warning detector, between 0 and 1
     * @param driftDelta confidence of the drift detector, between 0 and 1
     * @param tree how each tree grows; by reference settings every tree draws its features alike, as MOA's copies of one tree do
     */
    public record Settings(
            int trees,
            double share,
            double lambda,
            double warningDelta,
            double driftDelta,
            HoeffdingTree.Settings tree) {
        /** Those of the published figures. */
        public static final Settings DEFAULT = new Settings(
                100,
                0.6,
                6,
                1e-2,
                1e-3,
                new HoeffdingTree.Settings(
                        50, 1e-2, 0.05, Criterion.INFORMATION_GAIN, HoeffdingTree.Leaves.ADAPTIVE, 1_024, 16_384));

        /** The same without our departures, for comparison. */
        public static final Settings REFERENCE = new Settings(
                DEFAULT.trees(),
                DEFAULT.share(),
                DEFAULT.lambda(),
                DEFAULT.warningDelta(),
                DEFAULT.driftDelta(),
                DEFAULT.tree().asReference());

        public Settings {
            ForestShape.require(trees, share, lambda, warningDelta, driftDelta);
        }

        int subspace(StreamSchema schema) {
            return ForestShape.subspace(share, schema);
        }
    }

    private final StreamSchema schema;
    private final Settings settings;
    private final Forest forest;

    /** An untrained forest; equal seeds give equal forests. */
    public AdaptiveRandomForest(StreamSchema schema, Settings settings, long seed) {
        this(schema.requireClassification(), settings, new SplitMix(seed));
        forest.plant(settings.tree().reference());
    }

    private AdaptiveRandomForest(StreamSchema schema, Settings settings, SplitMix random) {
        this.schema = schema;
        this.settings = settings;
        forest = new Forest(
                new Nursery(schema, settings.tree(), settings.subspace(schema), false),
                settings.trees(),
                settings.lambda(),
                settings.warningDelta(),
                settings.driftDelta(),
                random);
    }

    @Override
    public StreamSchema schema() {
        return schema;
    }

    @Override
    public void votes(double[] row, double[] votes) {
        schema.requireRow(row);
        forest.votes(row, votes);
    }

    @Override
    public int predict(double[] row) {
        schema.requireRow(row);
        return forest.predict(row);
    }

    @Override
    public void learn(double[] row, int label, double weight) {
        schema.requireRow(row);
        schema.requireLabel(label);
        StreamSchema.requireWeight(weight);
        forest.learn(row, label, weight);
    }

    /** Trees that took over from others since the beginning. */
    public long replaced() {
        return forest.replaced();
    }

    /**
     * What was learned until now, for {@link FlatTrees}; it answers as {@link #votes} does, but for rounding.
     *
     * @throws IllegalStateException if the trees' leaves are not {@link HoeffdingTree.Leaves#MAJORITY}, whose answers alone are
     *     the same for all rows
     */
    public TreeModel model() {
        return forest.model();
    }

    @Override
    public byte[] toBytes() {
        SnapshotWriter out = new SnapshotWriter(KIND, VERSION);
        schema.write(out);
        out.int32(settings.trees()).int32(settings.subspace(schema));
        forest.write(out);
        return out.finish();
    }

    /**
     * Reads what {@link #toBytes()} wrote.
     *
     * @throws SnapshotException if the bytes are cut short, damaged, of another kind, version, schema or forest size
     */
    public static AdaptiveRandomForest fromBytes(byte[] bytes, StreamSchema schema, Settings settings) {
        SnapshotReader in = new SnapshotReader(bytes, KIND, VERSION);
        schema.requireClassification().require(in);
        ForestShape.requireShape(in, settings.trees(), settings.subspace(schema));
        AdaptiveRandomForest read = new AdaptiveRandomForest(schema, settings, new SplitMix(in.int64()));
        read.forest.read(in);
        return read;
    }
}
