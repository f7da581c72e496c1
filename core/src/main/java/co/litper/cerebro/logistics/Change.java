package co.litper.cerebro.logistics;

import co.litper.cerebro.vocabulary.ShipmentState;

/**
 * What an event changed in a parcel.
 *
 * @param firstSeen true if the parcel was not known before
 * @param before its state before; {@code CREATED} where it was not known
 * @param after its state now
 * @param moved true if the state changed
 * @param issueOpened true if a novedad was reported that is not answered yet
 * @param issueClosed true if an open novedad was answered or overtaken by movement
 * @param steppedBack true if the source claimed an earlier state; counted, and applied only as {@link ParcelState} tells
 * @param isReview true if no event changed anything: the parcel is looked at again by itself
 * @param learnedFacts true if something about the parcel was told that was not known
 * @param issueStep true if an open novedad wants its next step: the customer replied, an effect failed, or time passed
 */
public record Change(
        boolean firstSeen,
        ShipmentState before,
        ShipmentState after,
        boolean moved,
        boolean issueOpened,
        boolean issueClosed,
        boolean steppedBack,
        boolean isReview,
        boolean learnedFacts,
        boolean issueStep) {

    /** A change that is no step of a novedad. */
    public Change(
            boolean firstSeen,
            ShipmentState before,
            ShipmentState after,
            boolean moved,
            boolean issueOpened,
            boolean issueClosed,
            boolean steppedBack,
            boolean isReview,
            boolean learnedFacts) {
        this(firstSeen, before, after, moved, issueOpened, issueClosed, steppedBack, isReview, learnedFacts, false);
    }

    /** Nothing moved, but an open novedad wants its next step. */
    public static Change step(ShipmentState state) {
        return new Change(false, state, state, false, false, false, false, false, false, true);
    }

    /** Nothing changed: the parcel is looked at again by itself. */
    public static Change review(ShipmentState state) {
        return new Change(false, state, state, false, false, false, false, true, false);
    }

    /** Nothing changed, but a novedad is open for which no answer was decided. */
    public static Change reviewWithIssue(ShipmentState state) {
        return new Change(false, state, state, false, true, false, false, true, false);
    }

    /** True if the parcel came to an end with this event, or to another end than thought. */
    public boolean ended() {
        return after.isEnd() && (moved || firstSeen);
    }

    /** True if nothing changed that a decision could depend on. */
    public boolean isNothing() {
        return !firstSeen && !moved && !issueOpened && !issueClosed && !isReview && !learnedFacts && !issueStep;
    }
}
