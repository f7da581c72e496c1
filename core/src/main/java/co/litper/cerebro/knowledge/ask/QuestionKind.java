package co.litper.cerebro.knowledge.ask;

/** What kind of answer a question wants. */
public enum QuestionKind {
    WHY,
    COMPARE,
    TREND,
    WHICH_CARRIER,
    WHAT_WORKED,
    WHAT_IF,
    SIMILAR,
    HOW_MANY,
    WHERE,
    WHEN,
    WHO,
    EXTREME,
    UNUSUAL,
    FORECAST,
    WHAT_CHANGED,
    /** None of these, or nothing about shipments. */
    OTHER
}
