package co.litper.cerebro.learners.ensemble;

import co.litper.cerebro.learners.snapshot.SnapshotException;
import co.litper.cerebro.learners.snapshot.SnapshotReader;
import co.litper.cerebro.learners.snapshot.SnapshotWriter;
import co.litper.cerebro.learners.stream.Descent;
import co.litper.cerebro.learners.stream.LastValueRegressor;
import co.litper.cerebro.learners.stream.LinearRegressor;
import co.litper.cerebro.learners.stream.MeanRegressor;
import co.litper.cerebro.learners.stream.StreamRegressor;
import co.litper.cerebro.learners.stream.StreamSchema;
import co.litper.cerebro.learners.tree.BoostedRegressor;
import co.litper.cerebro.learners.tree.BoostingSettings;
import co.litper.cerebro.learners.tree.ForestRegressor;
import co.litper.cerebro.learners.tree.RegressionTree;

/**
 * The best of several regressors, found while the stream runs: a forest, boosted trees, a model tree, least squares with
 * products, a linear learner, the last value and the mean.
 *
 * <p>Weights by M. Herbster and M. Warmuth, "Tracking the best expert", Machine Learning 32, 1998, on squared errors in the
 * running variance of the target, cut at 1, made before the row was learned.
 *
 * <p>O(sum of experts). Memory is theirs.
 */
public final class BestRegressor implements StreamRegressor {
    private static final int KIND = 0x42455352;
    private static final int VERSION = 1;
    /** How sharply a loss counts. */
    private static final double RATE = 2;

    private static final int EXPERTS = 7;

    private final StreamSchema schema;
    private final StreamRegressor[] experts = new StreamRegressor[EXPERTS];
    private final ExpertWeights weights = new ExpertWeights(EXPERTS, RATE);
    private final double[] losses = new double[EXPERTS];
    private double seen;
    private double mean;
    private double squares;

    /** Untrained; equal seeds give equal experts. */
    public BestRegressor(StreamSchema schema, long seed) {
        this(schema.requireRegression());
        experts[0] = new ForestRegressor(schema, ForestRegressor.Settings.DEFAULT, seed);
        experts[1] = new BoostedRegressor(schema, BoostingSettings.REGRESSION, seed);
        experts[2] = new RegressionTree(schema, RegressionTree.Settings.DEFAULT);
        experts[3] = new LeastSquaresRegressor(schema);
        experts[4] = new LinearRegressor(schema, Descent.ADAGRAD);
        experts[5] = new LastValueRegressor(schema);
        experts[6] = new MeanRegressor(schema);
    }

    private BestRegressor(StreamSchema schema) {
        this.schema = schema;
    }

    @Override
    public StreamSchema schema() {
        return schema;
    }

    @Override
    public double predict(double[] row) {
        schema.requireRow(row);
        double sum = 0;
        for (int e = 0; e < EXPERTS; e++) {
            sum += weights.of(e) * experts[e].predict(row);
        }
        return sum;
    }

    @Override
    public void learn(double[] row, double target, double weight) {
        schema.requireRow(row);
        StreamSchema.requireTarget(target);
        StreamSchema.requireWeight(weight);
        seen += weight;
        double away = target - mean;
        mean += away * weight / seen;
        squares += weight * away * (target - mean);
        double variance = squares > 0 ? squares / seen : 1;
        for (int e = 0; e < EXPERTS; e++) {
            double off = experts[e].predict(row) - target;
            losses[e] = Math.min(1, off * off / variance);
            experts[e].learn(row, target, weight);
        }
        weights.learn(losses, weight);
    }

    @Override
    public byte[] toBytes() {
        SnapshotWriter out = new SnapshotWriter(KIND, VERSION);
        schema.write(out);
        out.float64(seen).float64(mean).float64(squares);
        weights.write(out);
        for (StreamRegressor expert : experts) {
            out.bytes(expert.toBytes());
        }
        return out.finish();
    }

    /**
     * Reads what {@link #toBytes()} wrote.
     *
     * @throws SnapshotException if the bytes are cut short, damaged, of another kind, version or schema
     */
    public static BestRegressor fromBytes(byte[] bytes, StreamSchema schema) {
        SnapshotReader in = new SnapshotReader(bytes, KIND, VERSION);
        schema.requireRegression().require(in);
        BestRegressor best = new BestRegressor(schema);
        best.seen = in.float64();
        best.mean = in.float64();
        best.squares = in.float64();
        best.weights.read(in);
        for (int e = 0; e < EXPERTS; e++) {
            best.experts[e] = expert(e, in.bytes(), schema);
        }
        return best;
    }

    private static StreamRegressor expert(int e, byte[] bytes, StreamSchema schema) {
        return switch (e) {
            case 0 -> ForestRegressor.fromBytes(bytes, schema, ForestRegressor.Settings.DEFAULT);
            case 1 -> BoostedRegressor.fromBytes(bytes, schema, BoostingSettings.REGRESSION);
            case 2 -> RegressionTree.fromBytes(bytes, schema, RegressionTree.Settings.DEFAULT);
            case 3 -> LeastSquaresRegressor.fromBytes(bytes, schema);
            case 4 -> LinearRegressor.fromBytes(bytes, schema, Descent.ADAGRAD);
            case 5 -> LastValueRegressor.fromBytes(bytes, schema);
            default -> MeanRegressor.fromBytes(bytes, schema);
        };
    }
}
