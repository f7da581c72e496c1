package co.litper.cerebro.simulator.player;

/** Makes the numbers of one parcel known, for tests. */
public final class ParcelNumbers {
    private ParcelNumbers() {}

    public static Parcels of(long homeKey, String orderId, String guideNumber) {
        Parcels parcels = new Parcels();
        parcels.ordered(homeKey, orderId);
        parcels.guided(homeKey, guideNumber);
        return parcels;
    }
}
