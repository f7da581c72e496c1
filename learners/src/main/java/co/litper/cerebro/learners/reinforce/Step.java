package co.litper.cerebro.learners.reinforce;

/**
 * What was decided in one situation of an episode, and what came of it before the next.
 *
 * @param features [d] of the situation, finite
 * @param allowed [actions] which actions it allowed, at least one
 * @param action that was taken, one of them
 * @param reward that came before the next situation
 * @param discount factor on what comes after, 0 to 1
 * @param propensity probability with which the action was drawn, above 0 to 1; 1 if a rule took it
 */
@SuppressWarnings("ArrayRecordComponent") // read once, never compared
public record Step(float[] features, boolean[] allowed, int action, double reward, double discount, double propensity) {

    public Step {
        Inputs.requireReward(reward);
        Inputs.requireDiscount(discount);
        Inputs.requireTaken(action, allowed);
        if (!(propensity > 0 && propensity <= 1)) {
            throw new BadTransitionException("propensity must be above 0 and at most 1, is " + propensity);
        }
    }

    /** Throws {@link BadTransitionException} unless it fits a learner of {@code width} features and {@code actions}. */
    void require(int width, int actions) {
        Inputs.requireRow("features", features, width);
        Inputs.requireMask("mask", allowed, actions);
    }
}
