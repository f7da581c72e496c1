package co.litper.cerebro.think;

import co.litper.cerebro.decision.Bid;
import co.litper.cerebro.decision.Question;
import co.litper.cerebro.decision.Situation;
import co.litper.cerebro.learners.bandit.Choice;
import java.util.List;

/** How a winner is drawn among bids. A function of its arguments; the propensity it tells is exact. */
@FunctionalInterface
public interface Chooser {
    /** The product's own: exploring as the settings have it. */
    Chooser EXPLORING =
            (question, bids, situation, settings, unit) -> new Exploration(settings.explorationRate()).draw(bids, unit);

    /**
     * Draws the winner.
     *
     * @param bids with those beyond a limit marked; at least one is feasible
     * @param unit a uniform draw in [0, 1)
     */
    Choice choose(Question question, List<Bid> bids, Situation situation, Settings settings, double unit);
}
