package co.litper.cerebro.learners.reinforce;

import co.litper.cerebro.learners.bandit.Choice;
import co.litper.cerebro.learners.bandit.Explorer;
import co.litper.cerebro.learners.snapshot.SnapshotException;
import co.litper.cerebro.learners.snapshot.SnapshotReader;
import co.litper.cerebro.learners.snapshot.SnapshotWriter;
import co.litper.cerebro.learners.stream.SplitMix;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table of what each action is worth in each state: Q-learning, Double Q-learning or Expected Sarsa, as {@link Backup} says.
 *
 * <p>C. Watkins and P. Dayan, "Q-learning", Machine Learning 8, 1992; n-step targets as R. Sutton and A. Barto, "Reinforcement
 * Learning", 2nd edition 2018, chapter 7, without correction for the policy that acted. Owned by one thread. O(actions) a step; memory
 * is O(mostStates × actions), taken as it is needed. Deterministic by seed, also across {@link #toBytes()}.
 */
public final class TabularQ {
    private static final int KIND = 0x54414251;
    private static final int VERSION = 1;

    /**
     * What a table is.
     *
     * @param actions at least 1
     * @param mostStates states kept, at least 1; one that was not learned for long gives way
     * @param steps how far a value moves
     * @param backup what the next state counts for
     * @param first what an action is worth before it was tried; above all rewards it makes every action be tried
     * @param seed of the coin of {@link Backup.Doubled}
     */
    public record Settings(int actions, int mostStates, StepSize steps, Backup backup, double first, long seed) {
        /** Values of a table at most, twice that if doubled. */
        public static final int MOST_VALUES = 100_000_000;

        private static final int USUAL_STATES = 100_000;

        public Settings {
            if (actions < 1 || mostStates < 1 || (long) actions * mostStates > MOST_VALUES || !Double.isFinite(first)) {
                throw new IllegalArgumentException(
                        "actions and mostStates must be at least 1 and their product at most " + MOST_VALUES
                                + ", first finite; are " + actions + ", " + mostStates + ", " + first);
            }
        }

        /** Q-learning with 100,000 states. */
        public static Settings of(int actions) {
            return new Settings(actions, USUAL_STATES, StepSize.USUAL, new Backup.Best(), 0, 0);
        }

        /** The same with another backup. */
        public Settings with(Backup other) {
            return new Settings(actions, mostStates, steps, other, first, seed);
        }

        /** The same with other steps. */
        public Settings with(StepSize other) {
            return new Settings(actions, mostStates, other, backup, first, seed);
        }

        /** The same with other first values. */
        public Settings withFirst(double other) {
            return new Settings(actions, mostStates, steps, backup, other, seed);
        }

        private boolean isDoubled() {
            return backup instanceof Backup.Doubled;
        }
    }

    private static final boolean[] NOTHING = {};

    private final Settings settings;
    private final StateTable one;
    /** The other estimate; the same table unless doubled. */
    private final StateTable other;

    private final SplitMix random;
    private final double[] mine;
    private final double[] theirs;

    /** A table that knows nothing yet. */
    public TabularQ(Settings settings) {
        this(settings, table(settings), settings.isDoubled() ? table(settings) : null, settings.seed());
    }

    private TabularQ(Settings settings, StateTable one, @Nullable StateTable other, long random) {
        this.settings = settings;
        this.one = one;
        this.other = other == null ? one : other;
        this.random = new SplitMix(random);
        mine = new double[settings.actions()];
        theirs = new double[settings.actions()];
    }

    private static StateTable table(Settings settings) {
        return new StateTable(settings.actions(), settings.mostStates(), settings.first());
    }

    /** Writes what each action is worth in {@code state} into {@code out}, [actions]. Allocates nothing. */
    public void q(long state, double[] out) {
        Inputs.requireRoom(out, settings.actions());
        for (int a = 0; a < out.length; a++) {
            out[a] = (one.value(state, a) + other.value(state, a)) / 2;
        }
    }

    /** Draws an action; see {@link ActionValues#choose}. */
    public Choice choose(long state, boolean[] allowed, Explorer explorer, double unit) {
        Inputs.requireMask("mask", allowed, settings.actions());
        double[] values = new double[settings.actions()];
        q(state, values);
        return explorer.choose(values, allowed, unit);
    }

    /**
     * Learns one step to another state.
     *
     * @param nextMask [actions] which actions the next state allows, at least one
     * @param discount factor on what comes after, 0 to 1
     * @throws BadTransitionException if an argument is out of range
     */
    public void learn(long state, int action, double reward, long next, boolean[] nextMask, double discount) {
        Inputs.requireMask("next mask", nextMask, settings.actions());
        Inputs.requireDiscount(discount);
        requireStep(action, reward);
        move(state, action, reward, next, nextMask, discount);
    }

    /** Learns the step that ended an episode. */
    public void learnLast(long state, int action, double reward) {
        requireStep(action, reward);
        move(state, action, reward, 0, NOTHING, 0);
    }

    /**
     * Learns an episode that ended, its last step first, each looking {@code ahead} steps forward before it trusts the table.
     *
     * @param ahead at least 1; above 1 values lean towards those of the policy that acted
     */
    public void learn(List<Visit> visits, int ahead) {
        learnAll(visits, ahead, 0, NOTHING);
    }

    /**
     * Learns an episode that goes on, in state {@code next}, beyond what is recorded.
     *
     * @param nextMask [actions] which actions that state allows, at least one
     * @param ahead at least 1
     */
    public void learnOpen(List<Visit> visits, long next, boolean[] nextMask, int ahead) {
        Inputs.requireMask("next mask", nextMask, settings.actions());
        learnAll(visits, ahead, next, nextMask);
    }

    private void learnAll(List<Visit> visits, int ahead, long next, boolean[] nextMask) {
        Episode.requireAhead(ahead);
        visits.forEach(v -> Inputs.requireMask("mask", v.allowed(), settings.actions()));
        for (int t = visits.size() - 1; t >= 0; t--) {
            int to = Math.min(visits.size(), t + ahead);
            double reward = 0;
            double discount = 1;
            for (int k = t; k < to; k++) {
                reward += discount * visits.get(k).reward();
                discount *= visits.get(k).discount();
            }
            Visit at = visits.get(t);
            if (to == visits.size()) {
                move(at.state(), at.action(), reward, next, nextMask, discount);
            } else {
                move(
                        at.state(),
                        at.action(),
                        reward,
                        visits.get(to).state(),
                        visits.get(to).allowed(),
                        discount);
            }
        }
    }

    private void requireStep(int action, double reward) {
        Inputs.requireAction(action, settings.actions());
        Inputs.requireReward(reward);
    }

    private void move(long state, int action, double reward, long next, boolean[] nextMask, double discount) {
        boolean swapped = settings.isDoubled() && random.nextLong() < 0;
        StateTable learning = swapped ? other : one;
        StateTable judging = swapped ? one : other;
        double target = reward;
        if (nextMask.length > 0) {
            for (int a = 0; a < mine.length; a++) {
                mine[a] = learning.value(next, a);
                theirs[a] = judging.value(next, a);
            }
            target += discount * settings.backup().value(mine, theirs, nextMask);
        }
        learning.move(state, action, target, settings.steps());
    }

    /** How often an action was learned in a state that is still kept. */
    public int visits(long state, int action) {
        return one.visits(state, action) + (other == one ? 0 : other.visits(state, action));
    }

    /** States kept, in the first table if doubled. */
    public int states() {
        return one.size();
    }

    /** Versioned bytes; settings are the program's and not among them, but the number of actions and tables is checked. */
    public byte[] toBytes() {
        SnapshotWriter out = new SnapshotWriter(KIND, VERSION)
                .int32(settings.actions())
                .int32(settings.isDoubled() ? 2 : 1)
                .int64(random.state());
        one.write(out);
        if (other != one) {
            other.write(out);
        }
        return out.finish();
    }

    /** Reads what {@link #toBytes()} wrote; throws {@link SnapshotException} for anything else. */
    public static TabularQ fromBytes(byte[] bytes, Settings settings) {
        SnapshotReader in = new SnapshotReader(bytes, KIND, VERSION);
        int actions = in.int32();
        int tables = in.int32();
        if (actions != settings.actions() || tables != (settings.isDoubled() ? 2 : 1)) {
            throw new SnapshotException("snapshot TABQ has " + actions + " actions and " + tables
                    + " tables, the settings are " + settings);
        }
        long random = in.int64();
        StateTable one = StateTable.read(in, actions, settings.mostStates(), settings.first());
        return new TabularQ(
                settings,
                one,
                tables == 1 ? null : StateTable.read(in, actions, settings.mostStates(), settings.first()),
                random);
    }
}
