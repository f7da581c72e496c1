package co.litper.cerebro.learn.improve;

import co.litper.cerebro.decision.Forecast;
import co.litper.cerebro.vocabulary.Carrier;
import co.litper.cerebro.vocabulary.CityCode;
import co.litper.cerebro.vocabulary.IssueReason;
import org.jspecify.annotations.Nullable;

/**
 * A parcel that has ended, and what was expected of it.
 *
 * @param createdMs when its guide was made, epoch milliseconds
 * @param endedMs when its end was recorded
 * @param lookedBack true if it was decided about in hindsight, when a file of the past was read
 * @param city where it went
 * @param carrier who had it in the end
 * @param reason its first novedad's reason, or null
 * @param forecast what the models said at first
 * @param fate what became of it
 * @param decisions how many there were about it, at least 1
 * @param points what the specification's table gives over all of them
 * @param cop what it earned or lost, before messages and calls
 * @param expectedCop what it was forecast to earn
 * @param expectedAtIssueCop the same at its first novedad, or NaN
 */
record ParcelEnd(
        long createdMs,
        long endedMs,
        boolean lookedBack,
        CityCode city,
        Carrier carrier,
        @Nullable IssueReason reason,
        Forecast forecast,
        Fate fate,
        int decisions,
        double points,
        double cop,
        double expectedCop,
        double expectedAtIssueCop) {

    /** What became of a parcel. */
    enum Fate {
        IN_TIME,
        LATE,
        RETURNED,
        CANCELLED;

        boolean isDelivered() {
            return this == IN_TIME || this == LATE;
        }
    }
}
