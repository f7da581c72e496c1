package co.litper.cerebro.server.worklist;

import co.litper.cerebro.decision.Autonomy;
import co.litper.cerebro.decision.Bid;
import co.litper.cerebro.decision.Choice;
import co.litper.cerebro.decision.Decision;
import co.litper.cerebro.decision.Question;
import co.litper.cerebro.policy.RescuePolicy;
import co.litper.cerebro.vocabulary.Action;
import co.litper.cerebro.vocabulary.IssueReason;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.LongFunction;

/**
 * The answer to a novedad that the brain proposes, with the numbers behind it.
 *
 * @param decisionId the decision that made it
 * @param action what to do
 * @param rescueRate probability that the parcel is delivered after the action, 0 to 1
 * @param cases outcomes of the installation's own behind that rate; 0 if it rests on public figures alone, NaN if the
 *     snapshot that would tell is not kept
 * @param valueCop expected gain over doing nothing, pesos
 * @param propensity exact probability with which the action was drawn, in (0, 1]
 * @param explored true if chance drew it against the policy
 * @param runnerUp the best of the other feasible answers, if there is one
 * @param autonomy how far it may go without people
 */
public record Proposal(
        long decisionId,
        Action action,
        double rescueRate,
        double cases,
        double valueCop,
        double propensity,
        boolean explored,
        Optional<RunnerUp> runnerUp,
        Autonomy autonomy) {

    /** The best of the answers not chosen. */
    public record RunnerUp(Action action, double rescueRate, double valueCop) {}

    /** The answer to the novedad in a decision, or empty if it was not asked for one. */
    static Optional<Proposal> of(Decision decision, IssueReason reason, LongFunction<Optional<RescuePolicy>> tables) {
        return decision.choices().stream()
                .filter(c -> c.question() == Question.ISSUE)
                .findFirst()
                .map(choice -> of(decision, choice, reason, tables));
    }

    private static Proposal of(
            Decision decision, Choice choice, IssueReason reason, LongFunction<Optional<RescuePolicy>> tables) {
        Bid winner = choice.winner();
        double cases = tables.apply(decision.snapshot())
                .map(t -> t.evidence(reason, winner.action()))
                .orElse(Double.NaN);
        Optional<RunnerUp> second = choice.bids().stream()
                .filter(b -> b.feasible() && b != winner)
                .max(Comparator.comparingDouble(Bid::valueCop))
                .map(b -> new RunnerUp(b.action(), b.confidence(), b.valueCop()));
        return new Proposal(
                decision.id(),
                winner.action(),
                winner.confidence(),
                cases,
                winner.valueCop(),
                choice.propensity(),
                choice.explored(),
                second,
                choice.autonomy());
    }
}
