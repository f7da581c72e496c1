package co.litper.cerebro.learners.inference;

import co.litper.cerebro.learners.linear.BadSampleException;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Intervals of any statistic by drawing samples from the sample (B. Efron, "Better bootstrap confidence intervals", JASA 1987). Pure
 * functions of the seed; O(rounds × statistic), BCa in addition O(values × statistic).
 */
public final class Bootstrap {
    /** Rounds at most: more say nothing that matters and hold 8 MB. */
    public static final int MOST_ROUNDS = 1_000_000;

    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    private Bootstrap() {}

    /**
     * An interval.
     *
     * @param low lower end, in the statistic's unit
     * @param high upper end
     */
    public record Interval(double low, double high) {}

    /** The quantiles of the statistic over {@code rounds} draws, at least 2. */
    public static Interval percentile(
            double[] sample, ToDoubleFunction<double[]> statistic, int rounds, double coverage, long seed) {
        double[] draws = draws(sample, statistic, rounds, coverage, seed);
        return new Interval(quantile(draws, (1 - coverage) / 2), quantile(draws, (1 + coverage) / 2));
    }

    /** The same, corrected for bias and for a spread that changes with the statistic (BCa); at least two values. */
    public static Interval biasCorrected(
            double[] sample, ToDoubleFunction<double[]> statistic, int rounds, double coverage, long seed) {
        double[] draws = draws(sample, statistic, rounds, coverage, seed);
        if (sample.length < 2) {
            throw new BadSampleException("a sample of one value has no spread");
        }
        double centre = statistic.applyAsDouble(sample.clone());
        double below = Arrays.stream(draws).filter(d -> d < centre).count()
                + Arrays.stream(draws).filter(d -> d == centre).count() / 2.0;
        double bias = NORMAL.inverseCumulativeProbability(Math.max(0.5, Math.min(rounds - 0.5, below)) / rounds);
        double acceleration = acceleration(sample, statistic);
        double reach = NORMAL.inverseCumulativeProbability((1 + coverage) / 2);
        return new Interval(
                quantile(draws, level(bias, -reach, acceleration)), quantile(draws, level(bias, reach, acceleration)));
    }

    private static double level(double bias, double z, double acceleration) {
        return NORMAL.cumulativeProbability(bias + (bias + z) / (1 - acceleration * (bias + z)));
    }

    /** Skewness of the statistic's influence, by leaving out each value in turn. */
    private static double acceleration(double[] sample, ToDoubleFunction<double[]> statistic) {
        double[] without = new double[sample.length];
        for (int i = 0; i < sample.length; i++) {
            double[] rest = new double[sample.length - 1];
            System.arraycopy(sample, 0, rest, 0, i);
            System.arraycopy(sample, i + 1, rest, i, rest.length - i);
            without[i] = statistic.applyAsDouble(rest);
        }
        double mean = Arrays.stream(without).average().orElse(0);
        double cubes = Arrays.stream(without).map(v -> Math.pow(mean - v, 3)).sum();
        double squares = Arrays.stream(without).map(v -> Math.pow(mean - v, 2)).sum();
        return squares <= 0 ? 0 : cubes / (6 * Math.pow(squares, 1.5));
    }

    private static double[] draws(
            double[] sample, ToDoubleFunction<double[]> statistic, int rounds, double coverage, long seed) {
        Comparison.checkCoverage(coverage);
        Moments.of(sample);
        if (sample.length == 0 || rounds < 2 || rounds > MOST_ROUNDS) {
            throw new BadSampleException(sample.length + " values and " + rounds + " rounds: a value and 2 to "
                    + MOST_ROUNDS + " rounds are needed");
        }
        SplittableRandom random = new SplittableRandom(seed);
        double[] drawn = new double[sample.length];
        double[] statistics = new double[rounds];
        for (int round = 0; round < rounds; round++) {
            for (int i = 0; i < drawn.length; i++) {
                drawn[i] = sample[random.nextInt(sample.length)];
            }
            statistics[round] = statistic.applyAsDouble(drawn);
        }
        Arrays.sort(statistics);
        return statistics;
    }

    private static double quantile(double[] sorted, double level) {
        double rank = Math.max(0, Math.min(sorted.length - 1.0, level * (sorted.length + 1) - 1));
        int below = (int) rank;
        double above = sorted[Math.min(sorted.length - 1, below + 1)];
        return sorted[below] + (rank - below) * (above - sorted[below]);
    }
}
