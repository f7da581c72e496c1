package co.litper.cerebro.learners.offpolicy;

import java.util.Arrays;

/**
 * The interval of a mean of skewed terms, such as weighted rewards, by P. Hall's monotone transformation of Student's
 * statistic ("On the removal of skewness by transformation", J. R. Stat. Soc. B 1992): where Student's interval misses
 * towards a long tail this one reaches for it. O(n).
 *
 * <p>Departures, each found in simulation: the shorter arm is never cut below Student's; the quantile has as many degrees of
 * freedom as the terms' fourth moment leaves to their variance (F. Satterthwaite, Biometrics 1946); skewness is cut where
 * the transformation would bend by more than {@link #MOST_BEND}, since beyond it its inverse runs away.
 *
 * @param mean of the terms
 * @param low lower end
 * @param high upper end
 * @param standardError of the mean
 */
record SkewedMean(double mean, double low, double high, double standardError) {
    private static final double MOST_BEND = 0.6;
    private static final double FEWEST_DEGREES = 4;

    static SkewedMean of(double[] terms, double coverage) {
        int n = terms.length;
        double mean = Arrays.stream(terms).average().orElse(Double.NaN);
        double second = 0;
        double third = 0;
        double fourth = 0;
        for (double x : terms) {
            double off = x - mean;
            double square = off * off;
            second += square;
            third += square * off;
            fourth += square * square;
        }
        double deviation = Math.sqrt(second / (n - 1));
        double error = deviation / Math.sqrt(n);
        if (!(deviation > 0)) {
            return new SkewedMean(mean, mean, mean, 0);
        }
        double root = Math.sqrt(n);
        // Satterthwaite: how well a variance is known depends on the fourth moment; 2n ÷ (kurtosis − 1) is n for the
        // normal.
        double kurtosis = n * fourth / (second * second);
        double degrees = Math.max(FEWEST_DEGREES, Math.min(n - 1, 2 * n / Math.max(1, kurtosis - 1)));
        double quantile = Quantiles.student((1 + coverage) / 2, degrees);
        double skew = third / n / Math.pow(second / n, 1.5) / root;
        double bound = Math.max(-MOST_BEND / quantile, Math.min(MOST_BEND / quantile, skew));
        double below = Math.max(quantile, inverse(quantile, bound));
        double above = Math.max(quantile, -inverse(-quantile, bound));
        return new SkewedMean(mean, mean - error * below, mean + error * above, error);
    }

    /** The same, with an interval that holds at least {@code mean + least} (at most 0) to {@code mean + most} (at least 0). */
    SkewedMean reaching(double least, double most) {
        return new SkewedMean(mean, Math.min(low, mean + least), Math.max(high, mean + most), standardError);
    }

    /** The statistic that the transformation takes to {@code q}, where {@code skew} is the terms' skewness ÷ √n. */
    private static double inverse(double q, double skew) {
        if (Math.abs(skew) < 1e-8) {
            return q;
        }
        return 3 / skew * (Math.cbrt(1 + skew * (q - skew / 6)) - 1);
    }
}
