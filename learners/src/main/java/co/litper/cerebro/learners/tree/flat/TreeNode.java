package co.litper.cerebro.learners.tree.flat;

import java.util.List;

/** A node of a tree whose tests are all "less than". Immutable; one node may stand below several. */
public sealed interface TreeNode {

    /**
     * Ends a walk.
     *
     * @param values what the tree adds to the outputs from its first one on, at least 1, finite
     */
    record Leaf(List<Double> values) implements TreeNode {
        public Leaf {
            values = List.copyOf(values);
            if (values.isEmpty() || !values.stream().allMatch(v -> Math.abs(v) <= Double.MAX_VALUE)) {
                throw new IllegalArgumentException("a leaf must have values, all finite; has " + values);
            }
        }

        /** A leaf of one value. */
        public Leaf(double value) {
            this(List.of(value));
        }
    }

    /**
     * Sends a row on by one of its values.
     *
     * @param feature index of the value, at least 0
     * @param threshold finite
     * @param less where values below the threshold go
     * @param rest where others go
     * @param missingIsLess whether NaN goes to {@code less}
     */
    record Split(int feature, double threshold, TreeNode less, TreeNode rest, boolean missingIsLess)
            implements TreeNode {
        public Split {
            if (feature < 0 || !(Math.abs(threshold) <= Double.MAX_VALUE)) {
                throw new IllegalArgumentException(
                        "a split must have a feature from 0 and a finite threshold, has " + feature + ", " + threshold);
            }
        }
    }
}
