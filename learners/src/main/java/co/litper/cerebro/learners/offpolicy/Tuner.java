package co.litper.cerebro.learners.offpolicy;

import java.util.Arrays;

/** Finds the parameter of a bounded estimator on a geometric grid from no bound to a tight one. O(grid × n). */
final class Tuner {
    /** Values tried, the first of them no bound at all. */
    private static final int GRID = 16;
    /** Tightest cap or threshold, in weights. */
    private static final double TIGHTEST = 0.5;

    private static final double DEVIATIONS = 1.96;
    private static final double SLACK = Math.sqrt(6) - 1;

    private Tuner() {}

    static double find(Tuning tuning, Terms terms, Terms.Bound bound) {
        return switch (tuning) {
            case Tuning.Fixed(double value) -> value;
            case Tuning.Slope() -> slope(terms, bound);
            case Tuning.LeastError(double caution) -> leastError(terms, bound, caution);
        };
    }

    /** From the least to the most biased; infinity first. */
    private static double[] grid(Terms terms, Terms.Bound bound) {
        double most = Math.max(terms.largestWeight(), 2 * TIGHTEST);
        double[] grid = new double[GRID];
        grid[0] = Double.POSITIVE_INFINITY;
        for (int i = 1; i < GRID; i++) {
            double weight = most * Math.pow(TIGHTEST / most, (i - 1.0) / (GRID - 2));
            // A shrinkage of λ halves the weight √λ and bends all those above towards 0.
            grid[i] = bound == Terms.Bound.SHRINK ? 10 * weight * weight : weight;
        }
        return grid;
    }

    private static double slope(Terms terms, Terms.Bound bound) {
        double[] grid = grid(terms, bound);
        double[] values = new double[GRID];
        double[] widths = new double[GRID];
        int chosen = 0;
        for (int i = 0; i < GRID; i++) {
            double[] of = terms.with(bound, grid[i]);
            values[i] = mean(of);
            widths[i] = DEVIATIONS * error(of, values[i]);
            for (int j = 0; j < i; j++) {
                if (!(Math.abs(values[i] - values[j]) <= widths[i] + SLACK * widths[j])) {
                    return grid[chosen];
                }
            }
            chosen = i;
        }
        return grid[chosen];
    }

    private static double leastError(Terms terms, Terms.Bound bound, double caution) {
        double best = Double.POSITIVE_INFINITY;
        double chosen = Double.POSITIVE_INFINITY;
        for (double parameter : grid(terms, bound)) {
            double[] of = terms.with(bound, parameter);
            double error = error(of, mean(of));
            double[] biases = terms.biases(bound, parameter);
            double bias = mean(biases);
            double most = Math.abs(bias) + caution * error(biases, bias);
            double squared = error * error + most * most;
            if (squared < best) {
                best = squared;
                chosen = parameter;
            }
        }
        return chosen;
    }

    static double mean(double[] terms) {
        return Arrays.stream(terms).average().orElse(Double.NaN);
    }

    /** Standard error of the mean. */
    static double error(double[] terms, double mean) {
        double squares = 0;
        for (double x : terms) {
            squares += (x - mean) * (x - mean);
        }
        return Math.sqrt(squares / (terms.length - 1.0) / terms.length);
    }
}
