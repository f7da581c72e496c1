package co.litper.cerebro.learners.reinforce;

import co.litper.cerebro.learners.bandit.Choice;
import co.litper.cerebro.learners.bandit.Explorer;

/** What each action is worth in a situation, from which an {@link Explorer} draws one with a known probability. */
public interface ActionValues {

    /** Features of a situation. */
    int width();

    /** Actions there are, allowed or not. */
    int actions();

    /**
     * Writes what each action is worth, all rewards until the episode's end included, into {@code out}. Allocates nothing.
     *
     * @param features [width] finite
     * @param out [actions]
     * @throws BadTransitionException if a width differs or a number is not finite
     */
    void q(float[] features, double[] out);

    /**
     * Draws an action.
     *
     * @param allowed [actions] at least one
     * @param explorer how values become probabilities; its temperature or γ is in the unit of the rewards
     * @param unit a uniform draw in [0, 1)
     * @return the action, its exact propensity and the whole distribution
     */
    default Choice choose(float[] features, boolean[] allowed, Explorer explorer, double unit) {
        return explorer.choose(masked(features, allowed), allowed, unit);
    }

    /** The distribution from which {@link #choose} draws. */
    default double[] distribution(float[] features, boolean[] allowed, Explorer explorer) {
        return explorer.distribution(masked(features, allowed), allowed);
    }

    private double[] masked(float[] features, boolean[] allowed) {
        Inputs.requireMask("mask", allowed, actions());
        double[] values = new double[actions()];
        q(features, values);
        return values;
    }
}
