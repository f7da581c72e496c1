package co.litper.cerebro.server.read;

/** What is counted of the shipments that one carrier takes to one city. */
enum LaneCount {
    PARCELS,
    OPEN_ISSUES,
    DELIVERED,
    /** Delivered ones that had a promise. */
    PROMISED,
    LATE,
    RETURNED,
    CANCELLED,
    /** Returned after a report of damage or loss. */
    LOST,
    WITH_ISSUE,
    ENDED_WITH_ISSUE,
    RESCUED,
    /** Delivered ones of which it is known when they began. */
    TIMED,
    /** Of those, days from beginning to end, summed, and their squares. */
    DAYS,
    DAYS_SQUARED,
    /** What returned ones would have earned and cost to bring back, pesos. */
    LOST_COP
}
