package co.litper.cerebro.learners.offpolicy;

import co.litper.cerebro.learners.offpolicy.Refusal.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Looks for every reason not to believe an estimate from a log. */
final class LogCheck {
    /** Standard errors by which the mean weight must miss 1 before support is doubted. */
    private static final double CLEARLY = 3;

    private LogCheck() {}

    /** What is wrong with the numbers themselves; if this is empty, weights can be computed. */
    static List<Refusal> numbers(LoggedRounds log, Estimator estimator, Demands demands) {
        List<Refusal> reasons = new ArrayList<>();
        int n = log.size();
        if (n < demands.rounds()) {
            reasons.add(refusal(
                    Reason.TOO_FEW_ROUNDS, "%d rounds, %d are demanded. Maybe wait for more.", n, demands.rounds()));
        }
        int unknown = 0;
        int bad = 0;
        int firstBad = -1;
        boolean model = estimator.needsModel() && log.hasModel();
        for (int i = 0; i < n; i++) {
            unknown += Double.isNaN(log.propensity(i)) ? 1 : 0;
            if (isBad(log, i, model)) {
                bad++;
                firstBad = firstBad < 0 ? i : firstBad;
            }
        }
        if (unknown > 0) {
            reasons.add(refusal(
                    Reason.NO_PROPENSITIES,
                    "%d of %d rounds have no propensity. Maybe the policy that acted did not log it; without it no"
                            + " other can be judged.",
                    unknown,
                    n));
        }
        if (bad > 0) {
            reasons.add(refusal(
                    Reason.BAD_NUMBERS,
                    "%d of %d rounds have numbers out of range, the first is round %d: reward %s, propensity %s, target"
                            + " %s. Maybe probabilities are percentages.",
                    bad,
                    n,
                    firstBad,
                    log.reward(firstBad),
                    log.propensity(firstBad),
                    log.target(firstBad)));
        }
        if (estimator.needsModel() && !log.hasModel()) {
            reasons.add(refusal(
                    Reason.NO_MODEL, "%s needs a reward model. Maybe fit a RewardModel first.", estimator.label()));
        }
        return reasons;
    }

    private static boolean isBad(LoggedRounds log, int i, boolean model) {
        double p = log.propensity(i);
        double t = log.target(i);
        boolean wrong = !Double.isFinite(log.reward(i)) || p <= 0 || p > 1 || !(t >= 0 && t <= 1);
        return wrong || model && !(Double.isFinite(log.modelLogged(i)) && Double.isFinite(log.modelTarget(i)));
    }

    /** What is wrong with the weights. */
    static List<Refusal> weights(LoggedRounds log, double[] weights, Demands demands) {
        List<Refusal> reasons = new ArrayList<>();
        double effective = effective(weights);
        if (!(effective >= demands.effectiveSample())) {
            reasons.add(refusal(
                    Reason.EFFECTIVE_SAMPLE_TOO_SMALL,
                    "%d rounds count for %.1f, %.1f are demanded. Maybe the two policies differ too much: judge one"
                            + " closer to what acted, or explore more.",
                    weights.length,
                    effective,
                    demands.effectiveSample()));
        }
        double mean = Tuner.mean(weights);
        double error = Tuner.error(weights, mean);
        double lost = log.unsupported();
        if (lost > 1 - demands.support() || mean + CLEARLY * error < demands.support()) {
            reasons.add(refusal(
                    Reason.SUPPORT_VIOLATED,
                    "%.1f %% of the judged policy's choices cannot occur in the log (mean weight %.3f ± %.3f), at most"
                            + " %.1f %% may. Maybe the log's policy never takes an arm.",
                    100 * Math.max(lost, 1 - mean),
                    mean,
                    error,
                    100 * (1 - demands.support())));
        }
        return reasons;
    }

    /** Whether the terms of an estimate are many enough. */
    static List<Refusal> outcomes(double[] terms, Demands demands) {
        double effective = effective(terms);
        if (effective >= demands.outcomes()) {
            return List.of();
        }
        return List.of(refusal(
                Reason.TOO_FEW_OUTCOMES,
                "the estimate rests on %.1f effective outcomes, %.1f are demanded. Maybe rewards are too rare yet.",
                effective,
                demands.outcomes()));
    }

    /** (Σ|x|)² ÷ Σx², 0 if all are 0. */
    static double effective(double[] values) {
        double sum = 0;
        double squares = 0;
        for (double x : values) {
            sum += Math.abs(x);
            squares += x * x;
        }
        return squares > 0 ? sum * sum / squares : 0;
    }

    private static Refusal refusal(Reason reason, String format, Object... values) {
        return new Refusal(reason, String.format(Locale.ROOT, format, values));
    }
}
