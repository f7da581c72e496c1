package co.litper.cerebro.learners.reinforce;

import java.util.ArrayList;
import java.util.List;

/**
 * What happened from the first decision to the end, or to where the record stops.
 *
 * @param steps in order, at least one
 * @param next [d] features of the situation at which the record stops; empty if the episode ended
 * @param nextMask [actions] which actions that situation allows; empty if the episode ended
 */
@SuppressWarnings("ArrayRecordComponent") // read once, never compared
public record Episode(List<Step> steps, float[] next, boolean[] nextMask) {
    private static final float[] NOWHERE = {};
    private static final boolean[] NOTHING = {};

    public Episode {
        steps = List.copyOf(steps);
        if (steps.isEmpty()) {
            throw new BadTransitionException("an episode has at least one step");
        }
        if ((next.length == 0) != (nextMask.length == 0)) {
            throw new BadTransitionException("the last situation has " + next.length + " features and tells of "
                    + nextMask.length + " actions. Maybe both or neither should be given.");
        }
    }

    /** An episode that came to its end. */
    public static Episode ended(List<Step> steps) {
        return new Episode(steps, NOWHERE, NOTHING);
    }

    /** An episode that goes on, in the situation {@code next}, beyond what is recorded. */
    public static Episode open(List<Step> steps, float[] next, boolean[] nextMask) {
        return new Episode(steps, next, nextMask);
    }

    /** Whether the last step ended it. */
    public boolean isEnded() {
        return next.length == 0;
    }

    /**
     * One transition a step, each looking up to {@code ahead} steps forward before it trusts a learned value (R. Sutton and
     * A. Barto, "Reinforcement Learning", 2nd edition 2018, chapter 7). Above 1 the rewards of later steps are those of the policy
     * that acted: values then lean towards that policy's.
     *
     * @param ahead at least 1
     */
    public List<Transition> transitions(int ahead) {
        requireAhead(ahead);
        List<Transition> out = new ArrayList<>(steps.size());
        for (int t = 0; t < steps.size(); t++) {
            out.add(transition(t, Math.min(steps.size(), t + ahead)));
        }
        return out;
    }

    private Transition transition(int from, int to) {
        double reward = 0;
        double discount = 1;
        for (Step step : steps.subList(from, to)) {
            reward += discount * step.reward();
            discount *= step.discount();
        }
        Step first = steps.get(from);
        if (to < steps.size()) {
            Step after = steps.get(to);
            return Transition.step(
                    first.features(), first.action(), reward, after.features(), after.allowed(), discount);
        }
        return isEnded()
                ? Transition.last(first.features(), first.action(), reward)
                : Transition.step(first.features(), first.action(), reward, next, nextMask, discount);
    }

    static void requireAhead(int ahead) {
        if (ahead < 1) {
            throw new BadTransitionException("steps ahead must be at least 1, are " + ahead);
        }
    }

    /** Throws {@link BadTransitionException} unless it fits a learner of {@code width} features and {@code actions}. */
    void require(int width, int actions) {
        for (Step step : steps) {
            step.require(width, actions);
        }
        if (!isEnded()) {
            Inputs.requireRow("features at which the record stops", next, width);
            Inputs.requireMask("mask at which the record stops", nextMask, actions);
        }
    }
}
