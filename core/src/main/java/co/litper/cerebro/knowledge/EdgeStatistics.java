package co.litper.cerebro.knowledge;

/**
 * What the guides of an aggregated edge came to.
 *
 * @param n guides that ended, delivered or returned
 * @param late of them after their promise
 * @param returned of them back at the merchant
 * @param issues of them with a novedad
 * @param timed of them delivered, whose days are known
 * @param days sum of days from the guide's start to its delivery
 * @param daysSquared sum of their squares
 */
public record EdgeStatistics(
        long n, long late, long returned, long issues, long timed, double days, double daysSquared) {
    /** Nothing seen. */
    public static final EdgeStatistics NOTHING = new EdgeStatistics(0, 0, 0, 0, 0, 0, 0);

    /** Standard errors of an interval of 95 %. */
    private static final double REACH = 1.959963984540054;

    /**
     * A figure with its interval of 95 %.
     *
     * @param n how many it rests on
     * @param mean the figure, NaN if it rests on none
     * @param low the interval's lower end
     * @param high its upper end
     */
    public record Figure(long n, double mean, double low, double high) {}

    /** The share that came late, by Wilson's interval (JASA, 1927). */
    public Figure lateShare() {
        return share(late, n);
    }

    /** The share that came back. */
    public Figure returnShare() {
        return share(returned, n);
    }

    /** The share that met a novedad. */
    public Figure issueShare() {
        return share(issues, n);
    }

    /** Days to delivery; the interval is the normal one, NaN below two guides. */
    public Figure meanDays() {
        if (timed == 0) {
            return new Figure(0, Double.NaN, Double.NaN, Double.NaN);
        }
        double mean = days / timed;
        double variance = timed < 2 ? Double.NaN : Math.max(0, (daysSquared - days * mean) / (timed - 1));
        double reach = REACH * Math.sqrt(variance / timed);
        return new Figure(timed, mean, mean - reach, mean + reach);
    }

    static Figure share(long hits, long n) {
        if (n == 0) {
            return new Figure(0, Double.NaN, Double.NaN, Double.NaN);
        }
        double p = (double) hits / n;
        double z2 = REACH * REACH / n;
        double centre = (p + z2 / 2) / (1 + z2);
        double reach = REACH * Math.sqrt(p * (1 - p) / n + z2 / (4 * n)) / (1 + z2);
        return new Figure(n, p, Math.max(0, centre - reach), Math.min(1, centre + reach));
    }

    /** These figures with one guide more, or, with {@code sign} −1, one less. */
    EdgeStatistics plus(int sign, boolean isLate, boolean isReturned, boolean hadIssue, double guideDays) {
        boolean known = Double.isFinite(guideDays);
        return new EdgeStatistics(
                n + sign,
                late + (isLate ? sign : 0),
                returned + (isReturned ? sign : 0),
                issues + (hadIssue ? sign : 0),
                timed + (known ? sign : 0),
                days + (known ? sign * guideDays : 0),
                daysSquared + (known ? sign * guideDays * guideDays : 0));
    }
}
