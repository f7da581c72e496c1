package co.litper.cerebro.server.demo;

import co.litper.cerebro.vocabulary.IssueReason;
import co.litper.cerebro.vocabulary.ShipmentState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One parcel of the made-up world with its whole life, past and future.
 *
 * @param number its place in the world, from 0
 * @param guide the carrier's number
 * @param ordered when the customer ordered
 * @param steps what happens, in order of time; never empty
 */
record DemoGuide(
        long number,
        String guide,
        DemoCarrier carrier,
        DemoCity city,
        DemoPerson person,
        boolean cod,
        long billedCop,
        long costCop,
        long freightCop,
        String product,
        Instant ordered,
        List<Step> steps) {

    DemoGuide {
        steps = List.copyOf(steps);
    }

    /**
     * Something that happens to a parcel.
     *
     * @param reason why, if it is an issue
     * @param status the carrier's word for the state, without noise
     * @param text what else the carrier writes: of an issue its words
     */
    record Step(Instant at, ShipmentState state, Optional<IssueReason> reason, String status, String text) {}

    /** The last step at or before {@code moment}; the first if none is. */
    Step at(Instant moment) {
        Step last = steps.getFirst();
        for (Step step : steps) {
            if (step.at().isAfter(moment)) {
                break;
            }
            last = step;
        }
        return last;
    }

    /** The last issue at or before {@code moment}. */
    Optional<Step> issueAt(Instant moment) {
        return steps.stream()
                .filter(step ->
                        step.state() == ShipmentState.ISSUE && !step.at().isAfter(moment))
                .reduce((earlier, later) -> later);
    }
}
