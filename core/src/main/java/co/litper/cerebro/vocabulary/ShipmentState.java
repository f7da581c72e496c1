package co.litper.cerebro.vocabulary;

/** Where a shipment stands on its journey, one word for all carriers. */
public enum ShipmentState {
    /** The waybill (guía) exists; nothing has moved. */
    CREATED,
    /** The carrier picked it up or prepares it. */
    PROCESSING,
    /** It left the merchant's city. */
    SHIPPED,
    /** Between centres. */
    IN_TRANSIT,
    /** On the vehicle to the door. */
    OUT_FOR_DELIVERY,
    /** Waits at the carrier's office for the customer (reclame en oficina). */
    IN_OFFICE,
    /** Held up by a novedad, an exception that wants an answer. */
    ISSUE,
    /** Handed over: an end. */
    DELIVERED,
    /** On its way back or back at the merchant: an end. */
    RETURNED,
    /** Called off before delivery: an end. */
    CANCELLED;

    /** True for the three ends, after which nothing more is decided. */
    public boolean isEnd() {
        return this == DELIVERED || this == RETURNED || this == CANCELLED;
    }

    /**
     * Order along the journey, 0 to 7; the states aside (office, issue) rank with the step they interrupt. A move to a
     * lower rank is a step back, which feeds produce when they are late or out of order.
     */
    public int rank() {
        return switch (this) {
            case CREATED -> 0;
            case PROCESSING -> 1;
            case SHIPPED -> 2;
            case IN_TRANSIT -> 3;
            case OUT_FOR_DELIVERY -> 4;
            case IN_OFFICE, ISSUE -> 5;
            case DELIVERED, RETURNED, CANCELLED -> 7;
        };
    }
}
