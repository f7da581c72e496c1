package co.litper.cerebro.server.read;

import java.time.LocalDate;

/**
 * What happened to shipments on one day of Bogotá, or over several.
 *
 * @param day the day, or the first of several
 * @param begun shipments that began
 * @param issues whose last novedad was reported then
 * @param delivered that ended then, delivered
 * @param promised of those, with a promise
 * @param late of those, after it
 * @param endedWithIssue delivered or returned then after at least one novedad
 * @param rescued of those, delivered
 * @param meanDays mean days from beginning to delivery; NaN if none was delivered
 * @param deliveredCop value of the delivered, pesos
 * @param lostCop what the returned would have earned and cost to bring back, pesos
 */
public record DayFigures(
        LocalDate day,
        long begun,
        long issues,
        long delivered,
        long promised,
        long late,
        long returned,
        long cancelled,
        long endedWithIssue,
        long rescued,
        double meanDays,
        long deliveredCop,
        long lostCop) {

    static DayFigures of(LocalDate day, Sums<DayCount> s) {
        return new DayFigures(
                day,
                s.count(DayCount.BEGUN),
                s.count(DayCount.ISSUES),
                s.count(DayCount.DELIVERED),
                s.count(DayCount.PROMISED),
                s.count(DayCount.LATE),
                s.count(DayCount.RETURNED),
                s.count(DayCount.CANCELLED),
                s.count(DayCount.ENDED_WITH_ISSUE),
                s.count(DayCount.RESCUED),
                s.of(DayCount.DAYS) / s.of(DayCount.TIMED),
                s.count(DayCount.DELIVERED_COP),
                s.count(DayCount.LOST_COP));
    }

    /** Late of the delivered that had a promise. */
    public Interval lateShare() {
        return Interval.share(late, promised);
    }

    /** Returned of the delivered and returned. */
    public Interval returnShare() {
        return Interval.share(returned, delivered + returned);
    }

    /** Delivered of those that ended with a novedad. */
    public Interval rescueShare() {
        return Interval.share(rescued, endedWithIssue);
    }
}
