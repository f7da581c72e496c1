package co.litper.cerebro.learners.offpolicy;

import java.util.Arrays;

/**
 * An estimator as a mean of terms {@code base + f(w) × residual}, where f is the weight itself or a bounded form of it.
 *
 * @param base [n] what stands without weights: 0 or the model's value
 * @param residuals [n] reward, or reward less the model's
 * @param weights [n] w
 * @param squaredWeight expected mean of w², 0 if unknown
 */
@SuppressWarnings("ArrayRecordComponent") // columns of one computation
record Terms(double[] base, double[] residuals, double[] weights, double squaredWeight) {

    static Terms of(LoggedRounds log, boolean model) {
        int n = log.size();
        double[] base = new double[n];
        double[] residuals = new double[n];
        for (int i = 0; i < n; i++) {
            base[i] = model ? log.modelTarget(i) : 0;
            residuals[i] = log.reward(i) - (model ? log.modelLogged(i) : 0);
        }
        return new Terms(base, residuals, log.weights(), log.squaredWeight());
    }

    /** How a weight is bounded. */
    enum Bound {
        NONE,
        ZERO,
        CAP,
        SWITCH,
        SHRINK;

        double of(double w, double parameter) {
            return switch (this) {
                case NONE -> w;
                case ZERO -> 0;
                case CAP -> Math.min(w, parameter);
                case SWITCH -> w <= parameter ? w : 0;
                case SHRINK -> Double.isInfinite(parameter) ? w : parameter * w / (w * w + parameter);
            };
        }
    }

    double[] with(Bound bound, double parameter) {
        double[] terms = new double[base.length];
        Arrays.setAll(terms, i -> base[i] + bound.of(weights[i], parameter) * residuals[i]);
        return terms;
    }

    /** Terms whose mean is the bias that the bound brings. */
    double[] biases(Bound bound, double parameter) {
        double[] terms = new double[base.length];
        Arrays.setAll(terms, i -> (bound.of(weights[i], parameter) - weights[i]) * residuals[i]);
        return terms;
    }

    /** How far the mean weight lies below 1, its expectation: the share of choices that the log happens not to show. */
    double unseen() {
        return Math.max(0, 1 - Tuner.mean(weights));
    }

    double leastResidual() {
        return Arrays.stream(residuals).min().orElse(0);
    }

    double largestResidual() {
        return Arrays.stream(residuals).max().orElse(0);
    }

    /** Root of the mean squared residual. */
    double residualSpread() {
        return Math.sqrt(Arrays.stream(residuals).map(r -> r * r).average().orElse(0));
    }

    /**
     * Standard error of the mean of w (residual − centre) as the weights' expected square has it: E w² × the weighted mean
     * square of what they weigh. It does not hang on whether a heavy round came up.
     */
    double expectedError(double centre) {
        double sum = 0;
        double mean = 0;
        double squares = 0;
        for (int i = 0; i < weights.length; i++) {
            double off = residuals[i] - centre;
            sum += weights[i];
            mean += weights[i] * off;
            squares += weights[i] * off * off;
        }
        mean /= weights.length;
        return sum > 0 ? Math.sqrt(Math.max(0, squaredWeight * squares / sum - mean * mean) / weights.length) : 0;
    }

    double largestWeight() {
        return Arrays.stream(weights).max().orElse(0);
    }
}
