package co.litper.cerebro.server.read;

import java.time.LocalDate;

/**
 * What the brain decided on one day of Bogotá, or over several, and what has come of that until now.
 *
 * @param day the day, or the first of several
 * @param decisions made
 * @param observed of those, about the past
 * @param acted that did something without people
 * @param asked that wanted a person's yes
 * @param explored where chance chose otherwise than the policy would
 * @param settled whose outcome is known for good
 * @param points rewards of the settled, on the specification's scale
 * @param cop the same in pesos
 * @param delivered settled ones whose shipment was delivered
 * @param foreseen mean probability of delay that had been foreseen for those; NaN if there are none
 * @param late how many of those came late
 * @param foreseenRight of those, where the likelier of late and on time was what happened
 * @param answered shipments whose first answer to a novedad was carried out, or left, without people
 * @param answeredSettled of those, settled ones
 * @param answeredRescued of those, delivered ones
 */
public record BrainFigures(
        LocalDate day,
        long decisions,
        long observed,
        long acted,
        long asked,
        long explored,
        long settled,
        double points,
        long cop,
        long delivered,
        double foreseen,
        long late,
        long foreseenRight,
        long answered,
        long answeredSettled,
        long answeredRescued) {

    static BrainFigures of(LocalDate day, Sums<BrainCount> s) {
        return new BrainFigures(
                day,
                s.count(BrainCount.DECISIONS),
                s.count(BrainCount.OBSERVED),
                s.count(BrainCount.ACTED),
                s.count(BrainCount.ASKED),
                s.count(BrainCount.EXPLORED),
                s.count(BrainCount.SETTLED),
                s.of(BrainCount.POINTS),
                s.count(BrainCount.COP),
                s.count(BrainCount.DELIVERED),
                s.of(BrainCount.FORESEEN) / s.of(BrainCount.DELIVERED),
                s.count(BrainCount.LATE),
                s.count(BrainCount.FORESEEN_RIGHT),
                s.count(BrainCount.ANSWERED),
                s.count(BrainCount.ANSWERED_SETTLED),
                s.count(BrainCount.ANSWERED_RESCUED));
    }

    /** Share of the decisions whose outcome is known for good; NaN if nothing was decided. */
    public double maturity() {
        return (double) settled / decisions;
    }

    /** Share of the deliveries of which late or on time was foreseen right. */
    public Interval accuracy() {
        return Interval.share(foreseenRight, delivered);
    }

    /** Share of the shipments with a novedad answered without people that ended with a delivery. */
    public Interval answeredRescueShare() {
        return Interval.share(answeredRescued, answeredSettled);
    }
}
