package co.litper.cerebro.learners.inference;

import co.litper.cerebro.learners.linear.BadSampleException;
import org.apache.commons.statistics.distribution.TDistribution;

/** The straight line through points, by least squares. Pure functions, O(n). */
public final class Slope {
    /** Two points fix a line, the third tells how far it may be off. */
    public static final int LEAST_POINTS = 3;

    private Slope() {}

    /**
     * How much {@code y} rises when {@code x} rises by one, with Student's interval; the p-value is that of no rise.
     *
     * @throws BadSampleException if there are fewer than three points, one is not finite, or all {@code x} are equal
     */
    public static Effect of(double[] x, double[] y, double coverage) {
        Comparison.checkCoverage(coverage);
        Moments first = Moments.of(x);
        Moments second = Moments.of(y);
        int n = x.length;
        if (n != y.length || n < LEAST_POINTS || first.variance() <= 0) {
            throw new BadSampleException(n + " x and " + y.length + " y with a variance of x of " + first.variance()
                    + " make no line. Maybe there are fewer than three points.");
        }
        double across = 0;
        for (int i = 0; i < n; i++) {
            across += (x[i] - first.mean()) * (y[i] - second.mean());
        }
        double squares = first.variance() * (n - 1);
        double slope = across / squares;
        double rest = Math.max(0, second.variance() * (n - 1) - slope * across);
        double error = Math.sqrt(rest / (n - 2) / squares);
        TDistribution t = TDistribution.of(n - 2);
        double reach = t.inverseSurvivalProbability((1 - coverage) / 2) * error;
        double p = error > 0 ? Math.min(1, 2 * t.survivalProbability(Math.abs(slope) / error)) : slope == 0 ? 1 : 0;
        return new Effect(slope, slope - reach, slope + reach, p);
    }
}
