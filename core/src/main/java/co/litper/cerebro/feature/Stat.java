package co.litper.cerebro.feature;

/** A decayed sum; each total stands beside the weight that it is a total of. */
enum Stat {
    /** Weight of shipments of which it is known whether they were late. */
    JUDGED,
    /** Of these, late. */
    LATE,
    /** Weight of shipments delivered or returned. */
    SETTLED,
    /** Of these, with a novedad. */
    ISSUE,
    /** Of these, returned. */
    RETURNED,
    /** Weight of delivered shipments. */
    DELIVERED,
    /** Sum of log days from creation to the door. */
    LOG_DAYS,
    /** Weight of delivered shipments whose days were predicted. */
    PACED,
    /** Sum of log (days ÷ expected days). */
    PACE,
    /** Weight of shipments handed to the carrier. */
    HANDED,
    /** Sum of log days from creation to hand-over. */
    LOG_HANDOVER,
    /** Weight of shipments whose expected day has come, delivered or not. */
    DUE,
    /** Of these, not delivered by then. */
    BEHIND;

    static final int COUNT = values().length;
}
