package co.litper.cerebro.learners.linear;

import co.litper.cerebro.learners.snapshot.SnapshotReader;
import co.litper.cerebro.learners.snapshot.SnapshotWriter;
import java.util.Arrays;

/**
 * Running mean and deviation of each feature, so that learners see values of like size. Missing values do not count and
 * stand at the mean, which is 0 after scaling.
 *
 * <p>West's weighted form of Welford's recurrence. A prior of {@link #PRIOR_WEIGHT} samples with mean 0 and deviation 1
 * keeps the first rows from being blown up. Owned by one thread. O(d).
 */
final class RunningScale {
    /** Samples that the prior counts for: small, since the first hundred rows should decide. */
    private static final double PRIOR_WEIGHT = 1;
    /** Scaled values beyond this many deviations are cut: one absurd value must not swing a weight. */
    static final double CLIP = 4;
    /** Least deviation: a feature that hardly moves is not magnified more than this. */
    private static final double LEAST_DEVIATION = 0.25;

    private final double[] count;
    private final double[] mean;
    private final double[] squares;

    RunningScale(int width) {
        count = new double[width];
        mean = new double[width];
        squares = new double[width];
        Arrays.fill(squares, PRIOR_WEIGHT);
        Arrays.fill(count, PRIOR_WEIGHT);
    }

    void observe(float[] row, double weight) {
        for (int i = 0; i < row.length; i++) {
            float v = row[i];
            if (!Float.isNaN(v) && weight > 0) {
                count[i] += weight;
                double off = v - mean[i];
                mean[i] += off * weight / count[i];
                squares[i] += weight * off * (v - mean[i]);
            }
        }
    }

    double mean(int i) {
        return mean[i];
    }

    double inverseDeviation(int i) {
        return 1 / Math.max(LEAST_DEVIATION, Math.sqrt(squares[i] / count[i]));
    }

    /** Writes the scaled row into {@code out}, missing as 0. */
    void scale(float[] row, double[] out) {
        for (int i = 0; i < row.length; i++) {
            out[i] = scaled(row[i], mean[i], inverseDeviation(i));
        }
    }

    static double scaled(float value, double mean, double inverseDeviation) {
        if (Float.isNaN(value)) {
            return 0;
        }
        return Math.max(-CLIP, Math.min(CLIP, (value - mean) * inverseDeviation));
    }

    void write(SnapshotWriter out) {
        out.doubles(count).doubles(mean).doubles(squares);
    }

    static RunningScale read(SnapshotReader in, int width) {
        RunningScale scale = new RunningScale(width);
        in.doublesInto(scale.count);
        in.doublesInto(scale.mean);
        in.doublesInto(scale.squares);
        return scale;
    }
}
