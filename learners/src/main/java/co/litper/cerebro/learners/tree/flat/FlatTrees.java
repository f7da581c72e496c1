package co.litper.cerebro.learners.tree.flat;

import co.litper.cerebro.learners.linear.BadSampleException;
import co.litper.cerebro.learners.tree.flat.TreeModel.Precision;

/**
 * An ensemble of trees as arrays: for each node its test, its threshold and where to go, every parent before its children.
 * Immutable and thread-safe.
 *
 * <p>Asking is O(trees × depth) and allocates nothing. A test is one comparison of doubles even in {@link Precision#SINGLE}:
 * its threshold is moved to the least double that rounds to at least the single one, and so no value has to be rounded.
 */
public final class FlatTrees {
    /** Nodes of all trees at most: 28 bytes each, 450 MB in all. */
    public static final int MOST_NODES = 1 << 24;
    /** Levels of a tree at most: compiling recurses. */
    public static final int MOST_DEPTH = 1_000;

    private final int features;
    private final double[] base;
    private final Link link;
    private final boolean single;
    /** First node of each tree. */
    private final int[] roots;
    /** First output of each tree. */
    private final int[] outputs;
    /** Of each node: 2 × feature, + 1 if missing values are less; of a leaf, −1 × its values. */
    private final int[] tests;

    /** Of each node; of a leaf, its first value. */
    private final double[] thresholds;
    /** [nodes × 2]: where less goes and where the rest goes; of a leaf, the place of its values. */
    private final int[] next;

    private final double[] values;
    private final boolean scalar;

    FlatTrees(TreeModel model, FlatLayout layout) {
        features = model.features();
        base = model.base().stream().mapToDouble(Double::doubleValue).toArray();
        link = model.link();
        single = model.precision() == Precision.SINGLE;
        roots = layout.roots();
        outputs = model.trees().stream().mapToInt(TreeModel.Tree::firstOutput).toArray();
        tests = layout.tests();
        thresholds = layout.thresholds();
        next = layout.next();
        values = layout.values();
        scalar = base.length == 1;
    }

    /**
     * Lays a model out. O(nodes).
     *
     * @throws IllegalArgumentException if a node asks for a feature or a leaf adds to an output that the model does not have, or
     *     the model is larger than {@link #MOST_NODES} or deeper than {@link #MOST_DEPTH}
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
        return tests.length;
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
        if (scalar) {
            out[0] = single ? singleMargin(row) : doubleMargin(row);
            return;
        }
        System.arraycopy(base, 0, out, 0, base.length);
        for (int t = 0; t < roots.length; t++) {
            int leaf = leaf(roots[t], row);
            int from = next[2 * leaf];
            int count = -tests[leaf];
            for (int v = 0; v < count; v++) {
                int o = outputs[t] + v;
                double sum = out[o] + values[from + v];
                out[o] = single ? (float) sum : sum;
            }
        }
    }

    private double singleMargin(double[] row) {
        float sum = (float) base[0];
        for (int root : roots) {
            sum += (float) thresholds[leaf(root, row)];
        }
        return sum;
    }

    private double doubleMargin(double[] row) {
        double sum = base[0];
        for (int root : roots) {
            sum += thresholds[leaf(root, row)];
        }
        return sum;
    }

    private int leaf(int root, double[] row) {
        int at = root;
        int test;
        while ((test = tests[at]) >= 0) {
            double v = row[test >>> 1];
            boolean less = v < thresholds[at] || (Double.isNaN(v) && (test & 1) != 0);
            at = next[less ? 2 * at : 2 * at + 1];
        }
        return at;
    }
}
