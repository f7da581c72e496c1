package co.litper.cerebro.learners.reinforce;

/**
 * What was decided in one state of an episode, for learners that know states by number.
 *
 * @param state key, any number
 * @param allowed [actions] which actions it allowed, at least one
 * @param action that was taken, one of them
 * @param reward that came before the next state
 * @param discount factor on what comes after, 0 to 1
 */
@SuppressWarnings("ArrayRecordComponent") // read once, never compared
public record Visit(long state, boolean[] allowed, int action, double reward, double discount) {
    public Visit {
        Inputs.requireReward(reward);
        Inputs.requireDiscount(discount);
        Inputs.requireTaken(action, allowed);
    }
}
