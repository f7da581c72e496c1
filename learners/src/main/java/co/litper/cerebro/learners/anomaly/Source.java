package co.litper.cerebro.learners.anomaly;

/** What speaks for an anomaly, in the order in which sources are kept and told. */
public enum Source {
    /** How alone the value stands among a sample of all values ({@link RandomCutForest}). */
    FOREST,
    /** How far it is from the median of the same time on other days, or in other weeks. */
    SEASON,
    /** How far it is from an exponentially smoothed level. */
    FORECAST,
    /** How unlike any other the last few readings are together. */
    SHORT_SHAPE,
    /** The same of about a day's tenth: three times as many readings. */
    LONG_SHAPE,
    /** How far it lies beyond all values of the last weeks. */
    RANGE,
    /** How far the median of the last few readings is from that of those before. */
    LEVEL
}
