package co.litper.cerebro.sense;

import co.litper.cerebro.decision.Question;
import co.litper.cerebro.logistics.Change;
import co.litper.cerebro.logistics.ParcelState;
import co.litper.cerebro.vocabulary.Carrier;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** Which questions a change of a parcel asks. */
public final class Questions {
    private Questions() {}

    /**
     * The questions, in their order; empty if nothing is to be decided.
     *
     * <p>A historical parcel is asked about once: at its end, as if it had been asked when it set out, or, still open, when
     * its file has been read (the tick after).
     *
     * <p>Whoever has an open novedad is spoken with about that: a notice would take the contact of the day from it.
     *
     * @param notified true if a message to the customer was decided before
     * @param historical true if the event cannot have effects
     */
    public static Set<Question> asked(Change change, ParcelState parcel, boolean notified, boolean historical) {
        if (change.isNothing() || (historical && !change.isReview() && !(change.ended() && change.firstSeen()))) {
            return Collections.emptySet();
        }
        if (change.ended() && !historical) {
            return Collections.emptySet();
        }
        if (change.issueStep()) {
            return EnumSet.of(Question.ISSUE);
        }
        EnumSet<Question> questions = EnumSet.of(Question.WATCH);
        if (!notified && !parcel.hasOpenIssue()) {
            questions.add(Question.NOTIFY);
        }
        if (change.issueOpened() && !change.ended()) {
            questions.add(Question.ISSUE);
        }
        boolean newOrder = change.firstSeen() && !historical && !parcel.state().isEnd();
        if (newOrder && parcel.carrier().equals(Carrier.UNKNOWN)) {
            questions.add(Question.CARRIER);
        }
        return questions;
    }
}
