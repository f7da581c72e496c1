package co.litper.cerebro.learners.tree.flat;

import co.litper.cerebro.learners.tree.flat.TreeModel.Precision;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.Map;

/**
 * The growing arrays of {@link FlatTrees}. A node is a threshold's key and a word: feature from bit {@link #FEATURE_AT} on, bit 32
 * whether missing values are less, and below it the first child. What stands below several nodes is laid out once, only its two
 * longs are repeated.
 */
final class FlatLayout {
    /** Ints of a tree. */
    static final int TREE = 4;

    static final int FEATURE_AT = 33;
    static final long MISSING_IS_LESS = 1L << 32;
    /** Shifts {@link #MISSING_IS_LESS} to what turns the key of NaN over into the least of all, and no other. */
    static final int TO_LEAST = 19;

    private static final long TURN = MISSING_IS_LESS << TO_LEAST;
    private static final int FIRST_CAPACITY = 256;

    private final TreeModel model;
    private final boolean single;
    private final int[] trees;
    private int treeCount;
    private long[] nodes = new long[2 * FIRST_CAPACITY];
    private int[] answers = new int[FIRST_CAPACITY];
    private double[] values = new double[FIRST_CAPACITY];
    private int size;
    private int valueCount;

    FlatLayout(TreeModel model) {
        this.model = model;
        single = model.precision() == Precision.SINGLE;
        trees = new int[TREE * model.trees().size()];
    }

    int[] trees() {
        return trees;
    }

    long[] nodes() {
        return Arrays.copyOf(nodes, 2 * size);
    }

    int[] answers() {
        return Arrays.copyOf(answers, size);
    }

    double[] values() {
        return Arrays.copyOf(values, valueCount);
    }

    void add(TreeModel.Tree tree) {
        int at = TREE * treeCount++;
        int width = width(tree.root());
        if (tree.firstOutput() < 0 || tree.firstOutput() + width > model.outputs()) {
            throw new IllegalArgumentException("a leaf adds to the outputs " + tree.firstOutput() + " to "
                    + (tree.firstOutput() + width - 1) + ", the model has " + model.outputs());
        }
        trees[at] = room(1);
        trees[at + 1] = place(trees[at], tree.root(), width, 0, new IdentityHashMap<>());
        trees[at + 2] = tree.firstOutput();
        trees[at + 3] = width;
    }

    /** Values of the first leaf. */
    private static int width(TreeNode root) {
        TreeNode node = root;
        while (node instanceof TreeNode.Split split) {
            node = split.less();
        }
        return node instanceof TreeNode.Leaf leaf ? leaf.values().size() : 0;
    }

    private int room(int count) {
        int first = size;
        size += count;
        if (size > FlatTrees.MOST_NODES) {
            throw new IllegalArgumentException(
                    "the model has more than " + FlatTrees.MOST_NODES + " nodes. Maybe prune or train fewer rounds.");
        }
        if (size > answers.length) {
            answers = Arrays.copyOf(answers, 2 * answers.length);
            nodes = Arrays.copyOf(nodes, 2 * nodes.length);
        }
        return first;
    }

    /** Where a node lies and how many levels are below it. */
    private record Placed(int at, int levels) {}

    /** Lays out what is below {@code node} and returns how many levels that is. */
    private int place(int at, TreeNode node, int width, int depth, Map<TreeNode, Placed> placed) {
        Placed known = placed.get(node);
        if (known != null) {
            nodes[2 * at] = nodes[2 * known.at];
            nodes[2 * at + 1] = node instanceof TreeNode.Leaf ? itself(at) : nodes[2 * known.at + 1];
            answers[at] = answers[known.at];
            return known.levels;
        }
        if (depth > FlatTrees.MOST_DEPTH) {
            throw new IllegalArgumentException("a tree has more than " + FlatTrees.MOST_DEPTH
                    + " levels. Maybe it was trained without a bound on its depth.");
        }
        int levels = switch (node) {
            case TreeNode.Leaf leaf -> end(at, leaf, width);
            case TreeNode.Split split -> branch(at, split, width, depth, placed);
        };
        placed.put(node, new Placed(at, levels));
        return levels;
    }

    private int branch(int at, TreeNode.Split split, int width, int depth, Map<TreeNode, Placed> placed) {
        if (split.feature() >= model.features()) {
            throw new IllegalArgumentException(
                    "a node asks for feature " + split.feature() + ", the model has " + model.features());
        }
        int child = room(2);
        double threshold = single ? widened((float) split.threshold()) : split.threshold();
        long key = threshold == 0 ? key(-0.0) : key(threshold);
        nodes[2 * at] = split.missingIsLess() ? key + TURN : key;
        nodes[2 * at + 1] =
                (long) split.feature() << FEATURE_AT | (split.missingIsLess() ? MISSING_IS_LESS : 0) | child;
        int less = place(child, split.less(), width, depth + 1, placed);
        int rest = place(child + 1, split.rest(), width, depth + 1, placed);
        return 1 + Math.max(less, rest);
    }

    /** A leaf's threshold is below every key, and beside the child it names lies itself. */
    private int end(int at, TreeNode.Leaf leaf, int width) {
        if (leaf.values().size() != width) {
            throw new IllegalArgumentException(
                    "leaves of one tree have " + width + " and " + leaf.values().size() + " values");
        }
        nodes[2 * at] = Long.MIN_VALUE;
        nodes[2 * at + 1] = itself(at);
        answers[at] = valueCount;
        for (double value : leaf.values()) {
            if (valueCount == values.length) {
                values = Arrays.copyOf(values, 2 * valueCount);
            }
            values[valueCount++] = single ? (float) value : value;
        }
        return 0;
    }

    /** The word of a leaf: of feature 0, its first child the node before it, be that −1. */
    private static long itself(int at) {
        return Integer.toUnsignedLong(at - 1);
    }

    /** An integer of the same order as the value; that of NaN is above all. Of the two zeros the negative one is below. */
    static long key(double value) {
        long bits = Double.doubleToLongBits(value);
        return bits ^ ((bits >> 63) & Long.MAX_VALUE);
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
