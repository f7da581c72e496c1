package co.litper.cerebro.learn.replay;

/**
 * What a carrier asked for a parcel when it was chosen, by the tariffs that the log had brought until then.
 *
 * @param freightCop pesos out
 * @param returnFreightCop pesos back
 */
public record Price(double freightCop, double returnFreightCop) {
    /** No tariff was known. */
    public static final Price UNTOLD = new Price(Double.NaN, Double.NaN);

    public boolean isTold() {
        return freightCop >= 0;
    }
}
