package co.litper.cerebro.decision;

import java.util.List;
import java.util.Set;

/**
 * The answer to one question, with all that was offered.
 *
 * @param question what was asked
 * @param bids every bid, losers included
 * @param chosen index of the winner in {@code bids}
 * @param propensity the exact probability with which the winner was drawn, in (0, 1]
 * @param greedy index of the bid that the policy would take without exploring
 * @param autonomy how far the winner may go by itself
 * @param guardrails what held it back
 */
public record Choice(
        Question question,
        List<Bid> bids,
        int chosen,
        double propensity,
        int greedy,
        Autonomy autonomy,
        Set<Guardrail> guardrails) {

    /** More bids than this to one question are refused; nine carriers and ten answers to a novedad are known. */
    public static final int MAX_BIDS = 16;

    public Choice {
        bids = List.copyOf(bids);
        guardrails = Set.copyOf(guardrails);
        if (bids.isEmpty() || bids.size() > MAX_BIDS || chosen < 0 || chosen >= bids.size() || greedy >= bids.size()) {
            throw new IllegalArgumentException(
                    question + " has " + bids.size() + " bids, chosen " + chosen + ", greedy " + greedy);
        }
        if (!(propensity > 0 && propensity <= 1)) {
            throw new IllegalArgumentException(
                    question + " was chosen with propensity " + propensity + ", not in (0, 1]");
        }
    }

    /** The winner. */
    public Bid winner() {
        return bids.get(chosen);
    }

    /** True if the reasoner's advice was weighed here against the decision that stands. */
    public boolean isReconsidered() {
        return bids.stream().anyMatch(bid -> bid.agent() == AgentName.REASONER);
    }

    /** True if exploration chose otherwise than the policy would. */
    public boolean explored() {
        return chosen != greedy;
    }
}
