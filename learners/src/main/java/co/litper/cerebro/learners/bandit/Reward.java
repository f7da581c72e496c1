package co.litper.cerebro.learners.bandit;

/** What a reward may be, and with it how it is believed to come about. */
public sealed interface Reward {

    /**
     * Any finite number, linear in the features with normal noise whose size is learned.
     *
     * @param prior reward of an arm of which nothing is known
     * @param deviation first guess of the noise's deviation, above 0
     */
    record Linear(double prior, double deviation) implements Reward {
        public Linear {
            if (!Double.isFinite(prior) || !(deviation > 0) || Double.isInfinite(deviation)) {
                throw new IllegalArgumentException(
                        "prior must be finite and deviation above 0, are " + prior + ", " + deviation);
            }
        }
    }

    /**
     * A number in a range, such as 0 or 1; its place within the range is logistic in the features.
     *
     * @param low least reward
     * @param high largest reward, above {@code low}
     * @param prior reward of an arm of which nothing is known, between the two
     */
    record Logistic(double low, double high, double prior) implements Reward {
        public Logistic {
            if (!(Double.isFinite(low) && Double.isFinite(high) && low < prior && prior < high)) {
                throw new IllegalArgumentException(
                        "low < prior < high must hold, are " + low + ", " + prior + ", " + high);
            }
        }
    }

    /** The reward that a score stands for. */
    default double value(double score) {
        return switch (this) {
            case Linear(double prior, double _) -> prior + score;
            case Logistic(double low, double high, double prior) ->
                low + (high - low) / (1 + Math.exp(-score - offset(low, high, prior)));
        };
    }

    /** Throws {@link BadChoiceException} if a reward is not one of these. */
    default void require(double reward) {
        boolean fits = switch (this) {
            case Linear _ -> Double.isFinite(reward);
            case Logistic(double low, double high, double _) -> reward >= low && reward <= high;
        };
        if (!fits) {
            throw new BadChoiceException("reward " + reward + " does not fit " + this
                    + ". Maybe it is not known yet: then it is missing, not NaN.");
        }
    }

    private static double offset(double low, double high, double prior) {
        return Math.log((prior - low) / (high - prior));
    }
}
