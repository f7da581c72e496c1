package co.litper.cerebro.learners.tree;

import co.litper.cerebro.learners.snapshot.SnapshotException;
import co.litper.cerebro.learners.snapshot.SnapshotReader;
import co.litper.cerebro.learners.snapshot.SnapshotWriter;
import co.litper.cerebro.learners.stream.StreamClassifier;
import co.litper.cerebro.learners.stream.StreamSchema;

/**
 * A Hoeffding tree that grows another branch where its error rises, and changes over once that one is better.
 *
 * <p>A. Bifet and R. Gavaldà, "Adaptive learning from evolving data streams", IDA 2009 (HAT with ADWIN at each node).
 * Departures: an alternate branch only stands in once it has won; leaves learn each row once instead of Poisson(1) times and
 * depart as in {@link HoeffdingTree}; growing stops at {@code maxNodes}, {@code maxAwakeLeaves} or {@value AdaptiveNode#MOST_DEPTH}
 * levels instead of putting leaves to sleep.
 *
 * <p>Learning a row is O(depth × log window + features × classes), and twice that under an alternate branch. Memory is at most
 * {@code maxAwakeLeaves × features × classes} statistics and {@code maxNodes} nodes, alternates included.
 */
public final class HoeffdingAdaptiveTree implements StreamClassifier {
    private static final int KIND = 0x48415443;
    private static final int VERSION = 1;

    /**
     * How it grows and when it doubts.
     *
     * @param tree how it grows
     * @param changeDelta confidence of the detectors and of the comparison of branches, between 0 and 1
     */
    public record Settings(HoeffdingTree.Settings tree, double changeDelta) {
        /** The usual. */
        public static final Settings DEFAULT = new Settings(AdaptiveRandomForest.Settings.DEFAULT.tree(), 0.002);

        public Settings {
            if (!(changeDelta > 0 && changeDelta < 1)) {
                throw new IllegalArgumentException("changeDelta must be between 0 and 1, is " + changeDelta);
            }
        }
    }

    private final StreamSchema schema;
    private final AdaptiveGrowth growth;
    private AdaptiveNode root;

    /** An empty tree. */
    public HoeffdingAdaptiveTree(StreamSchema schema, Settings settings) {
        this.schema = schema.requireClassification();
        growth = new AdaptiveGrowth(schema, settings);
        root = growth.leaf(new double[schema.classes()], 0);
    }

    @Override
    public StreamSchema schema() {
        return schema;
    }

    @Override
    public void votes(double[] row, double[] votes) {
        schema.requireRow(row);
        growth.rule.votes(root.find(row), row, votes);
    }

    @Override
    public int predict(double[] row) {
        schema.requireRow(row);
        return growth.rule.predict(root.find(row), row);
    }

    @Override
    public void learn(double[] row, int label, double weight) {
        schema.requireRow(row);
        schema.requireLabel(label);
        StreamSchema.requireWeight(weight);
        root.learn(row, label, weight, growth);
        root = root.contend(growth);
    }

    /** Branches that took over from others since the beginning. */
    public long replaced() {
        return growth.replaced;
    }

    /** Leaves of the tree, those of alternate branches included. */
    public int leafCount() {
        return growth.leaves;
    }

    @Override
    public byte[] toBytes() {
        SnapshotWriter out = new SnapshotWriter(KIND, VERSION);
        schema.write(out);
        out.int64(growth.replaced);
        root.write(out);
        return out.finish();
    }

    /**
     * Reads what {@link #toBytes()} wrote.
     *
     * @throws SnapshotException if the bytes are cut short, damaged, of another kind, version or schema
     */
    public static HoeffdingAdaptiveTree fromBytes(byte[] bytes, StreamSchema schema, Settings settings) {
        SnapshotReader in = new SnapshotReader(bytes, KIND, VERSION);
        schema.requireClassification().require(in);
        HoeffdingAdaptiveTree tree = new HoeffdingAdaptiveTree(schema, settings);
        tree.growth.replaced = in.int64();
        tree.growth.discard(tree.root);
        tree.root = AdaptiveNode.read(in, tree.growth, 0);
        return tree;
    }
}
