package co.litper.cerebro.benchmarks;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One order of the Olist data, every time as if it were Bogotá's so that weekday and hour are those of the customer's clock.
 *
 * @param id position in the file, from 0: the key of its shipment
 * @param seller the first item's
 * @param sellerState two letters
 * @param customerState two letters
 * @param customerZip the first three digits of the postal code
 * @param category of the first item, Portuguese, or empty
 * @param price sum of the items, reais
 * @param freight sum of the items' freight, reais
 * @param weightKg sum of the items' weights, or NaN
 * @param purchased when it was bought: the moment of the prediction
 * @param handedOver when the carrier had it, or null
 * @param delivered when it came, or null
 * @param estimated the day promised at purchase, its midnight
 * @param status as the file says
 */
record OlistOrder(
        int id,
        String seller,
        String sellerState,
        String customerState,
        String customerZip,
        String category,
        double price,
        double freight,
        double weightKg,
        Instant purchased,
        @Nullable Instant handedOver,
        @Nullable Instant delivered,
        Instant estimated,
        String status) {

    private static final double MS_PER_DAY = 86_400_000.0;
    private static final long DAY_SECONDS = 86_400;

    /** The end of the promised day: from here on an undelivered order is late. */
    Instant promiseEnd() {
        return estimated.plusSeconds(DAY_SECONDS);
    }

    /** True if the order counts in the evaluation. */
    boolean isDelivered() {
        return delivered != null;
    }

    /** True if the delivered calendar date is after the estimated date. Of delivered orders only. */
    boolean isLate() {
        return delivered != null && !delivered.isBefore(promiseEnd());
    }

    /** Days from purchase to the door. Of delivered orders only. */
    double days() {
        return delivered == null ? Double.NaN : days(purchased, delivered);
    }

    /** Days from purchase to the promised date. */
    double promisedDays() {
        return days(purchased, estimated);
    }

    String route() {
        return sellerState + '>' + customerState;
    }

    static double days(Instant from, Instant to) {
        return (to.toEpochMilli() - from.toEpochMilli()) / MS_PER_DAY;
    }
}
