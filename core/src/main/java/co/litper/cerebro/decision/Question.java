package co.litper.cerebro.decision;

/** What is asked when an event comes in. Each question is answered by one choice, so that bids compete only where they conflict. */
public enum Question {
    /** Which carrier takes a new order? */
    CARRIER,
    /** Is the customer told? */
    NOTIFY,
    /** Is the shipment watched? */
    WATCH,
    /** What is done first about a novedad? */
    ISSUE
}
