package co.litper.cerebro.learners.reinforce;

/** How {@link FittedQ} generalises over features; one model an action. */
public sealed interface Regressor {

    /**
     * Linear in scaled features, by ridge regression. Quick and smooth; needs features in which values are about linear.
     *
     * @param strength λ on every weight but the intercept, above 0, in transitions
     * @param crossed whether squares and products of features are features too
     */
    record Ridge(double strength, boolean crossed) implements Regressor {
        public Ridge {
            if (!(strength > 0) || Double.isInfinite(strength)) {
                throw new IllegalArgumentException("strength must be finite and above 0, is " + strength);
            }
        }
    }

    /**
     * Extremely randomised trees: P. Geurts, D. Ernst and L. Wehenkel, Machine Learning 63, 2006, as D. Ernst, P. Geurts and L.
     * Wehenkel, "Tree-based batch mode reinforcement learning", JMLR 6, 2005 use them. Steps and interactions need no features.
     *
     * @param trees an action, 1 to 1,000
     * @param leastRows rows below which a node is not split, at least 2
     * @param share of the features that a node tries, above 0 to 1
     */
    record Trees(int trees, int leastRows, double share) implements Regressor {
        /** Trees of an action at most. */
        public static final int MOST_TREES = 1_000;

        /** Fifty trees over all features, leaves of some tens of rows: rewards of single episodes are noisy. */
        public static final Trees USUAL = new Trees(50, 60, 1);

        public Trees {
            if (trees < 1 || trees > MOST_TREES || leastRows < 2 || !(share > 0 && share <= 1)) {
                throw new IllegalArgumentException("trees must be 1 to " + MOST_TREES
                        + ", leastRows at least 2, share above 0 to 1; are " + trees + ", " + leastRows + ", " + share);
            }
        }
    }
}
