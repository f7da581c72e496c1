package co.litper.cerebro.think;

import co.litper.cerebro.decision.Bid;
import co.litper.cerebro.decision.Guardrail;
import co.litper.cerebro.decision.Situation;
import co.litper.cerebro.vocabulary.Action;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Limits on what may be chosen at all. A bid that hits one stays in the receipt, marked as not feasible. */
final class Guardrails {
    private Guardrails() {}

    /** The bids, those beyond a limit marked; {@code hit} collects which limits. Doing nothing is always feasible. */
    static List<Bid> apply(List<Bid> bids, Situation s, Settings settings, Set<Guardrail> hit) {
        List<Bid> out = new ArrayList<>(bids.size());
        for (Bid bid : bids) {
            Guardrail limit = limitOn(bid.action(), s, settings);
            if (limit == null) {
                out.add(bid);
            } else {
                hit.add(limit);
                out.add(bid.infeasible());
            }
        }
        if (out.stream().noneMatch(Bid::feasible)) {
            // Every carrier is paused: the ranking is still worth having, and the autonomy level holds it back.
            return bids;
        }
        return out;
    }

    private static @Nullable Guardrail limitOn(Action action, Situation s, Settings settings) {
        if (action == Action.NONE) {
            return null;
        }
        if (s.parcel().hasOpenIssue() && s.progress().hasFailed(action)) {
            return Guardrail.FAILED_BEFORE;
        }
        if (settings.isPaused(action, s.parcel().destination())) {
            return Guardrail.PAUSED;
        }
        if (action.contactsCustomer()) {
            if (!s.parcel().customer().isKnown()) {
                return Guardrail.NO_CONTACT;
            }
            if (!s.mayContact() && !s.observed()) {
                return Guardrail.CONTACTED;
            }
            if (s.parcel().hasOpenIssue() && s.progress().contacts() >= settings.attemptsPerIssue()) {
                return Guardrail.ATTEMPTS;
            }
        }
        return null;
    }
}
