package co.litper.cerebro.feature;

import java.util.Arrays;

/** {@link Aggregates} as they stood when published. Immutable; read by any thread without a lock. */
public final class AggregateView {
    /** Nothing known yet. */
    public static final AggregateView EMPTY = empty();

    static final int NOWHERE = -1;

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
