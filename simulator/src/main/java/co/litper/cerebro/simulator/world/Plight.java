package co.litper.cerebro.simulator.world;

/**
 * An open novedad as those who know everything see it.
 *
 * @param attempt that failed, from 1
 * @param cause why
 * @param cured true if that was set right
 * @param contacts contacts with the customer about it so far
 * @param addressRight true if a wrong address was set right, now or before
 * @param firm true if the customer said no
 * @param reportedMs when it was reported
 * @param deadlineMs when the carrier acts by itself
 */
record Plight(
        int attempt,
        Cause cause,
        boolean cured,
        int contacts,
        boolean addressRight,
        boolean firm,
        long reportedMs,
        long deadlineMs) {

    /** The same after one more contact that settled nothing. */
    Plight contactedOnce() {
        return new Plight(attempt, cause, cured, contacts + 1, addressRight, firm, reportedMs, deadlineMs);
    }

    /** The same after the customer settled it. */
    Plight settled() {
        return new Plight(
                attempt, cause, true, contacts, addressRight || cause == Cause.ADDRESS, firm, reportedMs, deadlineMs);
    }

    /** The same after the customer answered and settled nothing; who had refused now says no. */
    Plight unsettled() {
        return cause != Cause.REFUSED || firm
                ? this
                : new Plight(attempt, cause, cured, contacts, addressRight, true, reportedMs, deadlineMs);
    }

    double hoursSinceReport(long ms) {
        return (ms - reportedMs) / (double) Days.HOUR;
    }
}
