package co.litper.cerebro.learners.offpolicy;

import java.util.List;

/**
 * A way to tell a policy's value from another's log. With w = target ÷ propensity, q the model's reward of the logged arm and
 * m that of the judged policy, each but the second is a mean over rounds.
 */
public sealed interface Estimator {

    /** Inverse propensity scoring: w r. Unbiased; its variance grows with w (D. Horvitz and D. Thompson, JASA 1952). */
    record Ips() implements Estimator {}

    /** Self-normalised: Σ w r ÷ Σ w. Stays within the rewards' range (A. Swaminathan and T. Joachims, NIPS 2015). */
    record SelfNormalised() implements Estimator {}

    /**
     * Clipped: min(w, cap) r (L. Bottou and others, JMLR 2013).
     *
     * @param cap how it is found, in weights
     */
    record ClippedIps(Tuning cap) implements Estimator {}

    /** The model alone: m. No variance of weights, all of the model's bias. */
    record DirectMethod() implements Estimator {}

    /** Doubly robust: m + w (r − q) (M. Dudík, J. Langford and L. Li, ICML 2011). */
    record DoublyRobust() implements Estimator {}

    /**
     * Switch: as doubly robust where w ≤ threshold, the model alone elsewhere (Y.-X. Wang, A. Agarwal and M. Dudík, ICML
     * 2017).
     *
     * @param threshold how it is found, in weights
     */
    record SwitchDr(Tuning threshold) implements Estimator {}

    /**
     * Doubly robust with optimistic shrinkage: m + λ w ÷ (w² + λ) × (r − q) (Y. Su, M. Dimakopoulou, A. Krishnamurthy and M.
     * Dudík, ICML 2020).
     *
     * @param lambda how it is found, in squared weights
     */
    record OptimisticDr(Tuning lambda) implements Estimator {}

    /** All of them; parameters are found by {@code LeastError(0)}, which in simulation was hardly ever worse than no bound. */
    static List<Estimator> all() {
        Tuning tuning = new Tuning.LeastError(0);
        return List.of(
                new Ips(),
                new SelfNormalised(),
                new ClippedIps(tuning),
                new DirectMethod(),
                new DoublyRobust(),
                new SwitchDr(tuning),
                new OptimisticDr(tuning));
    }

    /** Short name for tables. */
    default String label() {
        return switch (this) {
            case Ips() -> "IPS";
            case SelfNormalised() -> "SNIPS";
            case ClippedIps _ -> "clipped IPS";
            case DirectMethod() -> "DM";
            case DoublyRobust() -> "DR";
            case SwitchDr _ -> "Switch-DR";
            case OptimisticDr _ -> "DR-OS";
        };
    }

    /** Whether it needs a reward model. */
    default boolean needsModel() {
        return switch (this) {
            case Ips(), SelfNormalised(), ClippedIps _ -> false;
            case DirectMethod(), DoublyRobust(), SwitchDr _, OptimisticDr _ -> true;
        };
    }
}
