package co.litper.cerebro.learners.linear;

import co.litper.cerebro.learners.snapshot.SnapshotReader;
import co.litper.cerebro.learners.snapshot.SnapshotWriter;

/**
 * A linear score over scaled features: {@code bias + Σ weight × clip((value − mean) ÷ deviation)}, missing values at the
 * mean. Immutable and thread-safe; scoring is O(d) and allocates nothing.
 */
public final class LinearModel {
    private static final int KIND = 0x4C4D4F44;
    private static final int VERSION = 1;

    private final double[] weights;
    private final double[] means;
    private final double[] inverseDeviations;
    private final double bias;

    LinearModel(double[] weights, double bias, RunningScale scale) {
        this.weights = weights;
        this.bias = bias;
        this.means = new double[weights.length];
        this.inverseDeviations = new double[weights.length];
        for (int i = 0; i < weights.length; i++) {
            means[i] = scale.mean(i);
            inverseDeviations[i] = scale.inverseDeviation(i);
        }
    }

    private LinearModel(double[] weights, double bias, double[] means, double[] inverseDeviations) {
        this.weights = weights;
        this.bias = bias;
        this.means = means;
        this.inverseDeviations = inverseDeviations;
    }

    /** How many values a row has. */
    public int width() {
        return weights.length;
    }

    /** The score of a row: log-odds for a logistic learner, the target's unit otherwise. {@code row} has {@link #width()}. */
    public double score(float[] row) {
        double score = bias;
        for (int i = 0; i < weights.length; i++) {
            score += weights[i] * RunningScale.scaled(row[i], means[i], inverseDeviations[i]);
        }
        return score;
    }

    /** What feature {@code i} adds to the score compared with its mean; 0 if missing. The bias and all of them sum to the score. */
    public double contribution(float[] row, int i) {
        return weights[i] * RunningScale.scaled(row[i], means[i], inverseDeviations[i]);
    }

    /** The score of a row whose values are all at their means. */
    public double bias() {
        return bias;
    }

    /** Mean of feature {@code i}, at which it adds nothing. */
    public double mean(int i) {
        return means[i];
    }

    /** Weight of feature {@code i} per deviation. */
    public double weight(int i) {
        return weights[i];
    }

    /** Weight of feature {@code i} per unit of its value. */
    public double slope(int i) {
        return weights[i] * inverseDeviations[i];
    }

    /** The probability that log-odds stand for. */
    public static double probability(double logOdds) {
        return 1 / (1 + Math.exp(-logOdds));
    }

    /** The log-odds of a probability; beyond 1e-9 from 0 or 1 it is cut there. */
    public static double logOdds(double probability) {
        double p = Math.max(1e-9, Math.min(1 - 1e-9, probability));
        return Math.log(p / (1 - p));
    }

    /** Versioned bytes. */
    public byte[] toBytes() {
        return new SnapshotWriter(KIND, VERSION)
                .float64(bias)
                .doubles(weights)
                .doubles(means)
                .doubles(inverseDeviations)
                .finish();
    }

    /** Reads what {@link #toBytes()} wrote; throws {@code SnapshotException} for anything else. */
    public static LinearModel fromBytes(byte[] bytes) {
        SnapshotReader in = new SnapshotReader(bytes, KIND, VERSION);
        double bias = in.float64();
        return new LinearModel(in.doubles(), bias, in.doubles(), in.doubles());
    }
}
