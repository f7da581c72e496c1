package co.litper.cerebro.learners.reinforce;

/** Checks of what learners are given, made before anything is changed; they allocate nothing unless they fail. */
final class Inputs {
    private Inputs() {}

    static void requireRow(String name, float[] row, int width) {
        if (row.length != width) {
            throw new BadTransitionException(name + ": " + row.length + " values where the learner takes " + width
                    + ". Maybe they were made under another version of the features.");
        }
        for (int i = 0; i < width; i++) {
            if (!Float.isFinite(row[i])) {
                throw new BadTransitionException(name + ": value " + i + " is " + row[i]
                        + ". Maybe a missing value: give its mean, and a feature that says so.");
            }
        }
    }

    /** Throws unless {@code mask} has {@code actions} entries and allows at least one. */
    static void requireMask(String name, boolean[] mask, int actions) {
        if (mask.length != actions) {
            throw new BadTransitionException(
                    name + " tells of " + mask.length + " actions where the learner has " + actions);
        }
        for (boolean allowed : mask) {
            if (allowed) {
                return;
            }
        }
        throw new BadTransitionException(
                name + " allows none of " + actions + " actions. Maybe the episode has ended: make it terminal.");
    }

    static void requireAction(int action, int actions) {
        if (action < 0 || action >= actions) {
            throw new BadTransitionException("action is " + action + ", the learner has 0 to " + (actions - 1));
        }
    }

    /** Throws unless {@code action} is one that {@code allowed} allows. */
    static void requireTaken(int action, boolean[] allowed) {
        requireMask("mask", allowed, allowed.length);
        requireAction(action, allowed.length);
        if (!allowed[action]) {
            throw new BadTransitionException("action " + action + " was taken where it was not allowed");
        }
    }

    static void requireReward(double reward) {
        if (!(Math.abs(reward) <= Transition.MOST_REWARD)) {
            throw new BadTransitionException("reward must be finite and at most " + Transition.MOST_REWARD + ", is "
                    + reward + ". Maybe the outcome is not known yet; then it is no transition.");
        }
    }

    static void requireDiscount(double discount) {
        if (!(discount >= 0 && discount <= 1)) {
            throw new BadTransitionException("discount must be 0 to 1, is " + discount);
        }
    }

    static void requireWeight(double weight) {
        if (!(weight > 0 && weight <= Transition.MOST_WEIGHT)) {
            throw new BadTransitionException("weight must be above 0 and at most " + Transition.MOST_WEIGHT + ", is "
                    + weight + ". Maybe leave such transitions out.");
        }
    }

    static void requireRoom(double[] out, int actions) {
        if (out.length != actions) {
            throw new BadTransitionException("room for " + out.length + " values of " + actions + " actions");
        }
    }
}
