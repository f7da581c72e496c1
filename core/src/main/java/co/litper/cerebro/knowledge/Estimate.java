package co.litper.cerebro.knowledge;

/**
 * A figure with its interval of 95 %.
 *
 * @param value a share 0 to 1, a difference of shares, days, or a count
 * @param low the interval's lower end, NaN where there is none
 * @param high its upper end
 * @param n the shipments that it rests on
 */
public record Estimate(double value, double low, double high, long n) {
    /** Standard errors of an interval of 95 %. */
    public static final double REACH = 1.959963984540054;

    /** A count, which has no interval. */
    public static Estimate count(long n) {
        return new Estimate(n, Double.NaN, Double.NaN, n);
    }

    /** A share by Wilson's interval (JASA, 1927); NaN of none. */
    public static Estimate share(long hits, long n) {
        if (n == 0) {
            return new Estimate(Double.NaN, Double.NaN, Double.NaN, 0);
        }
        double p = (double) hits / n;
        double z2 = REACH * REACH / n;
        double centre = (p + z2 / 2) / (1 + z2);
        double reach = REACH * Math.sqrt(p * (1 - p) / n + z2 / (4 * n)) / (1 + z2);
        return new Estimate(p, Math.max(0, centre - reach), Math.min(1, centre + reach), n);
    }

    /** The difference of two independent shares by Newcombe's hybrid interval (Statistics in Medicine, 1998). */
    public static Estimate difference(Estimate a, Estimate b) {
        double d = a.value - b.value;
        double below = Math.hypot(a.value - a.low, b.high - b.value);
        double above = Math.hypot(a.high - a.value, b.value - b.low);
        return new Estimate(d, d - below, d + above, a.n + b.n);
    }

    /** An estimate with its standard error. */
    public static Estimate normal(double value, double deviation, long n) {
        return new Estimate(value, value - REACH * deviation, value + REACH * deviation, n);
    }
}
