package co.litper.cerebro.learners.reinforce.problem;

import co.litper.cerebro.learners.bandit.Choice;
import co.litper.cerebro.learners.bandit.Explorer;
import co.litper.cerebro.learners.reinforce.ActionValues;
import co.litper.cerebro.learners.reinforce.Episode;
import co.litper.cerebro.learners.reinforce.Step;
import co.litper.cerebro.learners.stream.SplitMix;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;

/**
 * A Markov decision problem with few states, undiscounted, of at most {@code horizon} steps. Immutable and thread-safe.
 *
 * <p>Values of policies, the best one included, are exact: backward induction (R. Bellman, "Dynamic Programming", 1957), O(horizon ×
 * states × actions × moves).
 */
public final class FiniteProblem {
    private static final double ROUNDING = 1e-9;

    /** What may come of action {@code action} in {@code state}; empty if it is not allowed there. */
    @FunctionalInterface
    public interface Moves {
        Move[] of(int state, int action);
    }

    /** Who acts. */
    @FunctionalInterface
    public interface Actor {
        /**
         * Draws an action.
         *
         * @param state number of the situation
         * @param features of it
         * @param allowed which actions it allows
         * @param unit a uniform draw in [0, 1)
         */
        Choice choose(int state, float[] features, boolean[] allowed, double unit);
    }

    private final String name;
    private final int start;
    private final int horizon;
    private final float[][] features;
    private final boolean[][] allowed;
    private final Move[][][] moves;

    /**
     * A problem.
     *
     * @param name of it
     * @param features [states][d] of each state
     * @param actions at least 1
     * @param start state in which episodes begin
     * @param horizon steps at most
     * @param moves sum to probability 1 where allowed; every state allows at least one action
     */
    public FiniteProblem(String name, float[][] features, int actions, int start, int horizon, Moves moves) {
        this.name = name;
        this.features = features;
        this.start = start;
        this.horizon = horizon;
        this.moves = new Move[features.length][actions][];
        this.allowed = new boolean[features.length][actions];
        for (int s = 0; s < features.length; s++) {
            boolean any = false;
            for (int a = 0; a < actions; a++) {
                this.moves[s][a] = moves.of(s, a);
                allowed[s][a] = this.moves[s][a].length > 0;
                any |= allowed[s][a];
                requireSum(s, a);
            }
            if (!any) {
                throw new IllegalArgumentException(name + ": state " + s + " allows no action");
            }
        }
    }

    private void requireSum(int s, int a) {
        double sum = Arrays.stream(moves[s][a]).mapToDouble(Move::probability).sum();
        if (allowed[s][a] && Math.abs(sum - 1) > ROUNDING) {
            throw new IllegalArgumentException(
                    name + ": moves of action " + a + " in state " + s + " sum to probability " + sum);
        }
    }

    /** Its name. */
    public String name() {
        return name;
    }

    /** States there are. */
    public int states() {
        return features.length;
    }

    /** Actions there are. */
    public int actions() {
        return allowed[0].length;
    }

    /** Features of a state. */
    public int width() {
        return features[0].length;
    }

    /** Steps of an episode at most. */
    public int horizon() {
        return horizon;
    }

    /** Features of {@code state}; not to be changed. */
    public float[] features(int state) {
        return features[state];
    }

    /** Which actions {@code state} allows; not to be changed. */
    public boolean[] allowed(int state) {
        return allowed[state];
    }

    /** Expected reward of an episode under the best policy: the ceiling. */
    public double optimum() {
        return value((s, values) -> Arrays.stream(values).max().orElseThrow());
    }

    /** Expected reward under an even draw among what is allowed: the floor. */
    public double uniform() {
        return value(policy(s -> new Explorer.EpsilonGreedy(1).distribution(new double[actions()], allowed[s])));
    }

    /** Expected reward of an episode under {@code policy}, [states][actions] probabilities. */
    public double value(double[][] policy) {
        return value((s, values) -> {
            double mean = 0;
            for (int a = 0; a < values.length; a++) {
                mean += policy[s][a] > 0 ? policy[s][a] * values[a] : 0;
            }
            return mean;
        });
    }

    /** The policy with the given distribution in each state. */
    public double[][] policy(IntFunction<double[]> distribution) {
        double[][] policy = new double[states()][];
        Arrays.setAll(policy, distribution);
        return policy;
    }

    /** The policy that draws by {@code explorer} from {@code values}. */
    public double[][] policy(ActionValues values, Explorer explorer) {
        return policy(s -> values.distribution(features[s], allowed[s], explorer));
    }

    /** How far {@code value} lies on the way from chance, 0, to the best policy, 1. */
    public double score(double value) {
        double floor = uniform();
        return (value - floor) / (optimum() - floor);
    }

    private interface Fold {
        double of(int state, double[] values);
    }

    private double value(Fold fold) {
        double[] later = new double[states()];
        double[] now = new double[states()];
        double[] values = new double[actions()];
        for (int left = 1; left <= horizon; left++) {
            for (int s = 0; s < now.length; s++) {
                for (int a = 0; a < values.length; a++) {
                    values[a] = allowed[s][a] ? expected(moves[s][a], later) : Double.NEGATIVE_INFINITY;
                }
                now[s] = fold.of(s, values);
            }
            double[] swap = later;
            later = now;
            now = swap;
        }
        return later[start];
    }

    private static double expected(Move[] moves, double[] later) {
        double sum = 0;
        for (Move move : moves) {
            sum += move.probability() * (move.reward() + (move.next() == Move.END ? 0 : later[move.next()]));
        }
        return sum;
    }

    /** An episode as {@code actor} acts. */
    public Played play(Actor actor, SplitMix random) {
        List<Step> steps = new ArrayList<>();
        List<Integer> states = new ArrayList<>();
        int state = start;
        while (state != Move.END && steps.size() < horizon) {
            Choice choice = actor.choose(state, features[state], allowed[state], random.nextDouble());
            Move move = draw(moves[state][choice.index()], random.nextDouble());
            steps.add(new Step(features[state], allowed[state], choice.index(), move.reward(), 1, choice.propensity()));
            states.add(state);
            state = move.next();
        }
        states.add(state);
        Episode episode =
                state == Move.END ? Episode.ended(steps) : Episode.open(steps, features[state], allowed[state]);
        return new Played(episode, states.stream().mapToInt(Integer::intValue).toArray());
    }

    /** Episodes under an even draw among what is allowed: a log from which every policy can be learned. */
    public List<Played> playEvenly(int episodes, long seed) {
        SplitMix random = new SplitMix(seed);
        Explorer even = new Explorer.EpsilonGreedy(1);
        double[] equal = new double[actions()];
        List<Played> out = new ArrayList<>(episodes);
        for (int i = 0; i < episodes; i++) {
            out.add(play((_, _, mask, unit) -> even.choose(equal, mask, unit), random));
        }
        return out;
    }

    /**
     * An episode and where it went.
     *
     * @param episode as features
     * @param states [steps + 1] numbers, the last {@link Move#END} if it ended
     */
    @SuppressWarnings("ArrayRecordComponent") // handed on, never compared
    public record Played(Episode episode, int[] states) {}

    private static Move draw(Move[] moves, double unit) {
        double left = unit;
        for (Move move : moves) {
            left -= move.probability();
            if (left < 0) {
                return move;
            }
        }
        return moves[moves.length - 1];
    }

    @Override
    public String toString() {
        return name;
    }
}
