package co.litper.cerebro.server.read;

import co.litper.cerebro.learners.inference.Normal;

/**
 * An estimate with the bounds of its 95 % interval; all three are NaN where nothing is known.
 *
 * @param value the estimate
 * @param low lower bound
 * @param high upper bound
 */
public record Interval(double value, double low, double high) {
    /** Nothing known. */
    public static final Interval UNKNOWN = new Interval(Double.NaN, Double.NaN, Double.NaN);

    private static final double REACH = Normal.reach(0.95);

    /** True if something is known. */
    public boolean isKnown() {
        return Double.isFinite(value);
    }

    /** A share by the score interval of E. B. Wilson (JASA 1927), which holds for few cases and for shares near 0 and 1. */
    static Interval share(double part, double whole) {
        if (whole <= 0) {
            return UNKNOWN;
        }
        double p = part / whole;
        double zz = REACH * REACH / whole;
        double middle = (p + zz / 2) / (1 + zz);
        double half = REACH / (1 + zz) * Math.sqrt(p * (1 - p) / whole + zz / (4 * whole));
        return new Interval(p, Math.max(0, middle - half), Math.min(1, middle + half));
    }

    /** A mean of {@code n} values by their sum and sum of squares; without bounds for fewer than two. */
    static Interval mean(double n, double sum, double squares) {
        if (n <= 0) {
            return UNKNOWN;
        }
        double mean = sum / n;
        if (n < 2) {
            return new Interval(mean, Double.NaN, Double.NaN);
        }
        double variance = Math.max(0, (squares - n * mean * mean) / (n - 1));
        return around(mean, Math.sqrt(variance / n));
    }

    /** An estimate with its standard error. */
    static Interval around(double value, double error) {
        return new Interval(value, value - REACH * error, value + REACH * error);
    }
}
