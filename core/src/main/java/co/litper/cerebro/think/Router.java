package co.litper.cerebro.think;

import co.litper.cerebro.decision.Bid;
import co.litper.cerebro.decision.Choice;
import co.litper.cerebro.decision.Considered;
import co.litper.cerebro.decision.Decision;
import co.litper.cerebro.decision.IssueStage;
import co.litper.cerebro.decision.Question;
import co.litper.cerebro.learners.bandit.PairwiseMatching;
import co.litper.cerebro.policy.CounselTable;
import co.litper.cerebro.world.Draws;
import java.util.Optional;

/**
 * Whether a decision about a novedad is worth a slow thought. A function of its arguments; O(bids).
 *
 * <p>The expected gain of a thought is how often advice differs, times what following it adds, times what is at stake, all
 * three learned or known. Nothing is considered where even a hopeful view of that gain (one deviation above the mean) does
 * not exceed the cost. Elsewhere the reasoner is asked about as often as asking may be worth its cost, never always, so that
 * the worth of asking goes on being measured; the propensity is exact.
 */
public final class Router {
    /** The share of what is considered that is left to chance: the price of knowing. */
    private static final double BY_CHANCE = 0.1;

    /** A loss at which chance asks half as often as it leaves it: the price of a call. */
    private static final double HALF_TRIED_COP = 1_000;

    private static final boolean[] BOTH = {true, true};

    /** Draws of a decision: four questions, and this. */
    private static final int DRAW = 7;

    private static final int DRAWS_PER_DECISION = 8;

    private Router() {}

    /**
     * Considers a decision.
     *
     * @param stakeCop what is lost if the parcel comes back, pesos
     * @return what was drawn, or empty where thinking is no question
     */
    public static Optional<Considered> consider(
            Decision d, double stakeCop, ThinkingSettings settings, CounselTable learned, Draws draws) {
        IssueStage stage = d.stage();
        if (!settings.on() || d.observed() || stage == null) {
            return Optional.empty();
        }
        Optional<Choice> choice =
                d.choices().stream().filter(c -> c.question() == Question.ISSUE).findFirst();
        if (choice.isEmpty() || choice.get().isReconsidered() || feasible(choice.get()) < 2) {
            return Optional.empty();
        }
        CounselTable.Gain gain = learned.gain(stage.reason());
        double scale = learned.differs(stage.reason()) * stakeCop;
        double mean = scale * gain.mean();
        double deviation = scale * gain.deviation();
        if (mean + deviation <= settings.costCop()) {
            return Optional.empty();
        }
        double unit = draws.unit((int) (d.id() % Decision.PER_POSITION) * DRAWS_PER_DECISION + DRAW);
        var drawn = new PairwiseMatching(BY_CHANCE, HALF_TRIED_COP)
                .choose(new double[] {0, mean - settings.costCop()}, new double[] {0, deviation}, BOTH, unit);
        return Optional.of(new Considered(
                d.id(),
                d.key(),
                stage.reason(),
                choice.get().winner().action(),
                drawn.index() == 1,
                drawn.propensity(),
                (float) (mean + deviation),
                settings.costCop()));
    }

    private static long feasible(Choice choice) {
        return choice.bids().stream().filter(Bid::feasible).count();
    }
}
