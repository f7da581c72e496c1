package co.litper.cerebro.vocabulary;

/** What came of a decision, with the reward that the specification's table (2.1) gives it. */
public enum Outcome {
    DELIVERY_SUCCESS(1.0),
    CUSTOMER_HAPPY(0.5),
    DELAY_PREVENTED(0.3),
    ISSUE_RESOLVED(0.4),
    DELAY_OCCURRED(-0.3),
    ISSUE_UNRESOLVED(-0.5),
    CUSTOMER_LOST(-1.0),
    /** The window closed and nothing was heard. */
    UNKNOWN(0.0);

    private final double points;

    Outcome(double points) {
        this.points = points;
    }

    /** Reward in points, from -1 to 1. */
    public double points() {
        return points;
    }

    /** True if it tells that the shipment was delivered, late or not; what customers felt and what was only prevented does not tell. */
    public boolean isDelivered() {
        return switch (this) {
            case DELIVERY_SUCCESS, DELAY_OCCURRED, ISSUE_RESOLVED -> true;
            case CUSTOMER_HAPPY, DELAY_PREVENTED, ISSUE_UNRESOLVED, CUSTOMER_LOST, UNKNOWN -> false;
        };
    }
}
