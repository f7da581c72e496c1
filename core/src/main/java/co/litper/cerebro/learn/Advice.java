package co.litper.cerebro.learn;

import co.litper.cerebro.decision.Bid;
import co.litper.cerebro.decision.Choice;
import co.litper.cerebro.decision.Decision;
import co.litper.cerebro.decision.IssueStage;
import co.litper.cerebro.vocabulary.IssueReason;
import org.jspecify.annotations.Nullable;

/**
 * Whether a decision followed the reasoner's advice, and what was expected of the parcel as it stood.
 *
 * @param followed what was drawn
 * @param propensity of that draw
 * @param expected probability of delivery that the fast policy gave to what stood
 */
record Advice(IssueReason reason, boolean followed, double propensity, double expected) {

    /** What a decision says about it; null if no advice was weighed, or chance had no say. */
    static @Nullable Advice of(Decision d) {
        IssueStage stage = d.stage();
        for (Choice choice : d.choices()) {
            if (stage != null
                    && choice.isReconsidered()
                    && choice.bids().stream().allMatch(Bid::feasible)) {
                return new Advice(
                        stage.reason(),
                        !d.keepsStanding(),
                        choice.propensity(),
                        choice.bids().getFirst().confidence());
            }
        }
        return null;
    }
}
