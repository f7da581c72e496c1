package co.litper.cerebro.log;

/** Whether an event may still move the world. */
public enum Standing {
    /** Fresh: decisions may have effects. */
    LIVE,
    /**
     * Older than 48 hours when it came in, or part of a first import: decided in observe mode, learned from, effects
     * impossible.
     */
    HISTORICAL
}
