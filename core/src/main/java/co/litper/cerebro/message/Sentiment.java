package co.litper.cerebro.message;

/** The mood of a message. */
public enum Sentiment {
    NEGATIVE,
    NEUTRAL,
    POSITIVE
}
