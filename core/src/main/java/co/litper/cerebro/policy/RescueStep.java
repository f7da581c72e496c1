package co.litper.cerebro.policy;

/**
 * One step of a novedad whose consequence is known.
 *
 * @param stage code of the stage at which it was decided
 * @param action ordinal of what was really done
 * @param next code of the stage that followed, or {@link #DELIVERED}, {@link #LATE} or {@link #RETURNED}
 */
record RescueStep(int stage, int action, int next) {
    /** The parcel was delivered on time. */
    static final int DELIVERED = -1;
    /** The parcel was delivered after its promise. */
    static final int LATE = -2;
    /** The parcel came back. */
    static final int RETURNED = -3;

    /** No consequence is below it. */
    static final int LOWEST = RETURNED;

    boolean isLast() {
        return next < 0;
    }
}
