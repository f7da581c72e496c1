package co.litper.cerebro.learn.replay;

import co.litper.cerebro.learners.offpolicy.LoggedRounds;
import java.util.Arrays;
import java.util.List;

/**
 * A policy held against the log, one entry an episode. The doubly robust value of a sequence (N. Jiang and L. Li, "Doubly
 * robust off-policy value evaluation for reinforcement learning", ICML 2016), V₁ + Σ ρₜ (rₜ + Vₜ₊₁ − Qₜ), is written as
 * {@code base + weight × (last − lastModel)}, where the last step stands apart: so one step is the usual doubly robust value.
 *
 * @param returns what the parcel earned in all
 * @param last reward of the last step: the parcel's pesos less its cost
 * @param lastModel what the model expected of it
 * @param base what stands without the last step's reward
 * @param targets probability of all that was done under the policy; 0 if people had the say somewhere
 * @param propensities the same under the log's policy
 * @param lost estimated share of the policy's ways that the log cannot show
 * @param squares expected square of the weight
 * @param assumed what the model alone says of the policy
 */
@SuppressWarnings("ArrayRecordComponent") // columns of one computation
record Columns(
        double[] returns,
        double[] last,
        double[] lastModel,
        double[] base,
        double[] targets,
        double[] propensities,
        double[] lost,
        double[] squares,
        double[] assumed) {

    /** What was really done: every weight is 1 and no model is needed. */
    static Columns logged(List<Episode> episodes) {
        int n = episodes.size();
        Columns c = empty(n);
        Arrays.setAll(c.returns, e -> episodes.get(e).returnCop());
        System.arraycopy(c.returns, 0, c.last, 0, n);
        System.arraycopy(c.returns, 0, c.assumed, 0, n);
        Arrays.fill(c.targets, 1);
        Arrays.fill(c.propensities, 1);
        Arrays.fill(c.squares, 1);
        return c;
    }

    static Columns of(List<Episode> episodes, PolicyOdds odds, ReturnModel model) {
        Columns c = empty(episodes.size());
        for (int e = 0; e < episodes.size(); e++) {
            c.fill(e, episodes.get(e), odds, model);
        }
        return c;
    }

    private static Columns empty(int n) {
        return new Columns(
                new double[n],
                new double[n],
                new double[n],
                new double[n],
                new double[n],
                new double[n],
                new double[n],
                new double[n],
                new double[n]);
    }

    private void fill(int e, Episode episode, PolicyOdds odds, ReturnModel model) {
        List<LoggedChoice> choices = episode.choices();
        returns[e] = episode.returnCop();
        assumed[e] = model.value(e, 0);
        base[e] = assumed[e];
        targets[e] = 1;
        propensities[e] = 1;
        double before = 1;
        for (int t = 0; t < choices.size(); t++) {
            LoggedChoice choice = choices.get(t);
            double[] shares = odds.of(e, t);
            double target = choice.acted() ? shares[choice.chosen()] : 0;
            lost[e] += before * lost(choice, shares);
            targets[e] *= target;
            propensities[e] *= choice.propensity();
            double weight = before * target / choice.propensity();
            if (t == choices.size() - 1) {
                last[e] = episode.cop() - choice.costCop();
                lastModel[e] = model.valueOfChosen(e, t);
                squares[e] = before * before * square(choice, shares, target);
            } else if (weight > 0) {
                base[e] += weight * (model.value(e, t + 1) - choice.costCop() - model.valueOfChosen(e, t));
            }
            before = weight;
        }
    }

    /** Share of the policy's answer that the log cannot show: bids never drawn, and, by its estimate, what people decided. */
    private static double lost(LoggedChoice choice, double[] shares) {
        double never = 0;
        for (int bid = 0; choice.knowsOdds() && bid < shares.length; bid++) {
            never += choice.odds()[bid] > 0 ? 0 : shares[bid];
        }
        return never + (choice.acted() ? 0 : shares[choice.chosen()] / choice.propensity());
    }

    private static double square(LoggedChoice choice, double[] shares, double target) {
        if (!choice.knowsOdds()) {
            double weight = target / choice.propensity();
            return weight * weight;
        }
        double sum = 0;
        for (int bid = 0; bid < shares.length; bid++) {
            double odds = choice.odds()[bid];
            sum += odds > 0 ? shares[bid] * shares[bid] / odds : 0;
        }
        return sum;
    }

    double weight(int e) {
        return targets[e] / propensities[e];
    }

    /** The doubly robust value of an episode. */
    double robust(int e) {
        return base[e] + weight(e) * (last[e] - lastModel[e]);
    }

    /** For the self-normalised estimate. */
    LoggedRounds plain() {
        return LoggedRounds.of(returns, propensities, targets)
                .withUnsupported(lost)
                .withSquaredWeights(squares);
    }

    /** For the doubly robust estimate. */
    LoggedRounds robust() {
        return LoggedRounds.of(last, propensities, targets)
                .withModel(lastModel, base)
                .withUnsupported(lost)
                .withSquaredWeights(squares);
    }

    /** For the difference to another policy on the same episodes. */
    LoggedRounds against(Columns other) {
        double[] difference = new double[base.length];
        Arrays.setAll(difference, e -> base[e] - other.robust(e));
        return LoggedRounds.of(last, propensities, targets)
                .withModel(lastModel, difference)
                .withUnsupported(lost);
    }

    /**
     * Standard error of the mean difference as expected squares of the weights have it, so that heavy parcels that happen not
     * to be in the log are counted in: where one choice was one of many, √(E (w − w′)² × residual² ÷ n).
     */
    double expectedError(Columns other) {
        int n = base.length;
        double squared = 0;
        double weights = 0;
        double residuals = 0;
        for (int e = 0; e < n; e++) {
            double residual = last[e] - lastModel[e];
            squared += squares[e] + other.squares[e] - 2 * Math.max(weight(e) * other.weight(e), 0);
            weights += weight(e);
            residuals += weight(e) * residual * residual;
        }
        return weights > 0 ? Math.sqrt(Math.max(0, squared / n) * residuals / weights / n) : 0;
    }
}
