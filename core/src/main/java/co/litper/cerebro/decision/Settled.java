package co.litper.cerebro.decision;

import co.litper.cerebro.vocabulary.Action;
import co.litper.cerebro.vocabulary.Outcome;
import co.litper.cerebro.vocabulary.Reward;

/**
 * What came of a decision: recorded beside the event that brought its parcel to an end, or the tick that closed its window.
 *
 * @param decisionId the decision
 * @param homeKey the home key of its parcel
 * @param outcome what came of it
 * @param reward what it was worth, pesos included
 * @param late true if the parcel came after its promise
 * @param hadIssue true if a novedad was reported after the decision
 * @param days days from the decision to the parcel's end, or NaN if it has not ended
 * @param carriedOut the action that was really carried out because of the decision, {@code NONE} if nothing was
 * @param teaches true if learners take it in: the first decision of a parcel, any that acted, and a sample of the rest
 * @param carrier code of the carrier that had the parcel in the end, told beside the parcel's first decision only; else empty
 * @param sharers how many decisions share the parcel's pesos, at least 1
 * @param complete false if the window closed in silence and the truth may still come
 */
public record Settled(
        long decisionId,
        long homeKey,
        Outcome outcome,
        Reward reward,
        boolean late,
        boolean hadIssue,
        float days,
        Action carriedOut,
        boolean teaches,
        String carrier,
        int sharers,
        boolean complete)
        implements Fact {

    /** What the parcel was worth in all, pesos: this decision's share times the sharers. */
    public long parcelCop() {
        return reward.cop() * sharers;
    }
}
