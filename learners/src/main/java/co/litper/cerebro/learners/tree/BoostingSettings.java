package co.litper.cerebro.learners.tree;

import co.litper.cerebro.learners.stream.StreamSchema;

/**
 * How many boosted trees and how much each may say.
 *
 * @param trees of a chain, at least 1
 * @param share of the features that a tree looks at, above 0, at most 1
 * @param rate by which each tree's answer is shrunk, above 0, at most 1
 * @param tree how each grows
 */
public record BoostingSettings(int trees, double share, double rate, RegressionTree.Settings tree) {
    /** Trees of all chains of a classifier: with many classes each chain is shorter. */
    static final int MOST_TREES = 1_000;
    /** Hessian at least, so that a sure row does not ask for an infinite step. */
    static final double LEAST_HESSIAN = 0.01;

    /** Of the classifier: a hundred trees on three quarters of the features. */
    public static final BoostingSettings CLASSIFICATION =
            new BoostingSettings(100, 0.75, 0.05, new RegressionTree.Settings(25, true, 0.05, 0.1, 0, 4, 0.2, 64));
    /** Of the regressor: as many, of larger steps. */
    public static final BoostingSettings REGRESSION =
            new BoostingSettings(100, 0.75, 0.05, new RegressionTree.Settings(25, true, 0.05, 0.1, 0, 4, 1, 64));

    public BoostingSettings {
        if (trees < 1 || trees > MOST_TREES || !(share > 0 && share <= 1) || !(rate > 0 && rate <= 1)) {
            throw new IllegalArgumentException("settings must be trees 1 to " + MOST_TREES
                    + ", share and rate above 0 and at most 1; are " + trees + ", " + share + ", " + rate);
        }
    }

    int subspace(StreamSchema schema) {
        return Math.max(1, (int) Math.round(share * schema.width()));
    }

    /** Trees in each of {@code chains} chains. */
    int trees(int chains) {
        return Math.max(1, Math.min(trees, MOST_TREES / chains));
    }
}
