package co.litper.cerebro.learn;

import co.litper.cerebro.decision.Settled;
import co.litper.cerebro.logistics.ParcelState;
import co.litper.cerebro.policy.Economics;
import co.litper.cerebro.vocabulary.Action;
import co.litper.cerebro.vocabulary.Outcome;
import co.litper.cerebro.vocabulary.Reward;

/**
 * What an outcome is worth to a decision: points after the specification's table (2.1), pesos after what the parcel earned
 * or lost. Several decisions that touched one parcel share its pesos in equal parts, so that the ledger adds up.
 */
public final class Rewards {
    private static final double MS_PER_DAY = 86_400_000.0;

    private Rewards() {}

    /**
     * How a decision is settled whose parcel has ended.
     *
     * @param carriedOut what was really done because of it
     * @param sharers how many decisions share the parcel's pesos, at least 1
     * @param isFirst true if it was the first decision about the parcel
     * @throws IllegalArgumentException if the parcel has not ended
     */
    public static Settled ended(
            OutcomeLedger.Open open,
            long homeKey,
            ParcelState parcel,
            Action carriedOut,
            Economics economics,
            int sharers,
            boolean isFirst) {
        boolean late = parcel.isLate(parcel.endedAtMs());
        return new Settled(
                open.id(),
                homeKey,
                outcome(open, parcel, late),
                reward(open, parcel, late, economics, sharers),
                late,
                parcel.issues() > open.issuesBefore(),
                (float) (Math.max(0, parcel.endedAtMs() - open.atMs()) / MS_PER_DAY),
                carriedOut,
                open.teaches(),
                isFirst ? parcel.carrier().code() : "",
                sharers,
                true);
    }

    private static Outcome outcome(OutcomeLedger.Open open, ParcelState parcel, boolean late) {
        return switch (parcel.state()) {
            case DELIVERED ->
                open.aboutIssue() ? Outcome.ISSUE_RESOLVED : late ? Outcome.DELAY_OCCURRED : Outcome.DELIVERY_SUCCESS;
            case RETURNED -> Outcome.ISSUE_UNRESOLVED;
            case CANCELLED -> Outcome.CUSTOMER_LOST;
            case CREATED, PROCESSING, SHIPPED, IN_TRANSIT, OUT_FOR_DELIVERY, IN_OFFICE, ISSUE ->
                throw new IllegalArgumentException("the parcel has not ended, it is " + parcel.state());
        };
    }

    private static Reward reward(
            OutcomeLedger.Open open, ParcelState parcel, boolean late, Economics economics, int sharers) {
        return switch (parcel.state()) {
            case DELIVERED -> {
                double points = Outcome.DELIVERY_SUCCESS.points()
                        + (late ? Outcome.DELAY_OCCURRED.points() : 0)
                        + (open.aboutIssue() ? Outcome.ISSUE_RESOLVED.points() : 0);
                yield new Reward(points, economics.deliveredCop(parcel.facts(), late) / sharers);
            }
            case RETURNED ->
                new Reward(Outcome.ISSUE_UNRESOLVED.points(), economics.returnedCop(parcel.facts()) / sharers);
            default -> new Reward(Outcome.CUSTOMER_LOST.points(), 0);
        };
    }

    /** How a decision is settled whose window closed in silence; the truth may still come. */
    public static Settled silent(OutcomeLedger.Open open, long homeKey) {
        return new Settled(
                open.id(),
                homeKey,
                Outcome.UNKNOWN,
                Reward.ZERO,
                false,
                false,
                Float.NaN,
                Action.NONE,
                false,
                "",
                1,
                false);
    }
}
