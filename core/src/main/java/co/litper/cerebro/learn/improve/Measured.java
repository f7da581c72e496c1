package co.litper.cerebro.learn.improve;

/**
 * What came of a change, told by the parcels after it against those before.
 *
 * @param differenceCop pesos a parcel beyond what was forecast of it, after less before
 * @param low lower end of its 95 % interval
 * @param high upper end
 * @param parcels parcels after it
 */
public record Measured(double differenceCop, double low, double high, long parcels) {
    /** True if it surely did harm. */
    public boolean isHarm() {
        return high < 0;
    }
}
