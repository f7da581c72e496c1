package co.litper.cerebro.simulator.world;

/**
 * How full each carrier is: the merchants' own parcels of the last days and everybody else's, against its hidden capacity.
 * Mutable: told of every parcel handed over and of every new day.
 */
final class Load {
    /** Weight of the day that ends in the moving mean of parcels a day. */
    private static final double NEWS = 0.25;
    /** Of its capacity at the start. */
    private static final double START = 0.7;

    private final double[] capacity = new double[Fleet.COUNT];
    private final double[] perDay = new double[Fleet.COUNT];
    private final int[] today = new int[Fleet.COUNT];
    private final double from;
    private final double slope;
    private final double most;
    private final double season;
    private final Days days;
    private final Faults faults;

    Load(WorldParameters p, int ordersPerDay, Days days, Faults faults) {
        this.days = days;
        this.faults = faults;
        from = p.get("congestion.from");
        slope = p.get("congestion.slope");
        most = p.get("congestion.most");
        season = p.get("congestion.season");
        for (int c = 0; c < Fleet.COUNT; c++) {
            capacity[c] = p.ofCarrier(c, "share") * ordersPerDay;
            perDay[c] = START * capacity[c];
        }
    }

    void handedOver(int carrier) {
        today[carrier]++;
    }

    /** Ends a day. On days without pickup nothing is learned of a carrier's load. */
    void dayEnds(int day) {
        for (int c = 0; c < Fleet.COUNT; c++) {
            if (days.isWorking(day)) {
                perDay[c] += NEWS * (today[c] - perDay[c]);
            }
            today[c] = 0;
        }
    }

    /** The factor on transit. */
    double slowness(int carrier, int day) {
        double room = capacity[carrier] * faults.capacity(carrier, day);
        double load = perDay[carrier] / Math.max(1e-9, room) + (days.isHigh(day) ? season : 0);
        return Math.min(most, 1 + slope * Math.max(0, load - from));
    }

    /** What the carrier says that it can take in a day. */
    int published(int carrier, int day) {
        return (int) Math.round(capacity[carrier] * faults.capacity(carrier, day));
    }

    /** As it stands. */
    Load copyInto(Load other) {
        System.arraycopy(perDay, 0, other.perDay, 0, perDay.length);
        System.arraycopy(today, 0, other.today, 0, today.length);
        return other;
    }
}
