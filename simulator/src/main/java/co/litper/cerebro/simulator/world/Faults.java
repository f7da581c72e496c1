package co.litper.cerebro.simulator.world;

/**
 * What goes wrong from which day on: by the parameters that switch it on, and by strikes that are called while the world
 * lives. Mutable in the latter, one thread.
 */
final class Faults {
    /** Stops on a closed road over those on an open one. */
    private static final double BLOCKING = 4;

    /** A span of days. */
    private record Span(int first, int days) {
        boolean holds(int day) {
            return day >= first && day - first < days;
        }
    }

    private final int start;
    private final WorldParameters p;
    private final Span road;
    private final Span strike;
    private final Span capacity;
    private final Span price;
    private final Span shift;
    private final Span feed;
    private final int roadDepartment;
    private final double roadFactor;
    private final int strikeCarrier;
    private final double strikeFactor;
    private final int capacityCarrier;
    private final double capacityShare;
    private final int shiftDepartment;
    private final int priceCarrier;
    private final double priceFactor;
    /** Strikes that were called and not yet called off, by carrier. */
    private final boolean[] onStrike = new boolean[Fleet.COUNT];

    Faults(WorldParameters p, int startDay) {
        this.start = startDay;
        this.p = p;
        road = span("road");
        strike = span("strike");
        capacity = span("capacity");
        price = span("price");
        shift = span("shift");
        feed = span("feed");
        roadDepartment = (int) p.get("fault.road.department");
        roadFactor = p.get("fault.road.factor");
        strikeCarrier = (int) p.get("fault.strike.carrier");
        strikeFactor = p.get("fault.strike.factor");
        capacityCarrier = (int) p.get("fault.capacity.carrier");
        capacityShare = p.get("fault.capacity.share");
        priceCarrier = (int) p.get("fault.price.carrier");
        priceFactor = p.get("fault.price.factor");
        shiftDepartment = (int) p.get("fault.shift.department");
    }

    private Span span(String fault) {
        double first = p.get("fault." + fault + ".start");
        return first < 0 ? new Span(0, 0) : new Span(start + (int) first, (int) p.get("fault." + fault + ".days"));
    }

    /** The factor on transit. */
    double slowness(int carrier, Place place, int day) {
        double factor = road.holds(day) && place.department() == roadDepartment ? roadFactor : 1;
        boolean struck = onStrike[carrier] || (strike.holds(day) && carrier == strikeCarrier);
        return struck ? factor * strikeFactor : factor;
    }

    /** Calls a strike, or calls it off, for what is picked up from now on. A planned one goes on beside it. */
    void strike(int carrier, boolean called) {
        onStrike[carrier] = called;
    }

    /** The factor on stops by weather and roads. */
    double blocking(Place place, int day) {
        return road.holds(day) && place.department() == roadDepartment ? BLOCKING : 1;
    }

    /** The factor on a carrier's capacity. */
    double capacity(int carrier, int day) {
        return capacity.holds(day) && carrier == capacityCarrier ? capacityShare : 1;
    }

    /** True if the lanes there are the redrawn ones. */
    boolean isShifted(Place place, int day) {
        return shift.holds(day) && place.department() == shiftDepartment;
    }

    /** The factor on a carrier's freight. */
    double freight(int carrier, int day) {
        return price.holds(day) && carrier == priceCarrier ? priceFactor : 1;
    }

    /** True if the feed is bad. */
    boolean isFeedBad(int day) {
        return feed.holds(day);
    }
}
