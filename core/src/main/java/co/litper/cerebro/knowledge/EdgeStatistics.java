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

    /** The share that came late, by Wilson's interval (JASA, 1927). */
    public Estimate lateShare() {
        return Estimate.share(late, n);
    }

    /** The share that came back. */
    public Estimate returnShare() {
        return Estimate.share(returned, n);
    }

    /** The share that met a novedad. */
    public Estimate issueShare() {
        return Estimate.share(issues, n);
    }

    /** Days to delivery; the interval is the normal one, NaN below two guides. */
    public Estimate meanDays() {
        if (timed == 0) {
            return new Estimate(Double.NaN, Double.NaN, Double.NaN, 0);
        }
        double mean = days / timed;
        double variance = timed < 2 ? Double.NaN : Math.max(0, (daysSquared - days * mean) / (timed - 1));
        return Estimate.normal(mean, Math.sqrt(variance / timed), timed);
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
