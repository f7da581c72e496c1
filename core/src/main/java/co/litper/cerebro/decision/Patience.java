package co.litper.cerebro.decision;

/** How much of the time to answer a novedad is left. */
public enum Patience {
    /** More than half. */
    MUCH,
    /** Up to half. */
    SOME,
    /** Less than six hours, or none. */
    NONE
}
