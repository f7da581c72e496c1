package co.litper.cerebro.learners.search;

/** How the next point is chosen. */
public sealed interface Sampler {

    /** Uniformly by chance. */
    record Chance() implements Sampler {}

    /**
     * Tree-structured Parzen estimator: where good trials are dense and bad ones are not.
     *
     * @param startup trials by chance first, at least 2
     * @param candidates drawn from the density of the good, at least 1
     * @param goodShare of trials that count as good, above 0 and below 1; 25 at most do
     */
    record Parzen(int startup, int candidates, double goodShare) implements Sampler {
        /** Chosen on the functions of the bench. */
        public static final Parzen DEFAULT = new Parzen(10, 64, 0.15);

        public Parzen {
            if (startup < 2 || candidates < 1 || !(goodShare > 0 && goodShare < 1)) {
                throw new IllegalArgumentException(
                        "a Parzen sampler must have startup at least 2, candidates at least 1,"
                                + " goodShare between 0 and 1; has " + startup + ", " + candidates + ", " + goodShare);
            }
        }
    }

    /**
     * Expected improvement under a Gaussian process.
     *
     * @param startup trials by chance first, at least 2
     * @param mostTrials that the process is fitted to, the best ones; at least startup and at most 2,000, since fitting
     *     is cubic in them
     */
    record ExpectedImprovement(int startup, int mostTrials) implements Sampler {
        /** The usual. */
        public static final ExpectedImprovement DEFAULT = new ExpectedImprovement(8, 300);

        public ExpectedImprovement {
            if (startup < 2 || mostTrials < startup || mostTrials > 2_000) {
                throw new IllegalArgumentException("startup must be at least 2 and mostTrials from there to 2,000, are "
                        + startup + ", " + mostTrials);
            }
        }
    }
}
