package co.litper.cerebro.learn;

import co.litper.cerebro.event.LearningEvent.FeedbackReceived;
import co.litper.cerebro.logistics.ParcelState;
import co.litper.cerebro.policy.Economics;
import co.litper.cerebro.vocabulary.Outcome;
import co.litper.cerebro.vocabulary.Reward;

/**
 * What an outcome is worth to a decision: points after the specification's table (2.1), pesos after what the parcel earned
 * or lost. Several decisions that touched one parcel share its pesos in equal parts, so that the ledger adds up.
 */
public final class Rewards {
    private static final double MS_PER_DAY = 86_400_000.0;

    private Rewards() {}

    /** The feedback of a decision whose parcel has ended. */
    public static FeedbackReceived ended(
            OutcomeLedger.Open open, ParcelState parcel, Economics economics, int sharers) {
        boolean late = parcel.isLate(parcel.endedAtMs());
        boolean hadIssue = parcel.issues() > open.issuesBefore();
        double days = Math.max(0, parcel.endedAtMs() - open.atMs()) / MS_PER_DAY;
        return switch (parcel.state()) {
            case DELIVERED ->
                new FeedbackReceived(
                        open.id(),
                        open.aboutIssue()
                                ? Outcome.ISSUE_RESOLVED
                                : late ? Outcome.DELAY_OCCURRED : Outcome.DELIVERY_SUCCESS,
                        new Reward(delivered(open, late), economics.deliveredCop(parcel.facts(), late) / sharers),
                        late,
                        hadIssue,
                        days,
                        true);
            case RETURNED ->
                new FeedbackReceived(
                        open.id(),
                        Outcome.ISSUE_UNRESOLVED,
                        new Reward(Outcome.ISSUE_UNRESOLVED.points(), economics.returnedCop(parcel.facts()) / sharers),
                        late,
                        hadIssue,
                        days,
                        true);
            case CANCELLED ->
                new FeedbackReceived(
                        open.id(),
                        Outcome.CUSTOMER_LOST,
                        new Reward(Outcome.CUSTOMER_LOST.points(), 0),
                        late,
                        hadIssue,
                        days,
                        true);
            case CREATED, PROCESSING, SHIPPED, IN_TRANSIT, OUT_FOR_DELIVERY, IN_OFFICE, ISSUE ->
                throw new IllegalArgumentException("parcel has not ended, it is " + parcel.state());
        };
    }

    private static double delivered(OutcomeLedger.Open open, boolean late) {
        return Outcome.DELIVERY_SUCCESS.points()
                + (late ? Outcome.DELAY_OCCURRED.points() : 0)
                + (open.aboutIssue() ? Outcome.ISSUE_RESOLVED.points() : 0);
    }

    /** The default feedback of a decision whose window closed in silence; the truth may still come. */
    public static FeedbackReceived silent(OutcomeLedger.Open open) {
        return new FeedbackReceived(open.id(), Outcome.UNKNOWN, Reward.ZERO, false, false, Double.NaN, false);
    }
}
