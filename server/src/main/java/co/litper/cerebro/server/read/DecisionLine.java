package co.litper.cerebro.server.read;

import co.litper.cerebro.decision.AgentName;
import co.litper.cerebro.decision.Autonomy;
import co.litper.cerebro.vocabulary.Action;
import co.litper.cerebro.vocabulary.Carrier;
import co.litper.cerebro.vocabulary.Outcome;
import java.util.List;
import java.util.Optional;

/**
 * A decision as the read tables have it; the receipt itself is in the log.
 *
 * @param parcel the number of its shipment in the read tables
 * @param guide the carrier's number of the shipment; empty if not known
 * @param order the merchant's number; empty if not known
 * @param atMs when it was decided, epoch milliseconds
 * @param carrier that had the shipment then
 * @param actions chosen, one a question at most, in the order of {@link Action}
 * @param agents whose bids won
 * @param observed true if nothing can follow from it
 * @param explored true if chance chose otherwise than the policy would, at least once
 * @param acted true if it does something without people
 * @param autonomy how far its farthest choice may go
 * @param valueCop what was expected of it over doing nothing, pesos
 * @param delay probability of delay that was foreseen, 0 to 1
 * @param settledAt the log position of the last word on what came of it, or 0
 * @param outcome that word, if there is one
 * @param earnedCop what it earned or lost, pesos, 0 without a word
 * @param complete true if the word stands for good
 */
public record DecisionLine(
        long id,
        long parcel,
        String guide,
        String order,
        long atMs,
        Carrier carrier,
        List<Action> actions,
        List<AgentName> agents,
        boolean observed,
        boolean explored,
        boolean acted,
        Autonomy autonomy,
        long valueCop,
        double delay,
        long settledAt,
        Optional<Outcome> outcome,
        long earnedCop,
        boolean complete) {
    public DecisionLine {
        actions = List.copyOf(actions);
        agents = List.copyOf(agents);
    }
}
