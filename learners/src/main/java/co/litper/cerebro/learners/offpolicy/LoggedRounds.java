package co.litper.cerebro.learners.offpolicy;

import java.util.Arrays;

/**
 * A log as columns, one entry a round. What the numbers are is judged by {@link OffPolicy}, which refuses with reasons; here
 * only lengths must agree. Immutable.
 */
public final class LoggedRounds {
    private static final double[] NONE = {};

    private final double[] rewards;
    private final double[] propensities;
    private final double[] targets;
    private final double[] modelLogged;
    private final double[] modelTarget;
    private final double[] unsupported;
    private final double[] squaredWeights;

    private LoggedRounds(
            double[] rewards,
            double[] propensities,
            double[] targets,
            double[] modelLogged,
            double[] modelTarget,
            double[] unsupported,
            double[] squaredWeights) {
        this.rewards = rewards;
        this.propensities = propensities;
        this.targets = targets;
        this.modelLogged = modelLogged;
        this.modelTarget = modelTarget;
        this.unsupported = unsupported;
        this.squaredWeights = squaredWeights;
    }

    /**
     * A log without a reward model.
     *
     * @param rewards [n] what the logged arm earned
     * @param propensities [n] probability with which the logging policy took it, NaN where nobody knows
     * @param targets [n] probability with which the judged policy would have taken it
     */
    public static LoggedRounds of(double[] rewards, double[] propensities, double[] targets) {
        requireLength("propensities", propensities, rewards.length);
        requireLength("targets", targets, rewards.length);
        return new LoggedRounds(rewards.clone(), propensities.clone(), targets.clone(), NONE, NONE, NONE, NONE);
    }

    /**
     * The same with a reward model, best fitted on other rounds than those it speaks of.
     *
     * @param logged [n] reward expected of the logged arm
     * @param target [n] reward expected of the judged policy: Σ over arms of its probability × the arm's expected reward
     */
    public LoggedRounds withModel(double[] logged, double[] target) {
        requireLength("logged", logged, rewards.length);
        requireLength("target", target, rewards.length);
        return new LoggedRounds(
                rewards, propensities, targets, logged.clone(), target.clone(), unsupported, squaredWeights);
    }

    /**
     * The same with what is known of support.
     *
     * @param mass [n] probability that the judged policy gives to arms that the logging policy never takes, 0 to 1
     */
    public LoggedRounds withUnsupported(double[] mass) {
        requireLength("mass", mass, rewards.length);
        return new LoggedRounds(rewards, propensities, targets, modelLogged, modelTarget, mass.clone(), squaredWeights);
    }

    /**
     * The same with the expected square of each round's weight, Σ over arms of target² ÷ propensity: it tells how far an
     * estimate may stray although the log happens to show no heavy round.
     *
     * @param expected [n] at least 1 where the log supports the judged policy
     */
    public LoggedRounds withSquaredWeights(double[] expected) {
        requireLength("expected", expected, rewards.length);
        return new LoggedRounds(
                rewards, propensities, targets, modelLogged, modelTarget, unsupported, expected.clone());
    }

    /**
     * A log with whole distributions: everything else follows.
     *
     * @param actions [n] index of the arm that was taken
     * @param logging [n][arms] distribution of the logging policy
     * @param target [n][arms] distribution of the judged policy
     * @param expected [n][arms] reward expected of each arm, or no rows if there is no model
     */
    public static LoggedRounds ofDistributions(
            int[] actions, double[] rewards, double[][] logging, double[][] target, double[][] expected) {
        int n = rewards.length;
        if (actions.length != n || logging.length != n || target.length != n || expected.length % Math.max(1, n) != 0) {
            throw new BadLogException("columns differ in length: " + n + " rewards, " + actions.length + " actions, "
                    + logging.length + ", " + target.length + " and " + expected.length + " rows");
        }
        double[] propensities = new double[n];
        double[] targets = new double[n];
        double[] modelLogged = new double[expected.length];
        double[] modelTarget = new double[expected.length];
        double[] mass = new double[n];
        double[] squared = new double[n];
        for (int i = 0; i < n; i++) {
            propensities[i] = logging[i][actions[i]];
            targets[i] = target[i][actions[i]];
            for (int a = 0; a < target[i].length; a++) {
                mass[i] += logging[i][a] > 0 ? 0 : target[i][a];
                squared[i] += logging[i][a] > 0 ? target[i][a] * target[i][a] / logging[i][a] : 0;
                if (expected.length > 0) {
                    modelTarget[i] += target[i][a] * expected[i][a];
                }
            }
            if (expected.length > 0) {
                modelLogged[i] = expected[i][actions[i]];
            }
        }
        return new LoggedRounds(rewards.clone(), propensities, targets, modelLogged, modelTarget, mass, squared);
    }

    private static void requireLength(String name, double[] column, int length) {
        if (column.length != length) {
            throw new BadLogException(name + " has " + column.length + " entries for " + length + " rewards");
        }
    }

    /** Rounds in the log. */
    public int size() {
        return rewards.length;
    }

    /** Whether a reward model speaks. */
    public boolean hasModel() {
        return modelLogged.length == rewards.length && rewards.length > 0;
    }

    double reward(int i) {
        return rewards[i];
    }

    double propensity(int i) {
        return propensities[i];
    }

    double target(int i) {
        return targets[i];
    }

    double modelLogged(int i) {
        return modelLogged[i];
    }

    double modelTarget(int i) {
        return modelTarget[i];
    }

    /** Mean mass that the log cannot speak of, 0 if nobody told. */
    double unsupported() {
        return Arrays.stream(unsupported).average().orElse(0);
    }

    /** Expected mean squared weight, 0 if nobody told. */
    double squaredWeight() {
        return Arrays.stream(squaredWeights).average().orElse(0);
    }

    /** Importance weights: target ÷ propensity. */
    double[] weights() {
        double[] weights = new double[size()];
        Arrays.setAll(weights, i -> targets[i] / propensities[i]);
        return weights;
    }
}
