package co.litper.cerebro.learners.linear;

/** What a wrong score costs, convex in the score. */
public sealed interface Loss {

    /** Log-loss: the score is log-odds, the target a probability, mostly 0 or 1. */
    record Logistic() implements Loss {}

    /** Half the squared error: the score estimates the mean. */
    record Squared() implements Loss {}

    /**
     * Pinball loss: the score estimates the {@code level}-quantile.
     *
     * @param level strictly between 0 and 1; 0.5 is the median and half the absolute error
     */
    record Pinball(double level) implements Loss {
        public Pinball {
            if (!(level > 0 && level < 1)) {
                throw new IllegalArgumentException("level must be between 0 and 1, is " + level);
            }
        }
    }

    /** The loss's derivative by the score. */
    default double slope(double score, double target) {
        return switch (this) {
            case Logistic() -> LinearModel.probability(score) - target;
            case Squared() -> score - target;
            case Pinball(double level) -> target > score ? -level : target < score ? 1 - level : 0;
        };
    }

    /** Throws {@link BadSampleException} if {@code target} is not one of this loss. */
    default void requireTarget(double target) {
        switch (this) {
            case Logistic() -> Samples.requireProbability(target);
            case Squared _, Pinball _ -> Samples.requireFinite("target", target);
        }
    }
}
