package co.litper.cerebro.decision;

import co.litper.cerebro.vocabulary.Action;

/**
 * What an agent would do, and what it expects of it.
 *
 * @param agent who bids
 * @param action what to do
 * @param target of a carrier choice the carrier's code; else empty
 * @param valueCop expected gain over doing nothing, in pesos, kept as a float since receipts are small
 * @param spreadCop standard deviation of what is believed of that gain, pesos; 0 where a rule gives it
 * @param confidence calibrated probability that the action's purpose is met, 0 to 1
 * @param feasible false if a guardrail excludes it; it is then logged and never chosen
 */
public record Bid(
        AgentName agent,
        Action action,
        String target,
        float valueCop,
        float spreadCop,
        float confidence,
        boolean feasible) {
    public Bid {
        if (!Float.isFinite(valueCop)
                || !(spreadCop >= 0 && spreadCop < Float.POSITIVE_INFINITY)
                || !(confidence >= 0 && confidence <= 1)) {
            throw new IllegalArgumentException(agent + " bids " + action + " with value " + valueCop + " ± "
                    + spreadCop
                    + " and confidence " + confidence + ". Maybe a model returned NaN.");
        }
    }

    /** A bid whose value a rule gives. */
    public Bid(AgentName agent, Action action, String target, float valueCop, float confidence, boolean feasible) {
        this(agent, action, target, valueCop, 0, confidence, feasible);
    }

    /** This bid, worth {@code cop} pesos more. */
    public Bid plus(double cop) {
        return new Bid(agent, action, target, (float) (valueCop + cop), spreadCop, confidence, feasible);
    }

    /** This bid, excluded by a guardrail. */
    public Bid infeasible() {
        return new Bid(agent, action, target, valueCop, spreadCop, confidence, false);
    }
}
