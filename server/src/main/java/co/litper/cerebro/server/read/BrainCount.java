package co.litper.cerebro.server.read;

/** What is counted of the decisions of one day, also of what came of them later. */
enum BrainCount {
    DECISIONS,
    /** Decided about the past, where nothing can follow. */
    OBSERVED,
    /** Something was done without people. */
    ACTED,
    /** Something waited, or waits, for a person's yes. */
    ASKED,
    EXPLORED,
    /** Whose outcome is known for good. */
    SETTLED,
    POINTS,
    COP,
    /** Settled ones whose shipment was delivered: foreseen probability of delay, summed, and how many came late. */
    DELIVERED,
    FORESEEN,
    LATE,
    /** Of those, where the likelier of late and on time was what happened. */
    FORESEEN_RIGHT,
    /** Shipments whose first answer to a novedad the brain gave, or left, by itself. */
    ANSWERED,
    /** Of those, settled ones, and delivered ones. */
    ANSWERED_SETTLED,
    ANSWERED_RESCUED,
    /** Shipments with a first answer to a novedad, also where it waited for a yes, and settled ones. */
    JUDGED,
    JUDGED_SETTLED,
    /** What the settled ones were worth, pesos, summed, and squares. */
    WORTH,
    WORTH_SQUARED,
    /** Settled ones that were left alone, with the propensity of that: how many, and weighted sums. */
    LEFT,
    LEFT_W,
    LEFT_WR,
    LEFT_WW,
    LEFT_WWR,
    LEFT_WWRR
}
