package co.litper.cerebro.learners.bandit;

/** How a {@link Bandit} turns what it believes about the arms into a distribution over them. */
public sealed interface Policy {

    /**
     * A rule over the believed mean values; how sure they are plays no part.
     *
     * @param rule which
     */
    record Explore(Explorer rule) implements Policy {}

    /**
     * LinUCB made random: a rule over mean + α × deviation, so that the optimism of L. Li, W. Chu, J. Langford and R.
     * Schapire, "A contextual-bandit approach to personalized news article recommendation" (WWW 2010) leaves a log that can
     * judge other policies. Departure: the original takes the largest score always, which is {@code EpsilonGreedy(0)} here.
     *
     * @param alpha deviations of optimism, at least 0
     * @param rule over the optimistic scores
     */
    record Optimistic(double alpha, Explorer rule) implements Policy {
        public Optimistic {
            if (!(alpha >= 0) || Double.isInfinite(alpha)) {
                throw new IllegalArgumentException("alpha must be finite and at least 0, is " + alpha);
            }
        }
    }

    /**
     * Thompson sampling: each arm with the probability that it is the best (W. Thompson, Biometrika 1933; S. Agrawal and
     * N. Goyal, "Thompson sampling for contextual bandits with linear payoffs", ICML 2013; O. Chapelle and L. Li, NIPS 2011,
     * for the logistic form). Departure: that probability is computed first and the arm drawn from it, instead of drawing
     * weights; so the logged propensity is exact. Two arms have a closed form, arms with models of their own a quadrature,
     * arms that share a model {@code samples} Monte-Carlo draws.
     *
     * @param scale factor on the deviations, above 0; 1 is the posterior's own width
     * @param rate ε mixed in, 0 to 1, so that no propensity vanishes
     * @param samples draws where Monte-Carlo is needed, 64 to 1,000,000
     */
    record Thompson(double scale, double rate, int samples) implements Policy {
        private static final int FEWEST_SAMPLES = 64;
        private static final int MOST_SAMPLES = 1_000_000;

        public Thompson {
            Arms.requireRate(rate);
            if (!(scale > 0) || Double.isInfinite(scale) || samples < FEWEST_SAMPLES || samples > MOST_SAMPLES) {
                throw new IllegalArgumentException(
                        "scale must be finite and above 0, samples 64 to 1,000,000, are " + scale + ", " + samples);
            }
        }
    }

    /**
     * SquareCB with its γ growing as the model learns: {@code scale × rewards^exponent} (D. Foster and A. Rakhlin, ICML 2020,
     * have exponent ½).
     *
     * @param scale γ after the first reward, above 0
     * @param exponent 0 to 1
     */
    record InverseGap(double scale, double exponent) implements Policy {
        public InverseGap {
            if (!(scale > 0) || Double.isInfinite(scale) || !(exponent >= 0 && exponent <= 1)) {
                throw new IllegalArgumentException(
                        "scale must be finite and above 0, exponent 0 to 1, are " + scale + ", " + exponent);
            }
        }
    }
}
