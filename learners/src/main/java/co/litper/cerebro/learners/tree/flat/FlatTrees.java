package co.litper.cerebro.learners.tree.flat;

import co.litper.cerebro.learners.linear.BadSampleException;
import co.litper.cerebro.learners.tree.flat.TreeModel.Precision;

/**
 * An ensemble of trees in one array of {@code long}: two for each node, siblings side by side. Immutable and thread-safe.
 *
 * <p>A row's values are turned into integers of the same order once, so that a test, missing values included, is one comparison
 * that the compiler makes without a branch to guess; four trees are walked at a time, so that their reads overlap; a leaf leads to itself, so that all walks of a tree are
 * equally long. A threshold in {@link Precision#SINGLE} is moved to the least double that rounds to at least it, and so no value
 * has to be rounded.
 *
 * <p>Asking is O(features + trees × depth) and allocates the row's integers, 8 bytes a feature.
 */
public final class FlatTrees {
    /** Nodes of all trees at most: 20 bytes each, 340 MB in all. */
    public static final int MOST_NODES = 1 << 24;
    /** Levels of a tree at most: compiling recurses. */
    public static final int MOST_DEPTH = 1_000;

    private final int features;
    private final double[] base;
    private final Link link;
    private final boolean single;
    /** Of each tree: first node, levels below it, first output, values of a leaf. */
    private final int[] trees;

    private final long[] nodes;
    /** Of each node that is a leaf, where its values begin. */
    private final int[] answers;

    private final double[] values;

    private FlatTrees(TreeModel model, FlatLayout layout) {
        features = model.features();
        base = model.base().stream().mapToDouble(Double::doubleValue).toArray();
        link = model.link();
        single = model.precision() == Precision.SINGLE;
        trees = layout.trees();
        nodes = layout.nodes();
        answers = layout.answers();
        values = layout.values();
    }

    /**
     * Lays a model out. O(nodes).
     *
     * @throws IllegalArgumentException if a node asks for a feature or a leaf adds to an output that the model does not have, leaves
     *     of one tree have unlike many values, or the model is larger than {@link #MOST_NODES} or deeper than {@link #MOST_DEPTH}
     */
    public static FlatTrees compile(TreeModel model) {
        FlatLayout layout = new FlatLayout(model);
        for (TreeModel.Tree tree : model.trees()) {
            layout.add(tree);
        }
        return new FlatTrees(model, layout);
    }

    /** Values of a row. */
    public int features() {
        return features;
    }

    /** Numbers of an answer. */
    public int outputs() {
        return base.length;
    }

    /** Nodes of all trees, leaves included. */
    public int nodes() {
        return answers.length;
    }

    /**
     * Writes the answers to a row.
     *
     * @param row of {@link #features()} values; NaN is missing
     * @param out receives {@link #outputs()} numbers, through the link
     * @throws BadSampleException if row or out have another length
     */
    public void score(double[] row, double[] out) {
        margins(row, out);
        link.apply(out);
    }

    /** As {@link #score}, before the link. */
    public void margins(double[] row, double[] out) {
        if (row.length != features || out.length != base.length) {
            throw new BadSampleException("row has " + row.length + " values and " + out.length
                    + " answers are asked for, the model has " + features + " and " + base.length
                    + ". Maybe the model is of another version of the features.");
        }
        long[] keys = new long[features];
        for (int f = 0; f < features; f++) {
            keys[f] = FlatLayout.key(row[f]);
        }
        System.arraycopy(base, 0, out, 0, base.length);
        int t = 0;
        for (; t + 4 * FlatLayout.TREE <= trees.length; t += 4 * FlatLayout.TREE) {
            walkFour(t, keys, out);
        }
        for (; t < trees.length; t += FlatLayout.TREE) {
            int at = trees[t];
            for (int level = trees[t + 1]; level > 0; level--) {
                at = step(nodes, keys, at);
            }
            add(t, at, out);
        }
    }

    private void walkFour(int t, long[] keys, double[] out) {
        long[] all = nodes;
        int second = t + FlatLayout.TREE;
        int third = second + FlatLayout.TREE;
        int fourth = third + FlatLayout.TREE;
        int a = trees[t];
        int b = trees[second];
        int c = trees[third];
        int d = trees[fourth];
        int levels = Math.max(Math.max(trees[t + 1], trees[second + 1]), Math.max(trees[third + 1], trees[fourth + 1]));
        for (int level = levels; level > 0; level--) {
            a = step(all, keys, a);
            b = step(all, keys, b);
            c = step(all, keys, c);
            d = step(all, keys, d);
        }
        add(t, a, out);
        add(second, b, out);
        add(third, c, out);
        add(fourth, d, out);
    }

    /** The node after {@code at}: its first child if the key is less than the threshold, else the one beside it. */
    private static int step(long[] nodes, long[] keys, int at) {
        long told = nodes[2 * at + 1];
        long threshold = nodes[2 * at];
        long key = keys[(int) (told >>> FlatLayout.FEATURE_AT)]
                + ((told & FlatLayout.MISSING_IS_LESS) << FlatLayout.TO_LEAST);
        return (int) told + (key < threshold ? 0 : 1);
    }

    private void add(int t, int leaf, double[] out) {
        int from = answers[leaf];
        int first = trees[t + 2];
        int count = trees[t + 3];
        for (int v = 0; v < count; v++) {
            double sum = out[first + v] + values[from + v];
            out[first + v] = single ? (float) sum : sum;
        }
    }
}
