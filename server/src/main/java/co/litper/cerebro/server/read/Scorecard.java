package co.litper.cerebro.server.read;

import co.litper.cerebro.vocabulary.Carrier;
import co.litper.cerebro.vocabulary.CityCode;

/**
 * How a carrier does, in one city or over several.
 *
 * @param city the city, or {@link CityCode#UNKNOWN} for all
 * @param parcels shipments in all
 * @param open with a novedad that waits
 * @param delivered ended so
 * @param returned ended so
 * @param lost returned after a report of damage or loss
 * @param onTime share of the delivered with a promise that came in time
 * @param returns share of the delivered and returned that came back
 * @param issues share of all shipments that had a novedad
 * @param rescues share of those that ended with a novedad which were delivered
 * @param days mean days from beginning to delivery
 * @param lostCop what the returned would have earned and cost to bring back, pesos
 */
public record Scorecard(
        Carrier carrier,
        CityCode city,
        long parcels,
        long open,
        long delivered,
        long returned,
        long lost,
        Interval onTime,
        Interval returns,
        Interval issues,
        Interval rescues,
        Interval days,
        long lostCop) {

    static Scorecard of(Carrier carrier, CityCode city, Sums<LaneCount> s) {
        double delivered = s.of(LaneCount.DELIVERED);
        double returned = s.of(LaneCount.RETURNED);
        return new Scorecard(
                carrier,
                city,
                s.count(LaneCount.PARCELS),
                s.count(LaneCount.OPEN_ISSUES),
                Math.round(delivered),
                Math.round(returned),
                s.count(LaneCount.LOST),
                Interval.share(s.of(LaneCount.PROMISED) - s.of(LaneCount.LATE), s.of(LaneCount.PROMISED)),
                Interval.share(returned, delivered + returned),
                Interval.share(s.of(LaneCount.WITH_ISSUE), s.of(LaneCount.PARCELS)),
                Interval.share(s.of(LaneCount.RESCUED), s.of(LaneCount.ENDED_WITH_ISSUE)),
                Interval.mean(s.of(LaneCount.TIMED), s.of(LaneCount.DAYS), s.of(LaneCount.DAYS_SQUARED)),
                s.count(LaneCount.LOST_COP));
    }
}
