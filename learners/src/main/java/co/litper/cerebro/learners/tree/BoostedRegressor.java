package co.litper.cerebro.learners.tree;

import co.litper.cerebro.learners.snapshot.SnapshotException;
import co.litper.cerebro.learners.snapshot.SnapshotReader;
import co.litper.cerebro.learners.snapshot.SnapshotWriter;
import co.litper.cerebro.learners.stream.SplitMix;
import co.litper.cerebro.learners.stream.StreamRegressor;
import co.litper.cerebro.learners.stream.StreamSchema;
import co.litper.cerebro.learners.tree.flat.FlatTrees;
import co.litper.cerebro.learners.tree.flat.Link;
import co.litper.cerebro.learners.tree.flat.TreeModel;
import java.util.List;

/**
 * Streaming gradient boosting of a number: a chain of regression trees, each on the residual of those before it.
 *
 * <p>N. Gunasekara, B. Pfahringer, H. M. Gomes and A. Bifet, "Gradient boosted trees for evolving data streams", Machine
 * Learning 113, 2024. Departures as in {@link BoostedClassifier}; besides, the chain begins at the running mean of the target,
 * and answers are shrunk in predicting as in learning.
 *
 * <p>O(trees × (depth + features)) a row.
 */
public final class BoostedRegressor implements StreamRegressor {
    private static final int KIND = 0x53474252;
    private static final int VERSION = 1;
    /** The base forgets so that it can follow: weight of a new target once many were seen. */
    private static final double LEAST_STEP = 1e-3;

    private final StreamSchema schema;
    private RowView view;
    private final GradientBoosting chain;
    private double seen;
    private double base;

    /** An untrained one; equal seeds give equal trees. */
    public BoostedRegressor(StreamSchema schema, BoostingSettings settings, long seed) {
        this(
                schema.requireRegression(),
                GradientBoosting.seedling(schema, settings, settings.trees(), new SplitMix(seed)));
    }

    private BoostedRegressor(StreamSchema schema, GradientBoosting chain) {
        this.schema = schema;
        this.chain = chain;
        this.view = new RowView(schema);
    }

    @Override
    public StreamSchema schema() {
        return schema;
    }

    @Override
    public double predict(double[] row) {
        schema.requireRow(row);
        return base + chain.score(row, view.scaled(row));
    }

    @Override
    public void learn(double[] row, double target, double weight) {
        schema.requireRow(row);
        StreamSchema.requireTarget(target);
        StreamSchema.requireWeight(weight);
        seen += weight;
        base += (target - base) * Math.min(1, Math.max(LEAST_STEP, weight / seen));
        if (view.observe(row)) {
            chain.move(view.cuts());
        }
        chain.regress(row, view, target - base, weight);
    }

    /** What was learned until now, for {@link FlatTrees}; it answers as {@link #predict} does, but for rounding. */
    public TreeModel model() {
        return new TreeModel(
                schema.width(), List.of(base), Link.IDENTITY, TreeModel.Precision.DOUBLE, chain.told(0, 1));
    }

    @Override
    public byte[] toBytes() {
        SnapshotWriter out = new SnapshotWriter(KIND, VERSION);
        schema.write(out);
        out.float64(seen).float64(base);
        view.write(out);
        chain.write(out);
        return out.finish();
    }

    /**
     * Reads what {@link #toBytes()} wrote.
     *
     * @throws SnapshotException if the bytes are cut short, damaged, of another kind, version, schema or size
     */
    public static BoostedRegressor fromBytes(byte[] bytes, StreamSchema schema, BoostingSettings settings) {
        SnapshotReader in = new SnapshotReader(bytes, KIND, VERSION);
        schema.requireRegression().require(in);
        double seen = in.float64();
        double base = in.float64();
        RowView view = RowView.read(in, schema);
        BoostedRegressor learner =
                new BoostedRegressor(schema, GradientBoosting.read(in, schema, settings, settings.trees()));
        learner.seen = seen;
        learner.base = base;
        learner.view = view;
        return learner;
    }
}
