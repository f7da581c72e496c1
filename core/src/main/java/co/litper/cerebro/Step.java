package co.litper.cerebro;

import co.litper.cerebro.act.Dispatch;
import co.litper.cerebro.decision.Decision;
import co.litper.cerebro.decision.Dilemma;
import co.litper.cerebro.decision.Fact;
import co.litper.cerebro.log.Envelope;
import java.util.ArrayList;
import java.util.List;

/**
 * What came of one event. Nothing of it may leave before event and facts are durable.
 *
 * <p>Made by the brain, read by the host; not changed after it is returned.
 */
public final class Step {
    /** The key has met this event before: nothing changed, nothing is to be recorded. */
    static final Step DUPLICATE = new Step(true);

    private final boolean duplicate;
    private final List<Fact> facts = new ArrayList<>(1);
    private final List<Envelope> derived = new ArrayList<>(0);
    private final List<Dispatch> dispatches = new ArrayList<>(0);
    private final List<Long> withdrawals = new ArrayList<>(0);
    private final List<Dilemma> dilemmas = new ArrayList<>(0);
    private boolean moreDue;

    Step() {
        this(false);
    }

    private Step(boolean duplicate) {
        this.duplicate = duplicate;
    }

    void fact(Fact fact) {
        facts.add(fact);
    }

    void derive(Envelope envelope) {
        derived.add(envelope);
    }

    void dispatch(Dispatch dispatch) {
        dispatches.add(dispatch);
    }

    void withdraw(long effectId) {
        withdrawals.add(effectId);
    }

    void ask(Dilemma dilemma) {
        dilemmas.add(dilemma);
    }

    void noteMoreDue() {
        moreDue = true;
    }

    /** True if the event was known; the rest is then empty. */
    public boolean isDuplicate() {
        return duplicate;
    }

    /** What to record beside the event. */
    public List<Fact> facts() {
        return facts;
    }

    /** Events that follow, to be appended right behind this one and stepped in turn. */
    public List<Envelope> derived() {
        return derived;
    }

    /** Effects that may leave once this is durable. */
    public List<Dispatch> dispatches() {
        return dispatches;
    }

    /** Effects that may have been handed over and are not to be sent any more. */
    public List<Long> withdrawals() {
        return withdrawals;
    }

    /** What may be put to the reasoner once this is durable. */
    public List<Dilemma> dilemmas() {
        return dilemmas;
    }

    /** True if a tick left keys unattended for lack of room, so that another should follow. */
    public boolean hasMoreDue() {
        return moreDue;
    }

    /** The decisions among the facts. */
    public List<Decision> decisions() {
        List<Decision> decisions = new ArrayList<>(1);
        for (Fact fact : facts) {
            if (fact instanceof Decision decision) {
                decisions.add(decision);
            }
        }
        return decisions;
    }
}
