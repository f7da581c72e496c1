package co.litper.cerebro.learners.tree;

import co.litper.cerebro.learners.snapshot.SnapshotException;
import co.litper.cerebro.learners.snapshot.SnapshotReader;
import co.litper.cerebro.learners.snapshot.SnapshotWriter;
import co.litper.cerebro.learners.stream.SplitMix;
import co.litper.cerebro.learners.stream.StreamRegressor;
import co.litper.cerebro.learners.stream.StreamSchema;

/**
 * A Hoeffding tree of numbers with a linear model in each leaf.
 *
 * <p>E. Ikonomovska, J. Gama and S. Džeroski, "Learning model trees from evolving data streams", Data Mining and Knowledge
 * Discovery 23, 2011 (FIMT-DD). Departures: targets are summed in quantile bins that all leaves share instead of in search
 * trees; nominal features split too; leaf models learn by normalised least mean squares and answer only where they were better
 * than the mean; leaves inherit mean and model; instead of alternate trees, a leaf whose predictions were far worse than a
 * constant since its last look begins anew.
 *
 * <p>Learning a row is O(depth + features × log bins), with a search of O(features × bins) each grace period. Memory is at
 * most {@code maxLeaves × features × bins} statistics.
 */
public final class RegressionTree implements StreamRegressor {
    private static final int KIND = 0x52545245;
    private static final int VERSION = 1;

    /**
     * How eager a tree is and how large it may grow.
     *
     * @param gracePeriod weight, or rows, between two looks for a split, above 0
     * @param countsRows whether rows count instead of weight, as boosting wants it
     * @param confidence chance of the wrong test, between 0 and 1
     * @param tieThreshold below this bound the best test is taken even if another is as good, at least 0
     * @param modelStep share of its error that a leaf's linear model corrects with a row, 0 to below 1; 0 is no models
     * @param outdatedTimes a leaf begins anew if its squared error was so many times that of a constant, above 1
     * @param inheritedWeight weight of the mean that a new leaf begins with, at least 0
     * @param maxLeaves at least 1
     */
    public record Settings(
            double gracePeriod,
            boolean countsRows,
            double confidence,
            double tieThreshold,
            double modelStep,
            double outdatedTimes,
            double inheritedWeight,
            int maxLeaves) {
        /** A single tree's. */
        public static final Settings DEFAULT = new Settings(100, false, 1e-2, 0.1, 0.05, 3, 5, 2_048);

        public Settings {
            if (!(gracePeriod > 0 && confidence > 0 && confidence < 1 && tieThreshold >= 0)
                    || !(modelStep >= 0 && modelStep < 1 && outdatedTimes > 1 && inheritedWeight >= 0)
                    || maxLeaves < 1) {
                throw new IllegalArgumentException("settings must be gracePeriod > 0, confidence between 0 and 1,"
                        + " tieThreshold at least 0, modelStep from 0 to below 1, outdatedTimes > 1, inheritedWeight at least"
                        + " 0, maxLeaves at least 1; are " + gracePeriod + ", " + confidence + ", " + tieThreshold
                        + ", "
                        + modelStep + ", " + outdatedTimes + ", " + inheritedWeight + ", " + maxLeaves);
            }
        }
    }

    private final StreamSchema schema;
    private final RowView view;
    private final ValueTree tree;

    /** An empty tree. */
    public RegressionTree(StreamSchema schema, Settings settings) {
        this(
                schema.requireRegression(),
                new RowView(schema),
                ValueTree.seedling(schema, settings, Observed.all(schema).features, schema.width(), new SplitMix(0)));
    }

    private RegressionTree(StreamSchema schema, RowView view, ValueTree tree) {
        this.schema = schema;
        this.view = view;
        this.tree = tree;
    }

    @Override
    public StreamSchema schema() {
        return schema;
    }

    @Override
    public double predict(double[] row) {
        schema.requireRow(row);
        return tree.predict(row, view.scaled(row));
    }

    @Override
    public void learn(double[] row, double target, double weight) {
        schema.requireRow(row);
        StreamSchema.requireTarget(target);
        StreamSchema.requireWeight(weight);
        if (view.observe(row)) {
            tree.move(view.cuts());
        }
        tree.learn(row, view.bins(row), view.scaled(row), target, weight, view.cuts());
    }

    /** Leaves of the tree. */
    public int leafCount() {
        return tree.leafCount();
    }

    @Override
    public byte[] toBytes() {
        SnapshotWriter out = new SnapshotWriter(KIND, VERSION);
        schema.write(out);
        view.write(out);
        tree.write(out);
        return out.finish();
    }

    /**
     * Reads what {@link #toBytes()} wrote.
     *
     * @throws SnapshotException if the bytes are cut short, damaged, of another kind, version or schema
     */
    public static RegressionTree fromBytes(byte[] bytes, StreamSchema schema, Settings settings) {
        SnapshotReader in = new SnapshotReader(bytes, KIND, VERSION);
        schema.requireRegression().require(in);
        RowView view = RowView.read(in, schema);
        return new RegressionTree(schema, view, ValueTree.read(in, schema, settings, schema.width()));
    }
}
