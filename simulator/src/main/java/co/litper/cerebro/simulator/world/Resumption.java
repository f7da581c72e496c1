package co.litper.cerebro.simulator.world;

import co.litper.cerebro.simulator.world.Agenda.Kind;

/** What is planned for a parcel that stands somewhere, planned anew. */
final class Resumption {
    private Resumption() {}

    static void plan(Scene scene, Journeys journeys, Parcel x) {
        switch (x.phase) {
            case ORDERED -> {
                scene.plan(x, x.order.cutoffMs(), Kind.CUTOFF);
                journeys.mayCallOff(x);
            }
            case CHOSEN -> scene.plan(x, x.order.atMs() + Journeys.CONFIRMED_MS, Kind.GUIDE);
            case GUIDED -> scene.plan(x, Days.at(x.pickupDay, 18), Kind.SHIPPED);
            case MOVING -> scene.plan(x, Days.at(x.attemptDay, 8), Kind.OUT);
            case OUT -> scene.plan(x, Journeys.resultMs(x.attemptDay, 0.5), Kind.RESULT);
            case ISSUE -> {
                Issue issue = x.openIssue();
                scene.plan(x, issue.deadlineMs, Kind.DEADLINE);
                scene.plan(x, scene.nature.days.nextRound(scene.now), Kind.ROUND);
            }
            case AGAIN, OFFICE, CLAIMED, ENDED ->
                throw new IllegalArgumentException("order " + x.order.id() + " cannot be resumed while " + x.phase);
        }
    }
}
