package co.litper.cerebro.learners.tree;

import co.litper.cerebro.learners.snapshot.SnapshotException;
import co.litper.cerebro.learners.snapshot.SnapshotReader;
import co.litper.cerebro.learners.snapshot.SnapshotWriter;
import co.litper.cerebro.learners.stream.StreamSchema;
import co.litper.cerebro.learners.tree.flat.FlatTrees;
import co.litper.cerebro.learners.tree.flat.TreeNode;
import java.util.Arrays;
import java.util.function.IntFunction;

/**
 * The inner nodes of a tree as flat arrays; node 0 is the root. A row whose tested value is missing goes where more weight
 * went when the node was split. Routing is O(depth) and allocates nothing.
 */
final class Branches {
    /** What a node asks of its feature. */
    enum Test {
        /** Value at most the node's goes to the first child, else to the second. */
        AT_MOST,
        /** The node's own value goes to the first child, all others to the second. */
        EQUALS,
        /** A child for each value of a nominal feature. */
        EACH
    }

    private static final Test[] TESTS = Test.values();
    private static final int LEAF = -1;
    /** Ints of a node: feature or {@link #LEAF}, first child, child of missing values, test. */
    private static final int STRIDE = 4;

    private static final int FIRST_CAPACITY = 8;

    private int[] nodes = new int[FIRST_CAPACITY * STRIDE];
    private double[] values = new double[FIRST_CAPACITY];
    private int size = 1;

    Branches() {
        nodes[0] = LEAF;
    }

    int size() {
        return size;
    }

    boolean isLeaf(int node) {
        return nodes[node * STRIDE] == LEAF;
    }

    /** The leaf where {@code row} belongs. */
    int leaf(double[] row) {
        int[] all = nodes;
        int at = 0;
        int feature;
        while ((feature = all[at]) != LEAF) {
            double v = row[feature];
            int next;
            if (Double.isNaN(v)) {
                next = all[at + 2];
            } else {
                int first = all[at + 1];
                next = switch (all[at + 3]) {
                    case 0 -> v <= values[at / STRIDE] ? first : first + 1;
                    case 1 -> v == values[at / STRIDE] ? first : first + 1;
                    default -> first + (int) v;
                };
            }
            at = next * STRIDE;
        }
        return at / STRIDE;
    }

    /** Makes a leaf an inner node and returns its first child; {@code heaviest} counts from it. */
    int split(int leaf, Test test, int feature, double value, int children, int heaviest) {
        int first = size;
        size += children;
        if (size > values.length) {
            int capacity = Math.max(size, 2 * values.length);
            nodes = Arrays.copyOf(nodes, capacity * STRIDE);
            values = Arrays.copyOf(values, capacity);
        }
        for (int n = first; n < size; n++) {
            nodes[n * STRIDE] = LEAF;
        }
        int at = leaf * STRIDE;
        nodes[at] = feature;
        nodes[at + 1] = first;
        nodes[at + 2] = first + heaviest;
        nodes[at + 3] = test.ordinal();
        values[leaf] = value;
        return first;
    }

    /** The tree for a flat scorer, with what each leaf shall say. */
    TreeNode told(StreamSchema schema, IntFunction<TreeNode.Leaf> leaves) {
        return told(0, 0, schema, leaves);
    }

    private TreeNode told(int node, int depth, StreamSchema schema, IntFunction<TreeNode.Leaf> leaves) {
        int at = node * STRIDE;
        int feature = nodes[at];
        if (feature == LEAF) {
            return leaves.apply(node);
        }
        if (depth >= FlatTrees.MOST_DEPTH) {
            throw new IllegalStateException("the tree has more than " + FlatTrees.MOST_DEPTH + " levels");
        }
        TreeNode[] children = new TreeNode[TESTS[nodes[at + 3]] == Test.EACH ? schema.cardinality(feature) : 2];
        for (int c = 0; c < children.length; c++) {
            children[c] = told(nodes[at + 1] + c, depth + 1, schema, leaves);
        }
        int heavy = nodes[at + 2] - nodes[at + 1];
        double value = values[node];
        return switch (TESTS[nodes[at + 3]]) {
            case AT_MOST -> new TreeNode.Split(feature, Math.nextUp(value), children[0], children[1], heavy == 0);
            case EQUALS -> {
                TreeNode atLeast =
                        new TreeNode.Split(feature, Math.nextUp(value), children[0], children[1], heavy == 0);
                yield new TreeNode.Split(feature, value, children[1], atLeast, heavy == 1);
            }
            case EACH -> each(feature, children, 0, children.length, heavy);
        };
    }

    /** A search for the child of a code among those from {@code from} to below {@code to}. */
    private static TreeNode each(int feature, TreeNode[] children, int from, int to, int heavy) {
        if (to - from == 1) {
            return children[from];
        }
        int middle = (from + to) >>> 1;
        TreeNode less = each(feature, children, from, middle, heavy);
        TreeNode rest = each(feature, children, middle, to, heavy);
        return new TreeNode.Split(feature, middle, less, rest, heavy < middle);
    }

    void write(SnapshotWriter out) {
        out.int32(size);
        for (int n = 0; n < size; n++) {
            int at = n * STRIDE;
            out.int32(nodes[at]);
            if (nodes[at] != LEAF) {
                out.int32(nodes[at + 1])
                        .int32(nodes[at + 2])
                        .int32(nodes[at + 3])
                        .float64(values[n]);
            }
        }
    }

    static Branches read(SnapshotReader in, StreamSchema schema, int maxNodes) {
        Branches tree = new Branches();
        int size = in.int32();
        if (size < 1 || size > maxNodes) {
            throw new SnapshotException("tree claims " + size + " nodes, its settings allow " + maxNodes);
        }
        tree.size = size;
        tree.nodes = new int[size * STRIDE];
        tree.values = new double[size];
        int nextChild = 1;
        for (int n = 0; n < size; n++) {
            nextChild = tree.readNode(in, schema, n, nextChild);
        }
        return tree;
    }

    /** Children lie behind their parent, each with one parent, so that every walk ends. */
    private int readNode(SnapshotReader in, StreamSchema schema, int node, int nextChild) {
        int at = node * STRIDE;
        int feature = in.int32();
        nodes[at] = feature;
        if (feature == LEAF) {
            return nextChild;
        }
        int first = in.int32();
        int heavy = in.int32();
        int test = in.int32();
        values[node] = in.float64();
        if (feature < 0 || feature >= schema.width() || test < 0 || test >= TESTS.length) {
            throw new SnapshotException("node " + node + " claims feature " + feature + " and test " + test);
        }
        int children = TESTS[test] == Test.EACH ? schema.cardinality(feature) : 2;
        if (children < 2 || first <= node || first + children > size || heavy < first || heavy >= first + children) {
            throw new SnapshotException(
                    "node " + node + " claims children " + first + " to " + (first + children - 1) + " of " + size);
        }
        nodes[at + 1] = first;
        nodes[at + 2] = heavy;
        nodes[at + 3] = test;
        return Math.max(nextChild, first + children);
    }
}
