package co.litper.cerebro.learn.improve;

/** What is watched from week to week. */
public enum Metric {
    /** Points of the specification's table per decision. */
    REWARD(true),
    /** Pesos per parcel, before messages and calls. */
    PESOS(true),
    /** Share of delivered parcels that came late, 0 to 1. */
    LATE(false),
    /** Share of delivered and returned parcels that came back, 0 to 1. */
    RETURNED(false),
    /** Share of parcels with a novedad that were delivered all the same, 0 to 1. */
    RESCUED(true),
    /** Expected calibration error of the probability of delay, 0 to 1; with few parcels a week chance adds to it. */
    DELAY_ERROR(false),
    /** The same of the probability of return. */
    RETURN_ERROR(false);

    private final boolean moreIsBetter;

    Metric(boolean moreIsBetter) {
        this.moreIsBetter = moreIsBetter;
    }

    /** True if a rise is good news. */
    public boolean moreIsBetter() {
        return moreIsBetter;
    }
}
