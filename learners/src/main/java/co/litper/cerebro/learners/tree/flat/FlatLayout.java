package co.litper.cerebro.learners.tree.flat;

import co.litper.cerebro.learners.tree.flat.TreeModel.Precision;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.Map;

/** The growing arrays of {@link FlatTrees}; a node that stands below several is laid out once. */
final class FlatLayout {
    private static final int FIRST_CAPACITY = 256;

    private final TreeModel model;
    private final boolean single;
    private final int[] roots;
    private int trees;
    private int[] tests = new int[FIRST_CAPACITY];
    private double[] thresholds = new double[FIRST_CAPACITY];
    private int[] next = new int[2 * FIRST_CAPACITY];
    private double[] values = new double[FIRST_CAPACITY];
    private int size;
    private int valueCount;

    FlatLayout(TreeModel model) {
        this.model = model;
        single = model.precision() == Precision.SINGLE;
        roots = new int[model.trees().size()];
    }

    int[] roots() {
        return roots;
    }

    int[] tests() {
        return Arrays.copyOf(tests, size);
    }

    double[] thresholds() {
        return Arrays.copyOf(thresholds, size);
    }

    int[] next() {
        return Arrays.copyOf(next, 2 * size);
    }

    double[] values() {
        return Arrays.copyOf(values, valueCount);
    }

    void add(TreeModel.Tree tree) {
        roots[trees++] = place(tree.root(), tree.firstOutput(), 0, new IdentityHashMap<>());
    }

    private int place(TreeNode node, int output, int depth, Map<TreeNode, Integer> placed) {
        Integer known = placed.get(node);
        if (known != null) {
            return known;
        }
        if (depth > FlatTrees.MOST_DEPTH || size >= FlatTrees.MOST_NODES) {
            throw new IllegalArgumentException("the model has more than " + FlatTrees.MOST_DEPTH + " levels or "
                    + FlatTrees.MOST_NODES + " nodes. Maybe it was trained without a bound on its depth.");
        }
        int at = size++;
        if (at == tests.length) {
            tests = Arrays.copyOf(tests, 2 * at);
            thresholds = Arrays.copyOf(thresholds, 2 * at);
            next = Arrays.copyOf(next, 4 * at);
        }
        placed.put(node, at);
        switch (node) {
            case TreeNode.Leaf leaf -> end(at, leaf, output);
            case TreeNode.Split split -> {
                requireFeature(split.feature());
                tests[at] = 2 * split.feature() + (split.missingIsLess() ? 1 : 0);
                thresholds[at] = single ? widened((float) split.threshold()) : split.threshold();
                int less = place(split.less(), output, depth + 1, placed);
                int rest = place(split.rest(), output, depth + 1, placed);
                next[2 * at] = less;
                next[2 * at + 1] = rest;
            }
        }
        return at;
    }

    private void requireFeature(int feature) {
        if (feature >= model.features()) {
            throw new IllegalArgumentException(
                    "a node asks for feature " + feature + ", the model has " + model.features());
        }
    }

    private void end(int at, TreeNode.Leaf leaf, int output) {
        int count = leaf.values().size();
        if (output < 0 || output + count > model.outputs()) {
            throw new IllegalArgumentException("a leaf adds to the outputs " + output + " to " + (output + count - 1)
                    + ", the model has " + model.outputs());
        }
        tests[at] = -count;
        next[2 * at] = valueCount;
        thresholds[at] = rounded(leaf.values().getFirst());
        for (double value : leaf.values()) {
            if (valueCount == values.length) {
                values = Arrays.copyOf(values, 2 * valueCount);
            }
            values[valueCount++] = rounded(value);
        }
    }

    private double rounded(double value) {
        return single ? (float) value : value;
    }

    /** The least double that, rounded to a float, is not below {@code threshold}. */
    static double widened(float threshold) {
        float below = Math.nextDown(threshold);
        double middle = below == Float.NEGATIVE_INFINITY
                ? threshold - Math.ulp(threshold) / 2.0
                : ((double) below + (double) threshold) / 2;
        return (float) middle < threshold ? Math.nextUp(middle) : middle;
    }
}
