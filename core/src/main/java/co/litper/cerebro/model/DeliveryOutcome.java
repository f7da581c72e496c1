package co.litper.cerebro.model;

import java.time.Instant;

/**
 * What came of a shipment.
 *
 * @param at when it ended
 * @param ending how
 * @param late true if it came after its promise; looked at only if it was delivered under a promise
 * @param issue true if a novedad was reported after the decision that learns from this
 * @param weight importance, at least 0; 1 is usual
 */
public record DeliveryOutcome(Instant at, Ending ending, boolean late, boolean issue, double weight) {

    /** How a shipment ended. */
    public enum Ending {
        DELIVERED,
        RETURNED,
        /** Called off: teaches nothing about delivery. */
        CANCELLED
    }

    public DeliveryOutcome {
        if (!(weight >= 0) || Double.isInfinite(weight)) {
            throw new IllegalArgumentException("weight must be finite and at least 0, is " + weight);
        }
    }

    /** A delivery of weight 1. */
    public static DeliveryOutcome delivered(Instant at, boolean late, boolean issue) {
        return new DeliveryOutcome(at, Ending.DELIVERED, late, issue, 1);
    }

    /** A return of weight 1. */
    public static DeliveryOutcome returned(Instant at, boolean issue) {
        return new DeliveryOutcome(at, Ending.RETURNED, false, issue, 1);
    }
}
