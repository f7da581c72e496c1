package co.litper.cerebro;

import co.litper.cerebro.decision.Choice;
import co.litper.cerebro.decision.Considered;
import co.litper.cerebro.decision.Decision;
import co.litper.cerebro.event.SystemEvent;
import co.litper.cerebro.event.ThoughtEnd;
import co.litper.cerebro.log.Envelope;
import co.litper.cerebro.logistics.Change;

/** Folds what slow thinking does to a parcel: that somebody is asked, and what they say. */
final class ThoughtFold {
    private final ShardState state;

    ThoughtFold(ShardState state) {
        this.state = state;
    }

    /** The decision in whose place advice puts this one, or one that is none. */
    static long overtaken(Home home, Decision d) {
        boolean advised = d.choices().stream().anyMatch(Choice::isReconsidered);
        return advised ? home.progress().thoughtOf() : 0;
    }

    /** The reasoner is asked about the decision that was folded last. */
    void considered(Considered c) {
        if (c.asked()) {
            Home known = state.home(c.homeKey()).orElseThrow();
            state.editHome(c.homeKey(), known.merchant()).progress().noteAsked(c.decisionId(), c.standing());
        }
    }

    /** A thought ended. Advice that differs from what stands, if nothing has overtaken it, wants a decision. */
    Fold.Folded returned(Envelope e, SystemEvent.ThoughtReturned t) {
        long key = state.homeKey(Subjects.homeKey(e.subject()));
        Home known = key == 0 ? null : state.home(key).orElse(null);
        if (known == null || known.progress().thoughtOf() != t.decisionId()) {
            return Fold.Folded.NO_PARCEL;
        }
        Home home = state.editHome(key, known.merchant());
        boolean differs =
                t.end() == ThoughtEnd.ADVISED && t.action() != home.progress().standing();
        if (differs && home.parcel().hasOpenIssue() && !home.parcel().isHistorical()) {
            return new Fold.Folded(false, key, Change.step(home.parcel().state()));
        }
        home.outbox().hurry(t.decisionId(), e.recordedAt().toEpochMilli());
        home.progress().noteThought();
        return new Fold.Folded(false, key, null);
    }
}
