package co.litper.cerebro.knowledge;

/**
 * What the guides of an aggregated edge came to.
 *
 * @param n guides that ended, delivered or returned
 * @param promised of them delivered, under a promise that is known
 * @param late of those after their promise
 * @param returned of them back at the merchant
 * @param issues of them with a novedad
 * @param timed of them delivered, whose days are known
 * @param days sum of days from the guide's start to its delivery
 * @param daysSquared sum of their squares
 */
public record EdgeStatistics(
        long n, long promised, long late, long returned, long issues, long timed, double days, double daysSquared) {
    /** Nothing seen. */
    public static final EdgeStatistics NOTHING = new EdgeStatistics(0, 0, 0, 0, 0, 0, 0, 0);

    /** The share of the promised that came late, by Wilson's interval (JASA, 1927); NaN where no promise is known. */
    public Estimate lateShare() {
        return Estimate.share(late, promised);
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
    EdgeStatistics plus(int sign, Ended ended) {
        double guideDays = ended.days();
        boolean known = Double.isFinite(guideDays);
        return new EdgeStatistics(
                n + sign,
                promised + (ended.promised() ? sign : 0),
                late + (ended.late() ? sign : 0),
                returned + (ended.returned() ? sign : 0),
                issues + (ended.hadIssue() ? sign : 0),
                timed + (known ? sign : 0),
                days + (known ? sign * guideDays : 0),
                daysSquared + (known ? sign * guideDays * guideDays : 0));
    }
}
