package co.litper.cerebro.learners.offpolicy;

import co.litper.cerebro.learners.offpolicy.Terms.Bound;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Judges a policy by the log of another. Pure and thread-safe; O(rounds), times a grid of 16 where a parameter is found.
 *
 * <p>Intervals are those of {@link SkewedMean}. A mean weight below 1 tells that part of the judged policy's choices did not
 * come up in the log, though they might have: where the interval is shorter than what these could be worth it reaches that
 * far. So it does to what the expected squares of the weights tell, where the log has them
 * ({@link LoggedRounds#ofDistributions}): a log that shows no heavy round by luck looks surer than it is. Where an estimator is biased (clipped, switched, shrunk, the model alone) the
 * interval also reaches to where the estimator without that bias would put it, see {@link Verdict.Estimate#bias()}.
 */
public final class OffPolicy {
    private OffPolicy() {}

    /** Estimates with {@link Demands#USUAL}. */
    public static Verdict estimate(LoggedRounds log, Estimator estimator) {
        return estimate(log, estimator, Demands.USUAL);
    }

    /** Estimates, or refuses with every reason found. */
    public static Verdict estimate(LoggedRounds log, Estimator estimator, Demands demands) {
        List<Refusal> reasons = new ArrayList<>(LogCheck.numbers(log, estimator, demands));
        if (!reasons.isEmpty()) {
            return new Verdict.Refused(estimator, reasons);
        }
        Terms terms = Terms.of(log, estimator.needsModel());
        reasons.addAll(LogCheck.weights(log, terms.weights(), demands));
        reasons.addAll(LogCheck.outcomes(Terms.of(log, false).with(Bound.NONE, 0), demands));
        if (!reasons.isEmpty()) {
            return new Verdict.Refused(estimator, reasons);
        }
        return switch (estimator) {
            case Estimator.Ips(), Estimator.DoublyRobust() ->
                bounded(estimator, terms, Bound.NONE, Double.NaN, demands);
            case Estimator.SelfNormalised() -> selfNormalised(estimator, terms, demands);
            case Estimator.ClippedIps(Tuning cap) -> tuned(estimator, terms, Bound.CAP, cap, demands);
            case Estimator.DirectMethod() -> bounded(estimator, terms, Bound.ZERO, Double.NaN, demands);
            case Estimator.SwitchDr(Tuning threshold) -> tuned(estimator, terms, Bound.SWITCH, threshold, demands);
            case Estimator.OptimisticDr(Tuning lambda) -> tuned(estimator, terms, Bound.SHRINK, lambda, demands);
        };
    }

    /** Every estimator's verdict, in the order of {@link Estimator#all()}. */
    public static List<Verdict> estimateAll(LoggedRounds log, Demands demands) {
        return Estimator.all().stream().map(e -> estimate(log, e, demands)).toList();
    }

    private static Verdict tuned(Estimator estimator, Terms terms, Bound bound, Tuning tuning, Demands demands) {
        return bounded(estimator, terms, bound, Tuner.find(tuning, terms, bound), demands);
    }

    private static Verdict bounded(Estimator estimator, Terms terms, Bound bound, double parameter, Demands demands) {
        SkewedMean own = SkewedMean.of(terms.with(bound, parameter), demands.coverage());
        SkewedMean free = unbounded(estimator, terms, demands);
        double bias = bound == Bound.NONE ? 0 : Tuner.mean(terms.biases(bound, parameter));
        boolean biased = bias != 0;
        return new Verdict.Estimate(
                estimator,
                own.mean(),
                biased ? Math.min(own.low(), free.low()) : free.low(),
                biased ? Math.max(own.high(), free.high()) : free.high(),
                own.standardError(),
                LogCheck.effective(terms.weights()),
                terms.weights().length,
                parameter,
                bias);
    }

    /** The interval of the estimator without any bound on its weights. */
    private static SkewedMean unbounded(Estimator estimator, Terms terms, Demands demands) {
        double arm = Quantiles.normal((1 + demands.coverage()) / 2) * terms.expectedError(0);
        SkewedMean mean =
                SkewedMean.of(terms.with(Bound.NONE, 0), demands.coverage()).reaching(-arm, arm);
        double unseen = terms.unseen();
        if (estimator.needsModel()) {
            double spread = terms.residualSpread();
            return mean.reaching(-unseen * spread, unseen * spread);
        }
        return mean.reaching(unseen * terms.leastResidual(), unseen * terms.largestResidual());
    }

    /** The ratio's interval is that of its linear part: w (r − value) ÷ mean w. */
    private static Verdict selfNormalised(Estimator estimator, Terms terms, Demands demands) {
        double weight = Tuner.mean(terms.weights());
        double value = Tuner.mean(terms.with(Bound.NONE, 0)) / weight;
        double[] linear = new double[terms.weights().length];
        Arrays.setAll(linear, i -> value + terms.weights()[i] * (terms.residuals()[i] - value) / weight);
        double unseen = terms.unseen();
        double arm = Quantiles.normal((1 + demands.coverage()) / 2) * terms.expectedError(value) / weight;
        SkewedMean mean = SkewedMean.of(linear, demands.coverage())
                .reaching(-arm, arm)
                .reaching(unseen * (terms.leastResidual() - value), unseen * (terms.largestResidual() - value));
        return new Verdict.Estimate(
                estimator,
                value,
                mean.low(),
                mean.high(),
                mean.standardError(),
                LogCheck.effective(terms.weights()),
                linear.length,
                Double.NaN,
                0);
    }
}
