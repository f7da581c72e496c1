package co.litper.cerebro.feature;

import java.util.Arrays;

/** {@link Aggregates} as they stood when published. Immutable; read by any thread without a lock. */
public final class AggregateView {
    /** Nothing known yet. */
    public static final AggregateView EMPTY = empty();

    static final int NOWHERE = -1;

    /** What is known of a carrier elsewhere in the department, against what is known of it in the city. */
    private static final double OF_DEPARTMENT = 0.3;

    /**
     * Carriers' return rates in one city differ by two or three points: that much is in doubt before any outcome, as if some
     * two hundred had been seen.
     */
    private static final double PRIOR_CASES = 250;

    private final AggregatePage[] pages;

    AggregateView(AggregatePage[] pages) {
        this.pages = pages;
    }

    private static AggregateView empty() {
        AggregatePage[] pages = new AggregatePage[1];
        Arrays.fill(pages, AggregatePage.EMPTY);
        return new AggregateView(pages);
    }

    static int pageOf(long key, int pages) {
        return (int) (key >>> 40) & (pages - 1);
    }

    static int setOf(long key) {
        return (int) key & (Aggregates.SETS_PER_PAGE - 1);
    }

    /**
     * How many outcomes speak for what is believed of the context's carrier in its city, those elsewhere in the department
     * counting {@value #OF_DEPARTMENT}; at least {@value #PRIOR_CASES}.
     */
    public double casesOfCarrier(ShipmentContext context) {
        SubjectKeys keys = new SubjectKeys(context);
        int minute = Observation.minute(context.at());
        double city = settled(Scope.CARRIER_CITY, keys, minute);
        double department = settled(Scope.CARRIER_DEPARTMENT, keys, minute);
        return PRIOR_CASES + city + OF_DEPARTMENT * Math.max(0, department - city);
    }

    private double settled(Scope scope, SubjectKeys keys, int minute) {
        long key = keys.of(scope);
        int place = key == SubjectKeys.NONE ? NOWHERE : find(key);
        return place == NOWHERE ? 0 : left(scope, place, minute) * sum(place, Stat.SETTLED);
    }

    /** Where a key stands, or {@link #NOWHERE}. */
    int find(long key) {
        int p = pageOf(key, pages.length);
        long[] keys = pages[p].keys;
        int first = setOf(key) * Aggregates.WAYS;
        for (int i = first; i < first + Aggregates.WAYS; i++) {
            if (keys[i] == key) {
                return p * Aggregates.PLACES_PER_PAGE + i;
            }
        }
        return NOWHERE;
    }

    /** What is left at {@code minute} of the sums at {@code place}, as a share. */
    double left(Scope scope, int place, int minute) {
        int at = pages[place / Aggregates.PLACES_PER_PAGE].minutes[place % Aggregates.PLACES_PER_PAGE];
        return scope.left(minute - (long) at);
    }

    /** The undecayed sum at {@code place}. */
    float sum(int place, Stat stat) {
        AggregatePage page = pages[place / Aggregates.PLACES_PER_PAGE];
        return page.sums[(place % Aggregates.PLACES_PER_PAGE) * Stat.COUNT + stat.ordinal()];
    }
}
