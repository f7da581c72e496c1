package co.litper.cerebro.simulator;

/** How a parcel's story ended. */
public enum Ending {
    DELIVERED,
    RETURNED,
    CANCELLED,
    /** Lost or destroyed on the way. */
    LOST,
    /** Still under way when the simulation stopped. */
    OPEN
}
