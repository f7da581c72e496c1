package co.litper.cerebro.learners.reinforce;

import co.litper.cerebro.learners.bandit.Explorer;

/** What a situation counts for, given the values of its actions, when the step before it is learned. */
public sealed interface Backup {

    /** Its best allowed action's value: Q-learning (C. Watkins and P. Dayan, Machine Learning 8, 1992). */
    record Best() implements Backup {}

    /**
     * The value that one estimate gives to the action that looks best to another: chance that flattered an action in the
     * choosing does not flatter its value (H. van Hasselt, "Double Q-learning", NIPS 2010).
     */
    record Doubled() implements Backup {}

    /**
     * The mean under a policy's own probabilities: Expected Sarsa (H. van Seijen et al., ADPRL 2009). Fitted to a log it says what
     * that policy is worth rather than what the best one would be.
     *
     * @param policy how values become probabilities
     */
    record Expected(Explorer policy) implements Backup {}

    /** The value of a situation in which {@code chooser} chooses and {@code valuer} values; the same array unless doubled. */
    default double value(double[] chooser, double[] valuer, boolean[] allowed) {
        return switch (this) {
            case Best _ -> chooser[best(chooser, allowed)];
            case Doubled _ -> valuer[best(chooser, allowed)];
            case Expected(Explorer policy) -> mean(policy.distribution(chooser, allowed), chooser);
        };
    }

    /** The lowest index among equals; at least one is allowed. */
    private static int best(double[] values, boolean[] allowed) {
        int best = -1;
        for (int a = 0; a < values.length; a++) {
            if (allowed[a] && (best < 0 || values[a] > values[best])) {
                best = a;
            }
        }
        return best;
    }

    private static double mean(double[] probabilities, double[] values) {
        double mean = 0;
        for (int a = 0; a < values.length; a++) {
            mean += probabilities[a] > 0 ? probabilities[a] * values[a] : 0;
        }
        return mean;
    }
}
