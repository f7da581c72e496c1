package co.litper.cerebro.learners.ensemble;

import co.litper.cerebro.learners.snapshot.SnapshotException;
import co.litper.cerebro.learners.snapshot.SnapshotReader;
import co.litper.cerebro.learners.snapshot.SnapshotWriter;
import co.litper.cerebro.learners.stream.RowScale;
import co.litper.cerebro.learners.stream.StreamRegressor;
import co.litper.cerebro.learners.stream.StreamSchema;

/**
 * Least squares over scaled features and, while they are few, their squares and products: what a stream's smooth part needs
 * long before trees have grown.
 *
 * <p>Recursive least squares with a forgetting factor, S. Haykin, "Adaptive filter theory", 4th edition, 2002, chapter 9; the
 * covariance is bounded, so that features that do not move do not blow it up. Nominal features count by none of their values.
 * O(terms²) a row, with at most {@link #MOST_TERMS} terms; further features are left out.
 */
public final class LeastSquaresRegressor implements StreamRegressor {
    /** Terms at most: 128² numbers of covariance. */
    static final int MOST_TERMS = 128;

    private static final int KIND = 0x4C535152;
    private static final int VERSION = 1;
    /** Weight that a row keeps when the next comes: a memory of 10,000 rows. */
    private static final double KEPT = 0.9999;
    /** Variance of each weight before the first row, in the target's. */
    private static final double PRIOR = 1;
    /** Variance of a weight beyond which nothing is forgotten. */
    private static final double MOST_VARIANCE = 10;

    private final StreamSchema schema;
    private final int terms;
    private final boolean hasProducts;
    private final double[] scaled;
    private final double[] z;
    private final double[] gain;
    private final double[] weights;
    private final double[] covariance;
    private RowScale scale;
    private double seen;

    /** An untrained one. */
    public LeastSquaresRegressor(StreamSchema schema) {
        this.schema = schema.requireRegression();
        int width = schema.width();
        int products = width + width * (width + 1) / 2 + 1;
        hasProducts = width < MOST_TERMS && products <= MOST_TERMS;
        terms = hasProducts ? products : Math.min(MOST_TERMS, width + 1);
        scaled = new double[width + 1];
        z = new double[terms];
        gain = new double[terms];
        weights = new double[terms];
        covariance = new double[terms * terms];
        for (int i = 0; i < terms; i++) {
            covariance[i * terms + i] = PRIOR;
        }
        scale = new RowScale(schema);
    }

    @Override
    public StreamSchema schema() {
        return schema;
    }

    private void expand(double[] row) {
        scale.scale(row, scaled);
        int at = 0;
        z[at++] = 1;
        int width = Math.min(row.length, MOST_TERMS - 1);
        for (int f = 0; f < width; f++) {
            z[at++] = scaled[f];
        }
        for (int f = 0; hasProducts && f < width; f++) {
            z[at++] = scaled[f] * scaled[f] - 1;
            for (int g = f + 1; g < width; g++) {
                z[at++] = scaled[f] * scaled[g];
            }
        }
    }

    @Override
    public double predict(double[] row) {
        schema.requireRow(row);
        expand(row);
        return score();
    }

    private double score() {
        double sum = 0;
        for (int i = 0; i < terms; i++) {
            sum += weights[i] * z[i];
        }
        return sum;
    }

    @Override
    public void learn(double[] row, double target, double weight) {
        schema.requireRow(row);
        StreamSchema.requireTarget(target);
        StreamSchema.requireWeight(weight);
        if (seen == 0) {
            weights[0] = target;
        }
        seen += weight;
        scale.observe(row);
        expand(row);
        double spread = 0;
        double most = 0;
        for (int i = 0; i < terms; i++) {
            double sum = 0;
            for (int j = 0, at = i * terms; j < terms; j++) {
                sum += covariance[at + j] * z[j];
            }
            gain[i] = sum;
            spread += sum * z[i];
            most = Math.max(most, covariance[i * terms + i]);
        }
        double kept = most < MOST_VARIANCE ? KEPT : 1;
        double by = weight / (kept + weight * spread);
        double step = by * (target - score());
        for (int i = 0; i < terms; i++) {
            weights[i] += step * gain[i];
            double g = by * gain[i];
            for (int j = 0, at = i * terms; j < terms; j++) {
                covariance[at + j] = (covariance[at + j] - g * gain[j]) / kept;
            }
        }
    }

    @Override
    public byte[] toBytes() {
        SnapshotWriter out = new SnapshotWriter(KIND, VERSION);
        schema.write(out);
        out.float64(seen).doubles(weights).doubles(covariance);
        scale.write(out);
        return out.finish();
    }

    /** Reads what {@link #toBytes()} wrote; throws {@link SnapshotException} for anything else. */
    public static LeastSquaresRegressor fromBytes(byte[] bytes, StreamSchema schema) {
        SnapshotReader in = new SnapshotReader(bytes, KIND, VERSION);
        schema.requireRegression().require(in);
        LeastSquaresRegressor learner = new LeastSquaresRegressor(schema);
        learner.seen = in.float64();
        if (in.doublesInto(learner.weights) != learner.terms
                || in.doublesInto(learner.covariance) != learner.terms * learner.terms) {
            throw new SnapshotException("snapshot has too few weights, " + learner.terms + " are needed");
        }
        learner.scale = RowScale.read(in, schema);
        return learner;
    }
}
