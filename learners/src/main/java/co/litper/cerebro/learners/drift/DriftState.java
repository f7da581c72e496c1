package co.litper.cerebro.learners.drift;

/** What a detector thinks of the stream after its last value. */
public enum DriftState {
    /** Nothing speaks against one and the same distribution. */
    STABLE,
    /** A change is likely: start to prepare for it, an understudy for example. */
    WARNING,
    /** The distribution has changed: let go of what was learned before. */
    DRIFT
}
