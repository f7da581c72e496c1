package co.litper.cerebro.server.read;

import co.litper.cerebro.decision.AgentName;
import co.litper.cerebro.decision.Autonomy;
import co.litper.cerebro.vocabulary.Action;
import co.litper.cerebro.vocabulary.Carrier;
import co.litper.cerebro.vocabulary.MerchantId;
import java.util.Optional;

/**
 * Which decisions of a merchant are meant: those that fit every part told.
 *
 * @param action chosen in it
 * @param carrier that had the shipment when it was decided
 * @param agent whose bid won in it
 * @param autonomy how far its farthest choice may go
 * @param sinceMs decided then or later, epoch milliseconds
 * @param untilMs decided before then
 */
public record DecisionFilter(
        MerchantId merchant,
        Optional<Action> action,
        Optional<Carrier> carrier,
        Optional<AgentName> agent,
        Optional<Autonomy> autonomy,
        Optional<Long> sinceMs,
        Optional<Long> untilMs) {

    /** All decisions of a merchant. */
    public static DecisionFilter of(MerchantId merchant) {
        return new DecisionFilter(
                merchant,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** This with an action. */
    public DecisionFilter action(Optional<Action> told) {
        return new DecisionFilter(merchant, told, carrier, agent, autonomy, sinceMs, untilMs);
    }

    /** This with a carrier. */
    public DecisionFilter carrier(Optional<Carrier> told) {
        return new DecisionFilter(merchant, action, told, agent, autonomy, sinceMs, untilMs);
    }

    /** This with an agent. */
    public DecisionFilter agent(Optional<AgentName> told) {
        return new DecisionFilter(merchant, action, carrier, told, autonomy, sinceMs, untilMs);
    }

    /** This with a level of autonomy. */
    public DecisionFilter autonomy(Optional<Autonomy> told) {
        return new DecisionFilter(merchant, action, carrier, agent, told, sinceMs, untilMs);
    }

    /** This with a span of time. */
    public DecisionFilter between(Optional<Long> since, Optional<Long> until) {
        return new DecisionFilter(merchant, action, carrier, agent, autonomy, since, until);
    }
}
