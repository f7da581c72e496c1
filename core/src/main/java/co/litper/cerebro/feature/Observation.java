package co.litper.cerebro.feature;

import java.time.Instant;

/** Something that came true of a shipment and that the statistics of its subjects take in. */
public sealed interface Observation {

    /** When it came true, by event time. */
    Instant at();

    /** It is now known whether the shipment kept its promise: at the door, or when the promise passed without a delivery. */
    record Judged(Instant at, boolean late, double weight) implements Observation {}

    /**
     * It ended, delivered or returned.
     *
     * @param transitDays days from creation to the door, above 0; NaN if it was returned
     * @param expectedDays what the feature row expected for them, or NaN
     */
    record Ended(Instant at, boolean returned, boolean issue, double transitDays, double expectedDays, double weight)
            implements Observation {}

    /**
     * It was handed to the carrier.
     *
     * @param days since creation, at least 0
     */
    record HandedOver(Instant at, double days, double weight) implements Observation {}

    /** Its expected day came. */
    record FellDue(Instant at, boolean behind, double weight) implements Observation {}

    /** Least duration taken into a logarithm: half an hour, in days. */
    double LEAST_DAYS = 1.0 / 48;

    /** Minutes since 1970, the clock of the table. */
    static int minute(Instant at) {
        return (int) Math.floorDiv(at.getEpochSecond(), 60);
    }

    /** The logarithm of a duration in days. */
    static double logDays(double days) {
        return Math.log(Math.max(LEAST_DAYS, days));
    }

    /** Adds this to one subject of the table. */
    private void put(Aggregates to, Scope scope, long key, Stat weightStat, double weight, Stat sumStat, double sum) {
        to.add(scope, key, minute(at()), weightStat, weight, sumStat, sum);
    }

    /** Adds this to the subject {@code key} of {@code scope}. Package-private in spirit: called by {@link Aggregates}. */
    default void addTo(Aggregates to, Scope scope, long key) {
        switch (this) {
            case Judged j -> put(to, scope, key, Stat.JUDGED, j.weight(), Stat.LATE, j.late() ? j.weight() : 0);
            case Ended e -> {
                put(to, scope, key, Stat.SETTLED, e.weight(), Stat.ISSUE, e.issue() ? e.weight() : 0);
                put(to, scope, key, Stat.RETURNED, e.returned() ? e.weight() : 0, Stat.RETURNED, 0);
                if (e.transitDays() > 0) {
                    double log = logDays(e.transitDays());
                    put(to, scope, key, Stat.DELIVERED, e.weight(), Stat.LOG_DAYS, e.weight() * log);
                    // What it takes to settle a novedad says little of how quick the carrier is.
                    if (e.expectedDays() > 0 && !e.issue()) {
                        double pace = log - logDays(e.expectedDays());
                        put(to, scope, key, Stat.PACED, e.weight(), Stat.PACE, e.weight() * pace);
                    }
                }
            }
            case HandedOver h ->
                put(to, scope, key, Stat.HANDED, h.weight(), Stat.LOG_HANDOVER, h.weight() * logDays(h.days()));
            case FellDue d -> put(to, scope, key, Stat.DUE, d.weight(), Stat.BEHIND, d.behind() ? d.weight() : 0);
        }
    }
}
