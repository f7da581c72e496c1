package co.litper.cerebro.simulator.world;

/**
 * Working days from pickup to the first attempt: a lognormal around line haul × carrier × lane × congestion × faults,
 * rounded, at least one day. Draws and chances come from the same numbers.
 */
final class Transit {
    /** Working days beyond which a parcel counts as this long under way. */
    static final int MOST_DAYS = 45;

    private final double sigma;
    private final Fleet fleet;
    private final Lanes lanes;
    private final Load load;
    private final Faults faults;

    Transit(WorldParameters p, Fleet fleet, Lanes lanes, Load load, Faults faults) {
        sigma = p.get("transit.noise");
        this.fleet = fleet;
        this.lanes = lanes;
        this.load = load;
        this.faults = faults;
    }

    /** The median in working days for an order picked up on a day, at the congestion of the moment. */
    double median(Order o, int carrier, int pickupDay) {
        Place place = o.place();
        return place.lineHaul()[o.origin()]
                * fleet.slowness(carrier, pickupDay)
                * lanes.slowness(carrier, place, faults.isShifted(place, pickupDay))
                * load.slowness(carrier, pickupDay)
                * faults.slowness(carrier, place, pickupDay);
    }

    /** The days that a standard normal draw gives. */
    int days(double median, double normal) {
        return (int) Math.clamp(Math.round(median * Math.exp(sigma * normal)), 1, MOST_DAYS);
    }

    /** Chance of at most {@code days}. */
    double atMost(double median, int days) {
        return days < 1 ? 0 : days >= MOST_DAYS ? 1 : Normal.cumulative(Math.log((days + 0.5) / median) / sigma);
    }
}
