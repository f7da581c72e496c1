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
 * A forest of Hoeffding trees, each on its own resampling of the stream and on its own subset of the features, whose trees are
 * replaced when their error rises.
 *
 * <p>H. M. Gomes, J. Read and A. Bifet, "Streaming random patches for evolving data stream classification", ICDM 2019: online
 * bagging with Poisson(6), a random subspace of features for each tree, drawn anew for its successor, ADWIN for warnings and
 * drifts, votes weighted by accuracy. Departures: detectors and weights see what a tree predicted before it learned the row;
 * leaves depart as in {@link HoeffdingTree}.
 *
 * <p>Learning and voting are O(trees × (depth + subspace × classes)). Memory is bounded by that of {@code 2 × trees} trees.
 */
public final class StreamingRandomPatches implements StreamClassifier {
    private static final int KIND = 0x53525043;
    private static final int VERSION = 1;

    /**
     * How many trees and how they are kept apart.
     *
     * @param trees at least 1
     * @param share of the features that a tree knows, above 0, at most 1
     * @param lambda mean weight of a row in a tree, above 0
     * @param warningDelta confidence of the warning detector, between 0 and 1
     * @param driftDelta confidence of the drift detector, between 0 and 1
     * @param tree how each tree grows
     */
    public record Settings(
            int trees,
            double share,
            double lambda,
            double warningDelta,
            double driftDelta,
            HoeffdingTree.Settings tree) {
        /** Those of the published figures. */
        public static final Settings DEFAULT =
                new Settings(100, 0.6, 6, 1e-4, 1e-5, AdaptiveRandomForest.Settings.DEFAULT.tree());

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
    public StreamingRandomPatches(StreamSchema schema, Settings settings, long seed) {
        this(schema.requireClassification(), settings, new SplitMix(seed));
        forest.plant(false);
    }

    private StreamingRandomPatches(StreamSchema schema, Settings settings, SplitMix random) {
        this.schema = schema;
        this.settings = settings;
        forest = new Forest(
                new Nursery(schema, settings.tree(), settings.subspace(schema), true),
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
        out.int32(settings.trees());
        forest.write(out);
        return out.finish();
    }

    /**
     * Reads what {@link #toBytes()} wrote.
     *
     * @throws SnapshotException if the bytes are cut short, damaged, of another kind, version, schema or forest size
     */
    public static StreamingRandomPatches fromBytes(byte[] bytes, StreamSchema schema, Settings settings) {
        SnapshotReader in = new SnapshotReader(bytes, KIND, VERSION);
        schema.requireClassification().require(in);
        ForestShape.requireTrees(in.int32(), settings.trees());
        StreamingRandomPatches read = new StreamingRandomPatches(schema, settings, new SplitMix(in.int64()));
        read.forest.read(in);
        return read;
    }
}
