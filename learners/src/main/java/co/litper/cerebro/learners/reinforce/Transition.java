package co.litper.cerebro.learners.reinforce;

/**
 * One step of an episode, or several seen as one, for learners over features.
 *
 * @param features [d] of the situation in which the action was taken, finite
 * @param action that was taken, from 0
 * @param reward that came until the next situation, discounted to this one, in any one unit such as pesos
 * @param next [d] features of the next situation; empty if the episode ended
 * @param nextMask [actions] which actions the next situation allows, at least one; empty if the episode ended
 * @param discount factor on the next situation's value, 0 to 1: γ to the power of the steps (or days) that passed; 1 counts
 *     all the same; without effect if the episode ended
 * @param weight counts like so many equal transitions, above 0
 */
@SuppressWarnings("ArrayRecordComponent") // read once, never compared
public record Transition(
        float[] features, int action, double reward, float[] next, boolean[] nextMask, double discount, double weight) {
    /** Size of a reward at most: beyond, a double no longer counts single units. */
    public static final double MOST_REWARD = 1e15;
    /** Weight at most, so that sums stay finite. */
    public static final double MOST_WEIGHT = 1e9;

    private static final float[] NOWHERE = {};
    private static final boolean[] NOTHING = {};

    public Transition {
        Inputs.requireReward(reward);
        Inputs.requireDiscount(discount);
        Inputs.requireWeight(weight);
        if ((next.length == 0) != (nextMask.length == 0)) {
            throw new BadTransitionException("next situation has " + next.length + " features and tells of "
                    + nextMask.length + " actions. Maybe both or neither should be given.");
        }
    }

    /** A step to another situation, of weight 1. */
    public static Transition step(
            float[] features, int action, double reward, float[] next, boolean[] nextMask, double discount) {
        return new Transition(features, action, reward, next, nextMask, discount, 1);
    }

    /** The step that ended the episode, of weight 1. */
    public static Transition last(float[] features, int action, double reward) {
        return new Transition(features, action, reward, NOWHERE, NOTHING, 0, 1);
    }

    /** The same with another weight. */
    public Transition weighted(double other) {
        return new Transition(features, action, reward, next, nextMask, discount, other);
    }

    /** Whether the episode ended with it. */
    public boolean isTerminal() {
        return next.length == 0;
    }

    /** Throws {@link BadTransitionException} unless it fits a learner of {@code width} features and {@code actions}. */
    void require(int width, int actions) {
        Inputs.requireRow("features", features, width);
        Inputs.requireAction(action, actions);
        if (!isTerminal()) {
            Inputs.requireRow("next features", next, width);
            Inputs.requireMask("next mask", nextMask, actions);
        }
    }
}
