package co.litper.cerebro.knowledge.ask;

/** What is counted of shipments. */
public enum Measure {
    /** After its promise, of those whose promise has passed and that did not come back. */
    LATE,
    /** Back at the merchant, of those that ended. */
    RETURNED,
    /** With a novedad, of all. */
    ISSUE,
    /** Days from start to delivery, of those delivered. */
    DAYS;

    /** True if it is a share, 0 to 1. */
    public boolean isShare() {
        return this != DAYS;
    }
}
