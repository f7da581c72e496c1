package co.litper.cerebro.simulator.report;

import co.litper.cerebro.simulator.Ending;
import co.litper.cerebro.simulator.Handler;
import co.litper.cerebro.simulator.IssueStory;
import co.litper.cerebro.simulator.ParcelStory;
import co.litper.cerebro.vocabulary.Carrier;
import co.litper.cerebro.vocabulary.Outcome;

/** Sums over parcels. Owned by one thread while it is filled. */
final class Tally {
    private long orders;
    private long ended;
    private long delivered;
    private long late;
    private long returned;
    private long lost;
    private long cancelled;
    private long issues;
    private long rescued;
    private long withoutPeople;
    private long contacts;
    private double margin;
    private double cost;
    private double points;
    private long decisions;

    void add(ParcelStory story) {
        orders++;
        contacts += story.contactsAt().size();
        margin += story.marginCop();
        boolean carried = !story.carrier().equals(Carrier.UNKNOWN);
        switch (story.ending()) {
            case OPEN -> {
                return;
            }
            case CANCELLED -> cancelled++;
            case DELIVERED -> delivered++;
            case RETURNED -> returned++;
            case LOST -> lost++;
        }
        ended++;
        late += story.isLate() ? 1 : 0;
        ParcelStory.Account money = story.money();
        cost += money.freight() + money.returnFreight() + money.late() + money.messages() + money.calls();
        if (carried) {
            decisions++;
            points += points(story);
        }
        story.issues().forEach(this::add);
    }

    private void add(IssueStory issue) {
        issues++;
        decisions++;
        rescued += issue.rescued() ? 1 : 0;
        withoutPeople += issue.rescued() && issue.handler() == Handler.PLAYER ? 1 : 0;
        points += (issue.rescued() ? Outcome.ISSUE_RESOLVED : Outcome.ISSUE_UNRESOLVED).points();
    }

    /** The specification's points for the choice of a carrier; those for a novedad are counted apart. */
    private static double points(ParcelStory story) {
        if (story.ending() == Ending.DELIVERED) {
            return Outcome.DELIVERY_SUCCESS.points() + (story.isLate() ? Outcome.DELAY_OCCURRED.points() : 0);
        }
        return story.ending() == Ending.RETURNED ? Outcome.ISSUE_UNRESOLVED.points() : Outcome.CUSTOMER_LOST.points();
    }

    void addAll(Tally other) {
        orders += other.orders;
        ended += other.ended;
        delivered += other.delivered;
        late += other.late;
        returned += other.returned;
        lost += other.lost;
        cancelled += other.cancelled;
        issues += other.issues;
        rescued += other.rescued;
        withoutPeople += other.withoutPeople;
        contacts += other.contacts;
        margin += other.margin;
        cost += other.cost;
        points += other.points;
        decisions += other.decisions;
    }

    long orders() {
        return orders;
    }

    long issues() {
        return issues;
    }

    /** Delivered in time, of all that ended under a guide. */
    double onTimeShare() {
        return share(delivered - late, delivered + returned + lost);
    }

    /** Delivered late, of all that was delivered. */
    double lateShare() {
        return share(late, delivered);
    }

    /** Returned, of all that ended under a guide. */
    double returnShare() {
        return share(returned, delivered + returned + lost);
    }

    /** Novedades of parcels that were delivered after all without people having acted, of all novedades. */
    double autoResolved() {
        return share(withoutPeople, issues);
    }

    double rescuedShare() {
        return share(rescued, issues);
    }

    double openShare() {
        return share(orders - ended, orders);
    }

    double contactsPerParcel() {
        return share(contacts, orders);
    }

    double costCop() {
        return share(cost, ended);
    }

    double marginCop() {
        return share(margin, orders);
    }

    /** Margin over what has ended only; what is under way has earned nothing yet. */
    double marginOfEndedCop() {
        return share(margin, ended);
    }

    double pointsPerDecision() {
        return share(points, decisions);
    }

    private static double share(double part, double whole) {
        return whole == 0 ? Double.NaN : part / whole;
    }
}
