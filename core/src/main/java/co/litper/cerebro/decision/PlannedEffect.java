package co.litper.cerebro.decision;

import co.litper.cerebro.event.EffectStatus;
import co.litper.cerebro.vocabulary.Action;

/**
 * Something to be done in the world because of a choice, with the predicate under which it may still leave.
 *
 * @param id decision id × {@link #PER_DECISION} + choice
 * @param homeKey the home key of the parcel
 * @param action what to do
 * @param target of a carrier choice the carrier's code; else empty
 * @param status {@code PLANNED}, or {@code REFUSED} where no permit was granted
 * @param needsApproval true if a person must say yes first
 * @param notBeforeMs epoch milliseconds before which it must not leave (contact hours)
 * @param deadlineMs epoch milliseconds after which it makes no sense any more
 * @param parcelVersion the version of the parcel's state on which it was decided; it is dropped if that has changed
 */
public record PlannedEffect(
        long id,
        long homeKey,
        Action action,
        String target,
        EffectStatus status,
        boolean needsApproval,
        long notBeforeMs,
        long deadlineMs,
        long parcelVersion)
        implements Fact {

    /** Choices that one decision can hold. */
    public static final int PER_DECISION = 8;

    /** This effect with another earliest time. */
    public PlannedEffect notBefore(long ms) {
        return new PlannedEffect(id, homeKey, action, target, status, needsApproval, ms, deadlineMs, parcelVersion);
    }

    /** The id of the effect of the {@code choice}-th choice of a decision. */
    public static long idOf(long decisionId, int choice) {
        return Math.addExact(Math.multiplyExact(decisionId, PER_DECISION), choice);
    }

    /** The decision that planned an effect. */
    public static long decisionOf(long effectId) {
        return effectId / PER_DECISION;
    }
}
