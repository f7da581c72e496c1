package co.litper.cerebro.learners.forecast;

import co.litper.cerebro.learners.linear.BadSampleException;
import java.util.Arrays;

/** What methods ask of histories. Pure functions. */
final class Histories {
    private Histories() {}

    static void check(double[] history, int least) {
        if (history.length < least) {
            throw new BadSampleException("a history has " + history.length + " values, the method wants " + least);
        }
        for (double value : history) {
            if (!Double.isFinite(value)) {
                throw new BadSampleException("a history must be finite, has " + value);
            }
        }
    }

    static void season(int season) {
        if (season < 1) {
            throw new IllegalArgumentException("a season has at least 1 step, is " + season);
        }
    }

    static double mean(double[] values, int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += values[i];
        }
        return sum / Math.max(1, to - from);
    }

    /**
     * The mean deviation of each step of the season from the centred moving average over one season, sum 0; zeros where there are
     * fewer than two seasons.
     */
    static double[] pattern(double[] values, int season) {
        double[] sums = new double[season];
        int[] counts = new int[season];
        if (season > 1 && values.length >= 2 * season) {
            double[] trend = movingAverage(values, season);
            for (int i = season / 2; i < values.length - season / 2; i++) {
                sums[i % season] += values[i] - trend[i];
                counts[i % season]++;
            }
        }
        double mean = 0;
        for (int k = 0; k < season; k++) {
            sums[k] = counts[k] == 0 ? 0 : sums[k] / counts[k];
            mean += sums[k] / season;
        }
        for (int k = 0; k < season; k++) {
            sums[k] -= mean;
        }
        return sums;
    }

    /** Over one season around each value, half weights at both ends of an even one; only the middle part is filled. */
    private static double[] movingAverage(double[] values, int season) {
        double[] average = new double[values.length];
        int half = season / 2;
        double[] sums = new double[values.length + 1];
        for (int i = 0; i < values.length; i++) {
            sums[i + 1] = sums[i] + values[i];
        }
        for (int i = half; i < values.length - half; i++) {
            double sum = sums[i + half + 1] - sums[i - half];
            if (season % 2 == 0) {
                sum -= (values[i - half] + values[i + half]) / 2;
            }
            average[i] = sum / season;
        }
        return average;
    }

    /** Whether all are safely above 0, so that logarithms make sense. */
    static boolean positive(double[] values) {
        double least = Arrays.stream(values).min().orElse(0);
        double mean = mean(values, 0, values.length);
        return least > 1e-3 * mean && mean > 0;
    }

    static double[] logs(double[] values) {
        return Arrays.stream(values).map(Math::log).toArray();
    }

    static double[] powers(double[] logs) {
        return Arrays.stream(logs).map(Math::exp).toArray();
    }

    /** A number between 0 and 1 for any, and its inverse below. */
    static double share(double free) {
        return 1 / (1 + Math.exp(-free));
    }

    static double free(double share) {
        return Math.log(share / (1 - share));
    }
}
