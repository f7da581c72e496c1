package co.litper.cerebro.policy;

import co.litper.cerebro.decision.Autonomy;
import co.litper.cerebro.decision.IssueStage;
import co.litper.cerebro.vocabulary.Action;
import co.litper.cerebro.vocabulary.Reply;

/**
 * One step of a novedad whose consequence is known.
 *
 * @param stage code of the stage at which it was decided
 * @param action ordinal of what was really done
 * @param next code of the stage that followed, or {@link #DELIVERED}, {@link #LATE} or {@link #RETURNED}
 * @param autonomy {@code ACT} if the brain had meant to do that by itself, {@code APPROVE} if after a yes; else people did it
 */
public record RescueStep(int stage, int action, int next, Autonomy autonomy) {
    /** The parcel was delivered on time. */
    static final int DELIVERED = -1;
    /** The parcel was delivered after its promise. */
    static final int LATE = -2;
    /** The parcel came back. */
    static final int RETURNED = -3;

    /** No consequence is below it. */
    static final int LOWEST = RETURNED;

    private static final Action[] ACTIONS = Action.values();

    boolean isLast() {
        return next < 0;
    }

    /** What was really done. */
    public Action done() {
        return ACTIONS[action];
    }

    /** True if the customer said something new about the same novedad, or the parcel was delivered: more than time passed. */
    public boolean isFollowed() {
        if (isLast()) {
            return next != RETURNED;
        }
        IssueStage from = IssueStage.of(stage, done());
        IssueStage to = IssueStage.of(next, Action.NONE);
        return to.issue() == from.issue() && to.reply() != from.reply() && to.reply() != Reply.NONE;
    }
}
