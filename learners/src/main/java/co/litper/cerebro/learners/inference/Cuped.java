package co.litper.cerebro.learners.inference;

import co.litper.cerebro.learners.linear.BadSampleException;

/**
 * Takes out of a metric what was known before the experiment, so that less noise is left.
 *
 * <p>A. Deng, Y. Xu, R. Kohavi and T. Walker, "Improving the sensitivity of online controlled experiments by utilizing
 * pre-experiment data", WSDM 2013. One slope for both groups, from deviations within the groups, so that the effect does not sway
 * it. Pure functions, O(n).
 */
public final class Cuped {
    private Cuped() {}

    /**
     * Welch's test on the adjusted metric.
     *
     * @param first metric of the first group
     * @param firstBefore the same units' value from before the experiment, one a value
     * @param second metric of the second group
     * @param secondBefore the same units' value from before
     * @throws BadSampleException if widths differ, a value is not finite, or a group is too small
     */
    public static Effect compare(
            double[] first, double[] firstBefore, double[] second, double[] secondBefore, double coverage) {
        Moments a = Moments.of(firstBefore);
        Moments b = Moments.of(secondBefore);
        if (first.length != firstBefore.length || second.length != secondBefore.length) {
            throw new BadSampleException("each unit needs one value from before: " + first.length + " and "
                    + firstBefore.length + ", " + second.length + " and " + secondBefore.length);
        }
        double spread = a.variance() * Math.max(0, a.count() - 1) + b.variance() * Math.max(0, b.count() - 1);
        double slope = spread <= 0
                ? 0
                : (shared(first, firstBefore, a.mean()) + shared(second, secondBefore, b.mean())) / spread;
        return Comparison.welch(adjusted(first, firstBefore, slope), adjusted(second, secondBefore, slope), coverage);
    }

    private static double shared(double[] metric, double[] before, double mean) {
        double sum = 0;
        double centre = Moments.of(metric).mean();
        for (int i = 0; i < metric.length; i++) {
            sum += (metric[i] - centre) * (before[i] - mean);
        }
        return sum;
    }

    private static Moments adjusted(double[] metric, double[] before, double slope) {
        double[] rest = new double[metric.length];
        for (int i = 0; i < rest.length; i++) {
            rest[i] = metric[i] - slope * before[i];
        }
        return Moments.of(rest);
    }
}
