package co.litper.cerebro.logistics;

import co.litper.cerebro.vocabulary.IssueReason;

/**
 * How often a good team rescues a shipment with a novedad, per reason: where learning starts, not the truth.
 *
 * <p>Source: the public figures of one Colombian rescue team, as the product's domain notes quote them; unverified. A
 * range given there (0.80 to 0.85 for an absent recipient) stands as its midpoint. For the reasons without a figure
 * {@link #of} gives that of {@code OTHER}, and {@link #isPublished} says so.
 */
public final class RescuePriors {
    private static final double OTHER = 0.50;

    private RescuePriors() {}

    /** Share rescued, from 0 to 1. */
    public static double of(IssueReason reason) {
        return switch (reason) {
            case BAD_ADDRESS -> 0.90;
            case RECIPIENT_UNAVAILABLE -> 0.825;
            case COD_ISSUE -> 0.75;
            case BAD_PHONE -> 0.70;
            case REMOTE_AREA -> 0.60;
            case REJECTED -> 0.30;
            case DAMAGED, LOST -> 0.20;
            case OTHER, RESCHEDULED, DELIVERY_ATTEMPT_FAILED, SECURITY, WEATHER, DOCUMENTATION, PAYMENT_PENDING ->
                OTHER;
        };
    }

    /** True if the source gives a figure for this reason itself. */
    public static boolean isPublished(IssueReason reason) {
        return switch (reason) {
            case BAD_ADDRESS,
                    RECIPIENT_UNAVAILABLE,
                    COD_ISSUE,
                    BAD_PHONE,
                    REMOTE_AREA,
                    OTHER,
                    REJECTED,
                    DAMAGED,
                    LOST -> true;
            case RESCHEDULED, DELIVERY_ATTEMPT_FAILED, SECURITY, WEATHER, DOCUMENTATION, PAYMENT_PENDING -> false;
        };
    }
}
