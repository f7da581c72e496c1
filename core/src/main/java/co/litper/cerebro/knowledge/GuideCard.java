package co.litper.cerebro.knowledge;

import org.jspecify.annotations.Nullable;

/** What the projection keeps of a guide, or of an order without one, to tell what it came to. */
final class GuideCard {
    static final long NO_TIME = Long.MIN_VALUE;

    int carrier = Edges.NONE;
    int city = Edges.NONE;
    int product = Edges.NONE;
    int issue = Edges.NONE;
    int solution = Edges.NONE;
    long createdMs = NO_TIME;
    long promisedMs = NO_TIME;
    long endedMs = NO_TIME;
    boolean returned;
    boolean cancelled;

    /** How it stands in the aggregated edges, or null if it does not; with the nodes that it stands under. */
    @Nullable
    Counted counted;

    /** The combination for which it was last counted as a repetition, or null. */
    Repeats.@Nullable Combination repeated;

    /** The nodes whose aggregated edges a guide counts in. */
    record Counted(int carrier, int city, int product, int issue, int solution, Ended ended) {}

    /** What it may repeat, or null while a part is not known. */
    Repeats.@Nullable Combination repeats() {
        return issue == Edges.NONE || carrier == Edges.NONE || city == Edges.NONE
                ? null
                : new Repeats.Combination(carrier, city, issue);
    }

    /** How it counts now, or null if it has not ended. */
    @Nullable
    Counted now() {
        if (endedMs == NO_TIME || cancelled) {
            return null;
        }
        boolean promised = !returned && promisedMs != NO_TIME;
        boolean late = promised && endedMs > promisedMs;
        double days = returned || createdMs == NO_TIME ? Double.NaN : Math.max(0, (endedMs - createdMs) / 86_400_000.0);
        return new Counted(
                carrier,
                city,
                product,
                issue,
                solution,
                new Ended(promised, late, returned, issue != Edges.NONE, days));
    }
}
