package co.litper.cerebro.learners.reinforce.problem;

/**
 * One thing that may come of an action.
 *
 * @param next state, or {@link #END}
 * @param probability above 0 to 1
 * @param reward that comes with it
 */
public record Move(int next, double probability, double reward) {
    /** The episode ends. */
    public static final int END = -1;

    /** What surely happens. */
    public static Move[] surely(int next, double reward) {
        return new Move[] {new Move(next, 1, reward)};
    }

    /** One of two things. */
    public static Move[] either(double probability, int next, double reward, int other, double otherReward) {
        return new Move[] {new Move(next, probability, reward), new Move(other, 1 - probability, otherReward)};
    }
}
