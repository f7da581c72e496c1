package co.litper.cerebro.server.read;

/** What is counted of shipments a day: what began, what got a novedad, and what ended that day. */
enum DayCount {
    BEGUN,
    /** Shipments whose last novedad was reported that day. */
    ISSUES,
    DELIVERED,
    PROMISED,
    LATE,
    RETURNED,
    CANCELLED,
    ENDED_WITH_ISSUE,
    RESCUED,
    TIMED,
    DAYS,
    /** Value of what was delivered, and what returned ones would have earned and cost to bring back, pesos. */
    DELIVERED_COP,
    LOST_COP
}
