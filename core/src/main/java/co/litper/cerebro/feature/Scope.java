package co.litper.cerebro.feature;

import co.litper.cerebro.world.Hash64;
import java.util.List;

/**
 * What statistics are kept about, and how long they remember. Half-lives are round numbers chosen by how fast such things
 * change (a network's congestion in days, a place's remoteness in seasons), not fitted.
 */
enum Scope {
    /** Everything, over the last days: congestion, strikes, the days after a sale. */
    GLOBAL_RECENT(20),
    /** Everything, over the last months. */
    GLOBAL(60),
    /** A carrier. */
    CARRIER(30),
    /** A destination's department. */
    DEPARTMENT(90),
    /** A destination's department, lately. */
    DEPARTMENT_RECENT(15),
    /** From an origin to a department. */
    LANE_WIDE(90),
    /** From an origin to a city. */
    LANE(180),
    /** A carrier in a department. */
    CARRIER_DEPARTMENT(60),
    /** A carrier in a city. */
    CARRIER_CITY(90),
    /** Who sells. */
    MERCHANT(90),
    /** Who sells, lately. */
    MERCHANT_RECENT(20),
    /** A carrier, over the last days. */
    CARRIER_RECENT(7);

    /** All, in the order of their numbers. */
    static final List<Scope> ALL = List.of(values());

    private static final double MINUTES_PER_DAY = 1_440;
    private final double decayPerMinute;

    Scope(double halfLifeDays) {
        this.decayPerMinute = Math.log(2) / (halfLifeDays * MINUTES_PER_DAY);
    }

    /** The share of weight left after {@code minutes}, at least 0. */
    double left(long minutes) {
        return minutes <= 0 ? 1 : Math.exp(-decayPerMinute * minutes);
    }

    /** The key of one subject of this scope; never 0, which marks an empty place. */
    long key(long a, long b) {
        long h = Hash64.mix(Hash64.mix(a + 0x9E3779B97F4A7C15L * (ordinal() + 1)) ^ Long.rotateLeft(b, 31));
        return h == 0 ? 1 : h;
    }
}
