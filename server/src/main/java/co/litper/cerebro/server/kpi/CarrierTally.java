package co.litper.cerebro.server.kpi;

import co.litper.cerebro.logistics.ParcelState;
import co.litper.cerebro.vocabulary.ShipmentState;

/** Counts of a group of parcels: a carrier's, or all. Filled by one thread. */
public final class CarrierTally {
    private long parcels;
    private long delivered;
    private long promised;
    private long late;
    private long returned;
    private long openIssues;
    private long endedWithIssue;
    private long rescued;

    /** Counts that were made elsewhere by the same rules. */
    public static CarrierTally of(
            long parcels,
            long delivered,
            long promised,
            long late,
            long returned,
            long openIssues,
            long endedWithIssue,
            long rescued) {
        CarrierTally tally = new CarrierTally();
        tally.parcels = parcels;
        tally.delivered = delivered;
        tally.promised = promised;
        tally.late = late;
        tally.returned = returned;
        tally.openIssues = openIssues;
        tally.endedWithIssue = endedWithIssue;
        tally.rescued = rescued;
        return tally;
    }

    void add(ParcelState parcel) {
        parcels++;
        openIssues += parcel.hasOpenIssue() ? 1 : 0;
        boolean isDelivered = parcel.state() == ShipmentState.DELIVERED;
        boolean isReturned = parcel.state() == ShipmentState.RETURNED;
        delivered += isDelivered ? 1 : 0;
        returned += isReturned ? 1 : 0;
        promised += isDelivered && parcel.facts().promisedAt() != null ? 1 : 0;
        late += isDelivered && parcel.isLate(parcel.endedAtMs()) ? 1 : 0;
        if (parcel.issues() > 0 && (isDelivered || isReturned)) {
            endedWithIssue++;
            rescued += isDelivered ? 1 : 0;
        }
    }

    public long parcels() {
        return parcels;
    }

    public long delivered() {
        return delivered;
    }

    public long returned() {
        return returned;
    }

    public long openIssues() {
        return openIssues;
    }

    /** Parcels with a novedad that were delivered or returned. */
    public long endedWithIssue() {
        return endedWithIssue;
    }

    /** Of those, the ones that were delivered. */
    public long rescued() {
        return rescued;
    }

    /** Delivered parcels whose promise is known. */
    public long promised() {
        return promised;
    }

    /** Delivered after their promise, of the delivered with one; NaN if there are none. */
    public double lateShare() {
        return share(late, promised);
    }

    /** Returned, of the delivered and the returned; NaN if none ended so. */
    public double returnShare() {
        return share(returned, delivered + returned);
    }

    /** Delivered of those that ended with a novedad; NaN if none did. */
    public double rescueShare() {
        return share(rescued, endedWithIssue);
    }

    private static double share(long part, long whole) {
        return whole == 0 ? Double.NaN : (double) part / whole;
    }
}
