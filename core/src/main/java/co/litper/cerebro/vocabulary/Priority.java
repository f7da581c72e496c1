package co.litper.cerebro.vocabulary;

/** How soon an event wants to be seen. A high one overtakes others, never events of its own key. */
public enum Priority {
    HIGH,
    NORMAL,
    /** Imports and other bulk: yields to live traffic. */
    BULK
}
