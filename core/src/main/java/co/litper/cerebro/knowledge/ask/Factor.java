package co.litper.cerebro.knowledge.ask;

/** In what shipments differ, in the order in which equal explanations are preferred. */
public enum Factor {
    CARRIER,
    CITY,
    DEPARTMENT,
    WEEKDAY,
    /** Begun on a public holiday, on the day before one, or on an ordinary day. */
    HOLIDAY,
    PRODUCT,
    PAYMENT,
    SHOP,
    /** What the customer pays, in quarters of all shipments. */
    VALUE,
    /** The first novedad's kind: how a shipment came to be late, never a cause from outside. */
    ISSUE,
    /** Weeks in which it began. */
    PERIOD;

    /** True if it is known when the shipment begins and a column of the table. */
    boolean isGiven() {
        return this != ISSUE && this != PERIOD;
    }
}
