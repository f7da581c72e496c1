package co.litper.cerebro.learners.tree.flat;

import java.util.List;

/**
 * An ensemble of trees, told without regard to speed.
 *
 * @param features values of a row, at least 1
 * @param base margin of each output before any tree, at least 1 of them, finite
 * @param link from margins to answers
 * @param precision in which rows are compared and leaves are summed
 * @param trees in the order in which they are summed
 */
public record TreeModel(int features, List<Double> base, Link link, Precision precision, List<Tree> trees) {

    /** Of comparing and summing. */
    public enum Precision {
        /** 64 bits, as our own learners. */
        DOUBLE,
        /** 32 bits, as XGBoost: a row's value is rounded before it is compared, each partial sum after it is made. */
        SINGLE
    }

    /**
     * One tree.
     *
     * @param firstOutput to which the first value of its leaves is added, the second to the next, and so on
     */
    public record Tree(TreeNode root, int firstOutput) {}

    public TreeModel {
        base = List.copyOf(base);
        trees = List.copyOf(trees);
        if (features < 1 || base.isEmpty() || !base.stream().allMatch(b -> Math.abs(b) <= Double.MAX_VALUE)) {
            throw new IllegalArgumentException(
                    "a model must have features and a finite base for each output, has " + features + ", " + base);
        }
    }

    /** Numbers that it answers with. */
    public int outputs() {
        return base.size();
    }
}
