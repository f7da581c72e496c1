package co.litper.cerebro.learners.sketch;

import co.litper.cerebro.learners.linear.BadSampleException;
import java.util.Arrays;

/** How far two distributions are apart. Pure functions. */
public final class Shift {
    /** Added to each bin's count, so that an empty one gives no infinite index. */
    private static final double SMOOTHING = 0.5;
    /** Terms of Kolmogorov's series: the rest is below 1e-12 where it matters. */
    private static final int TERMS = 100;

    private Shift() {}

    /**
     * Kolmogorov and Smirnov's two-sample test, asymptotic, with Stephens' correction (JRSS B, 1970).
     *
     * @param distance largest difference of the two distribution functions, 0 to 1
     * @param pValue that it is as large by chance
     */
    public record Ks(double distance, double pValue) {}

    /** Compares two samples in rising order; their sizes are those of the samples, however many values were seen. O(n + m). */
    public static Ks kolmogorovSmirnov(double[] first, double[] second) {
        checkSorted(first);
        checkSorted(second);
        int i = 0;
        int j = 0;
        double most = 0;
        while (i < first.length && j < second.length) {
            double value = Math.min(first[i], second[j]);
            while (i < first.length && first[i] <= value) {
                i++;
            }
            while (j < second.length && second[j] <= value) {
                j++;
            }
            most = Math.max(most, Math.abs((double) i / first.length - (double) j / second.length));
        }
        double root = Math.sqrt((double) first.length / (first.length + second.length) * second.length);
        return new Ks(most, kolmogorovTail((root + 0.12 + 0.11 / root) * most));
    }

    private static double kolmogorovTail(double x) {
        if (x < 0.2) {
            return 1;
        }
        double sum = 0;
        for (int k = 1; k <= TERMS; k++) {
            sum += (k % 2 == 1 ? 2 : -2) * Math.exp(-2.0 * k * k * x * x);
        }
        return Math.max(0, Math.min(1, sum));
    }

    /**
     * Population stability index between two histograms: Σ (q − p) ln(q / p), half a case added to each bin. Usual reading:
     * below .1 stable, above .25 shifted.
     *
     * @param first counts of bins or categories, at least one case in all
     * @param second counts of the same bins
     */
    public static double populationStability(long[] first, long[] second) {
        double[] p = shares(first, second.length);
        double[] q = shares(second, first.length);
        double index = 0;
        for (int i = 0; i < p.length; i++) {
            index += (q[i] - p[i]) * Math.log(q[i] / p[i]);
        }
        return index;
    }

    /** Divergence of Jensen and Shannon in bits, 0 (equal) to 1 (nothing shared), as {@link #populationStability} otherwise. */
    public static double jensenShannon(long[] first, long[] second) {
        double[] p = shares(first, second.length);
        double[] q = shares(second, first.length);
        double bits = 0;
        for (int i = 0; i < p.length; i++) {
            double middle = (p[i] + q[i]) / 2;
            bits += (p[i] * Math.log(p[i] / middle) + q[i] * Math.log(q[i] / middle)) / 2;
        }
        return Math.max(0, bits / Math.log(2));
    }

    /**
     * Counts of {@code values} in the bins between the quantiles of {@code reference}, equal shares of it each.
     *
     * @param reference in rising order
     * @param values in any order
     * @param bins at least 2
     */
    public static long[] quantileBins(double[] reference, double[] values, int bins) {
        checkSorted(reference);
        if (bins < 2) {
            throw new IllegalArgumentException("bins must be at least 2, are " + bins);
        }
        double[] edges = new double[bins - 1];
        for (int i = 1; i < bins; i++) {
            edges[i - 1] = reference[(int) ((long) i * reference.length / bins)];
        }
        long[] counts = new long[bins];
        for (double value : values) {
            int bin = 0;
            while (bin < edges.length && value >= edges[bin]) {
                bin++;
            }
            counts[bin]++;
        }
        return counts;
    }

    private static double[] shares(long[] counts, int width) {
        long total = Arrays.stream(counts).sum();
        if (counts.length != width || total < 1 || Arrays.stream(counts).anyMatch(c -> c < 0)) {
            throw new BadSampleException("histograms need equal bins and a case each: " + Arrays.toString(counts)
                    + " beside one of " + width + " bins");
        }
        return Arrays.stream(counts)
                .mapToDouble(c -> (c + SMOOTHING) / (total + SMOOTHING * width))
                .toArray();
    }

    private static void checkSorted(double[] sample) {
        if (sample.length == 0) {
            throw new BadSampleException("a sample is empty");
        }
        for (int i = 1; i < sample.length; i++) {
            if (!(sample[i] >= sample[i - 1])) {
                throw new BadSampleException("sample must rise, has " + sample[i - 1] + " before " + sample[i]);
            }
        }
    }
}
