package co.litper.cerebro.learners.tree;

import co.litper.cerebro.learners.snapshot.SnapshotException;
import co.litper.cerebro.learners.snapshot.SnapshotReader;
import co.litper.cerebro.learners.snapshot.SnapshotWriter;
import co.litper.cerebro.learners.stream.SplitMix;
import co.litper.cerebro.learners.stream.StreamClassifier;
import co.litper.cerebro.learners.stream.StreamSchema;
import co.litper.cerebro.learners.tree.flat.FlatTrees;
import co.litper.cerebro.learners.tree.flat.TreeModel;
import java.util.List;

/**
 * A decision tree that splits a leaf once a bound says that the best test of its rows is the best of all rows to come.
 *
 * <p>P. Domingos and G. Hulten, "Mining high-speed data streams", KDD 2000 (VFDT), with Gaussian observers of numeric
 * features and leaves that choose between majority and naive Bayes as in G. Holmes, R. Kirkby and B. Pfahringer, "Stress-testing
 * Hoeffding trees", PKDD 2005. Departures: naive Bayes in logarithms, so that many features do not underflow; where all
 * classes are impossible the majority decides; missing values go where most rows went instead of staying at the inner node;
 * leaves fall asleep by promise once there are too
 * many awake; a leaf begins anew when a constant guess would have beaten it by far since the last look, so that a concept that
 * turned round is not voted for until it is outnumbered.
 *
 * <p>Learning a row is O(depth + features × classes), with a search for splits each grace period. Memory is at most
 * {@code maxAwakeLeaves × features × classes} statistics and {@code maxNodes} nodes.
 */
public final class HoeffdingTree implements StreamClassifier {
    private static final int KIND = 0x48545245;
    private static final int VERSION = 1;

    /** How a leaf decides. */
    public enum Leaves {
        /** The class with most weight. */
        MAJORITY,
        /** Naive Bayes. */
        BAYES,
        /** Whichever of the two was right more often in this leaf. */
        ADAPTIVE
    }

    /**
     * How eager a tree is and how large it may grow.
     *
     * @param gracePeriod weight between two looks for a split, above 0
     * @param confidence chance of the wrong test, between 0 and 1
     * @param tieThreshold below this bound the best test is taken even if another is as good, at least 0
     * @param criterion of impurity
     * @param leaves how they decide
     * @param maxAwakeLeaves leaves with statistics, at least 1
     * @param maxNodes nodes of any sort, at least 1
     * @param reference whether leaves do as MOA's, for comparison: they never begin anew, and say nothing (class 0) where naive
     *     Bayes finds every class impossible
     */
    public record Settings(
            double gracePeriod,
            double confidence,
            double tieThreshold,
            Criterion criterion,
            Leaves leaves,
            int maxAwakeLeaves,
            int maxNodes,
            boolean reference) {
        /** Those with which the published figures are reached. */
        public static final Settings DEFAULT =
                new Settings(200, 1e-3, 0.05, Criterion.INFORMATION_GAIN, Leaves.ADAPTIVE, 4_096, 65_536);
        /** The same without our departures. */
        public static final Settings REFERENCE = DEFAULT.asReference();

        /** With our departures from MOA. */
        public Settings(
                double gracePeriod,
                double confidence,
                double tieThreshold,
                Criterion criterion,
                Leaves leaves,
                int maxAwakeLeaves,
                int maxNodes) {
            this(gracePeriod, confidence, tieThreshold, criterion, leaves, maxAwakeLeaves, maxNodes, false);
        }

        /** The same without them. */
        public Settings asReference() {
            return new Settings(
                    gracePeriod, confidence, tieThreshold, criterion, leaves, maxAwakeLeaves, maxNodes, true);
        }

        public Settings {
            if (!(gracePeriod > 0 && confidence > 0 && confidence < 1 && tieThreshold >= 0)
                    || maxAwakeLeaves < 1
                    || maxNodes < 1) {
                throw new IllegalArgumentException("settings must be gracePeriod > 0, confidence between 0 and 1,"
                        + " tieThreshold at least 0, maxAwakeLeaves and maxNodes at least 1; are " + gracePeriod + ", "
                        + confidence + ", " + tieThreshold + ", " + maxAwakeLeaves + ", " + maxNodes);
            }
        }
    }

    private final StreamSchema schema;
    private final ClassTree tree;

    /** An empty tree. */
    public HoeffdingTree(StreamSchema schema, Settings settings) {
        this(schema.requireClassification(), new ClassTree(schema, settings, schema.width(), new SplitMix(0)));
    }

    private HoeffdingTree(StreamSchema schema, ClassTree tree) {
        this.schema = schema;
        this.tree = tree;
    }

    @Override
    public StreamSchema schema() {
        return schema;
    }

    @Override
    public void votes(double[] row, double[] votes) {
        schema.requireRow(row);
        tree.votes(row, votes);
    }

    @Override
    public int predict(double[] row) {
        schema.requireRow(row);
        return tree.predict(row);
    }

    @Override
    public void learn(double[] row, int label, double weight) {
        schema.requireRow(row);
        schema.requireLabel(label);
        StreamSchema.requireWeight(weight);
        tree.learn(row, label, weight);
    }

    /** Leaves of the tree. */
    public int leafCount() {
        return tree.leafCount();
    }

    /**
     * What was learned until now, for {@link FlatTrees}; it answers as {@link #votes} does, but for rounding.
     *
     * @throws IllegalStateException if the trees' leaves are not {@link Leaves#MAJORITY}, whose answers alone are
     *     the same for all rows
     */
    public TreeModel model() {
        return Told.votes(schema, List.of(tree.told(1)));
    }

    @Override
    public byte[] toBytes() {
        SnapshotWriter out = new SnapshotWriter(KIND, VERSION);
        schema.write(out);
        tree.write(out);
        return out.finish();
    }

    /**
     * Reads what {@link #toBytes()} wrote.
     *
     * @throws SnapshotException if the bytes are cut short, damaged, of another kind, version or schema
     */
    public static HoeffdingTree fromBytes(byte[] bytes, StreamSchema schema, Settings settings) {
        SnapshotReader in = new SnapshotReader(bytes, KIND, VERSION);
        schema.requireClassification().require(in);
        return new HoeffdingTree(schema, ClassTree.read(in, schema, settings, schema.width()));
    }
}
