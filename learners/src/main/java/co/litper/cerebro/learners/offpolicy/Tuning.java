package co.litper.cerebro.learners.offpolicy;

/** How the parameter that trades variance for bias is found. */
public sealed interface Tuning {

    /**
     * Given beforehand.
     *
     * @param value above 0
     */
    record Fixed(double value) implements Tuning {
        public Fixed {
            if (!(value > 0)) {
                throw new IllegalArgumentException("value must be above 0, is " + value);
            }
        }
    }

    /**
     * The most biased one of a grid whose interval still agrees with all less biased ones (Y. Su, P. Srinath and A.
     * Krishnamurthy, "Adaptive estimator selection for off-policy evaluation", ICML 2020; the test in the form of G. Tucker
     * and J. Lee, 2021: |θᵢ − θⱼ| ≤ Cᵢ + (√6 − 1) Cⱼ). Bold: it may settle for a bias as large as the noise that it saves, and
     * then some.
     */
    record Slope() implements Tuning {}

    /**
     * The least estimated mean squared error on a grid, variance + (bias + {@code caution} × its standard error)², where the
     * bias is estimated by what the bound takes away (in the way of Su and others, ICML 2020, section 5).
     *
     * @param caution standard errors, at least 0: 0 takes the bias as estimated, 2 hardly ever bounds a weight
     */
    record LeastError(double caution) implements Tuning {
        public LeastError {
            if (!(caution >= 0) || Double.isInfinite(caution)) {
                throw new IllegalArgumentException("caution must be finite and at least 0, is " + caution);
            }
        }
    }
}
