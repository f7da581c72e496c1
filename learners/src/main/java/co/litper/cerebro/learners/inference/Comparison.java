package co.litper.cerebro.learners.inference;

import co.litper.cerebro.learners.linear.BadSampleException;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.apache.commons.statistics.distribution.HypergeometricDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;

/** Tests of fixed size between two groups. Pure functions; look once, or use {@link DifferenceSequence}. */
public final class Comparison {
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);
    /** Tables at least as unlikely as the one seen, but for rounding. */
    private static final double EQUAL = 1 + 1e-7;

    private Comparison() {}

    /**
     * Welch's t-test of two means, variances unequal (B. L. Welch, Biometrika 1947).
     *
     * @throws BadSampleException if a group has fewer than two values or both are constant
     */
    public static Effect welch(Moments first, Moments second, double coverage) {
        checkCoverage(coverage);
        if (first.count() < 2 || second.count() < 2 || first.variance() + second.variance() <= 0) {
            throw new BadSampleException("groups of " + first.count() + " and " + second.count() + " with variances "
                    + first.variance() + " and " + second.variance()
                    + " cannot be compared. Maybe the metric is constant or a group empty.");
        }
        double a = first.variance() / first.count();
        double b = second.variance() / second.count();
        double freedom = (a + b) * (a + b) / (a * a / (first.count() - 1) + b * b / (second.count() - 1));
        double error = Math.sqrt(a + b);
        double difference = second.mean() - first.mean();
        TDistribution t = TDistribution.of(freedom);
        double reach = t.inverseSurvivalProbability((1 - coverage) / 2) * error;
        double p = Math.min(1, 2 * t.survivalProbability(Math.abs(difference) / error));
        return new Effect(difference, difference - reach, difference + reach, p);
    }

    /**
     * Two proportions by the z-test with pooled variance; the interval has the variances apart. Where fewer than five
     * successes or failures are expected in a group, use {@link #fisher}.
     *
     * @throws BadSampleException if counts are impossible or nothing varies
     */
    public static Effect proportions(long firstYes, long first, long secondYes, long second, double coverage) {
        checkCoverage(coverage);
        checkCounts(firstYes, first, secondYes, second);
        double pooled = (double) (firstYes + secondYes) / (first + second);
        if (pooled <= 0 || pooled >= 1) {
            throw new BadSampleException("all " + (first + second) + " outcomes are alike: nothing to compare");
        }
        double p = (double) firstYes / first;
        double q = (double) secondYes / second;
        double z = Math.abs(q - p) / Math.sqrt(pooled * (1 - pooled) * (1.0 / first + 1.0 / second));
        double reach = NORMAL.inverseSurvivalProbability((1 - coverage) / 2)
                * Math.sqrt(p * (1 - p) / first + q * (1 - q) / second);
        return new Effect(q - p, q - p - reach, q - p + reach, Math.min(1, 2 * NORMAL.survivalProbability(z)));
    }

    /** Whether at least five successes and failures are expected in both groups, so that {@link #proportions} holds. */
    public static boolean isLarge(long firstYes, long first, long secondYes, long second) {
        checkCounts(firstYes, first, secondYes, second);
        double rate = (double) (firstYes + secondYes) / (first + second);
        return Math.min(first, second) * Math.min(rate, 1 - rate) >= 5;
    }

    /** Fisher's exact test of a two by two table, two-sided: the sum over tables no likelier than the one seen. O(tables). */
    public static double fisher(int firstYes, int first, int secondYes, int second) {
        checkCounts(firstYes, first, secondYes, second);
        HypergeometricDistribution tables =
                HypergeometricDistribution.of(Math.addExact(first, second), firstYes + secondYes, first);
        double seen = tables.probability(firstYes) * EQUAL;
        double p = 0;
        for (int x = tables.getSupportLowerBound(); x <= tables.getSupportUpperBound(); x++) {
            double chance = tables.probability(x);
            p += chance <= seen ? chance : 0;
        }
        return Math.min(1, p);
    }

    /**
     * The test of Mann and Whitney, normal approximation with correction for ties and for continuity (Annals of Mathematical
     * Statistics, 1947); for eight values a group and more. O(n log n).
     *
     * @return two-sided p-value; 1 if all values are equal
     */
    public static double mannWhitney(double[] first, double[] second) {
        Moments.of(first);
        Moments.of(second);
        if (first.length == 0 || second.length == 0) {
            throw new BadSampleException("groups of " + first.length + " and " + second.length + ": one is empty");
        }
        double[] all = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, all, first.length, second.length);
        int[] order = IntStream.range(0, all.length)
                .boxed()
                .sorted((i, j) -> Double.compare(all[i], all[j]))
                .mapToInt(Integer::intValue)
                .toArray();
        double ranks = 0;
        double ties = 0;
        for (int from = 0; from < order.length; ) {
            int to = from;
            while (to < order.length && all[order[to]] == all[order[from]]) {
                to++;
            }
            double size = to - from;
            ties += size * size * size - size;
            for (int i = from; i < to; i++) {
                ranks += order[i] < first.length ? (from + 1 + to) / 2.0 : 0;
            }
            from = to;
        }
        double n = first.length;
        double m = second.length;
        double off = Math.abs(ranks - n * (n + 1) / 2 - n * m / 2);
        double variance = n * m / 12 * (n + m + 1 - ties / ((n + m) * (n + m - 1)));
        return variance <= 0
                ? 1
                : Math.min(1, 2 * NORMAL.survivalProbability(Math.max(0, off - 0.5) / Math.sqrt(variance)));
    }

    /**
     * Sample-ratio mismatch: whether groups have the sizes that their weights promise, by χ². A p-value below .01 says that
     * assignment or logging is broken, and that no other figure should be believed.
     *
     * @param counts units seen in each group, at least two groups
     * @param weights of the groups, above 0, of any sum
     */
    public static double sampleRatio(long[] counts, double[] weights) {
        double total = Arrays.stream(counts).sum();
        double weight = Arrays.stream(weights).sum();
        if (counts.length < 2 || counts.length != weights.length || !(total > 0) || !Double.isFinite(weight)) {
            throw new BadSampleException(
                    counts.length + " groups, " + weights.length + " weights, " + total + " units: nothing to compare");
        }
        double square = 0;
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] < 0 || !(weights[i] > 0)) {
                throw new BadSampleException("group " + i + " has count " + counts[i] + " and weight " + weights[i]);
            }
            double expected = total * weights[i] / weight;
            square += (counts[i] - expected) * (counts[i] - expected) / expected;
        }
        return ChiSquaredDistribution.of(counts.length - 1).survivalProbability(square);
    }

    static void checkCoverage(double coverage) {
        if (!(coverage > 0 && coverage < 1)) {
            throw new IllegalArgumentException("coverage must be above 0 and below 1, is " + coverage);
        }
    }

    private static void checkCounts(long firstYes, long first, long secondYes, long second) {
        if (first < 1 || second < 1 || firstYes < 0 || firstYes > first || secondYes < 0 || secondYes > second) {
            throw new BadSampleException(
                    "counts are impossible: " + firstYes + " of " + first + " and " + secondYes + " of " + second);
        }
    }
}
