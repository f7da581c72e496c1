package co.litper.cerebro.server.read;

/** The goals of the specification that log and state can tell of, with what is compared with each. */
public enum Goal {
    /** Decisions a day that did something without people. */
    DECISIONS_PER_DAY(10_000, true),
    /** Share of deliveries of which late or on time was foreseen right. */
    FORECAST_ACCURACY(0.90, true),
    /** By how much the share of late deliveries fell against the time before, as a share of what it was then. */
    LATE_REDUCTION(0.30, true),
    /** Share of the shipments with a novedad answered without people that ended with a delivery. */
    ANSWERED_BY_ITSELF(0.50, true),
    /** Share of shipments that were returned; the specification names no goal. */
    RETURNS(Double.NaN, false),
    /** Share of shipments with a novedad that were delivered after all; the specification names no goal. */
    RESCUES(Double.NaN, true);

    private final double target;
    private final boolean more;

    Goal(double target, boolean more) {
        this.target = target;
        this.more = more;
    }

    /** What is to be reached, or NaN. */
    public double target() {
        return target;
    }

    /** True if more is better. */
    public boolean isMoreBetter() {
        return more;
    }
}
