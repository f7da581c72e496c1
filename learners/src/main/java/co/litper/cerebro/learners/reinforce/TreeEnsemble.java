package co.litper.cerebro.learners.reinforce;

import co.litper.cerebro.learners.snapshot.SnapshotException;
import co.litper.cerebro.learners.snapshot.SnapshotReader;
import co.litper.cerebro.learners.snapshot.SnapshotWriter;
import java.util.Arrays;

/** The mean of many trees, nodes in flat arrays: the left child of a node lies behind it. O(trees × depth). */
final class TreeEnsemble implements RowModel {
    private static final int LEAF = -1;

    private final int[] roots;
    private final int[] features;
    private final float[] cuts;
    private final int[] rights;
    private final double[] values;

    private TreeEnsemble(int[] roots, int[] features, float[] cuts, int[] rights, double[] values) {
        this.roots = roots;
        this.features = features;
        this.cuts = cuts;
        this.rights = rights;
        this.values = values;
    }

    @Override
    public double predict(float[] row) {
        double sum = 0;
        for (int root : roots) {
            int at = root;
            while (features[at] != LEAF) {
                at = row[features[at]] <= cuts[at] ? at + 1 : rights[at];
            }
            sum += values[at];
        }
        return sum / roots.length;
    }

    @Override
    public void write(SnapshotWriter out) {
        out.int32(roots.length);
        for (int root : roots) {
            out.int32(root);
        }
        out.floats(cuts).doubles(values);
        for (int at = 0; at < features.length; at++) {
            out.int32(features[at]).int32(rights[at]);
        }
    }

    static TreeEnsemble read(SnapshotReader in, int width) {
        int trees = in.int32();
        if (trees < 1 || trees > Regressor.Trees.MOST_TREES) {
            throw new SnapshotException("snapshot claims " + trees + " trees");
        }
        int[] roots = new int[trees];
        for (int t = 0; t < trees; t++) {
            roots[t] = in.int32();
        }
        float[] cuts = in.floats();
        double[] values = in.doubles();
        int nodes = values.length;
        int[] features = new int[nodes];
        int[] rights = new int[nodes];
        boolean sound = cuts.length == nodes && Arrays.stream(roots).allMatch(r -> r >= 0 && r < nodes);
        for (int at = 0; at < nodes && sound; at++) {
            features[at] = in.int32();
            rights[at] = in.int32();
            sound = features[at] == LEAF
                    || features[at] >= 0 && features[at] < width && rights[at] > at + 1 && rights[at] < nodes;
        }
        if (!sound) {
            throw new SnapshotException("snapshot has trees of " + nodes + " nodes that do not hang together");
        }
        return new TreeEnsemble(roots, features, cuts, rights, values);
    }

    /** Nodes while trees grow. */
    static final class Nodes {
        private int[] features = new int[64];
        private float[] cuts = new float[64];
        private int[] rights = new int[64];
        private double[] values = new double[64];
        private int size;

        int size() {
            return size;
        }

        void leaf(double value) {
            int at = add();
            values[at] = value;
        }

        /** A node whose left child comes next; the right one is told later. */
        int split(int feature, float cut) {
            int at = add();
            features[at] = feature;
            cuts[at] = cut;
            return at;
        }

        void right(int node, int child) {
            rights[node] = child;
        }

        private int add() {
            if (size == features.length) {
                features = Arrays.copyOf(features, size * 2);
                cuts = Arrays.copyOf(cuts, size * 2);
                rights = Arrays.copyOf(rights, size * 2);
                values = Arrays.copyOf(values, size * 2);
            }
            features[size] = LEAF;
            return size++;
        }

        TreeEnsemble ensemble(int[] roots) {
            return new TreeEnsemble(
                    roots,
                    Arrays.copyOf(features, size),
                    Arrays.copyOf(cuts, size),
                    Arrays.copyOf(rights, size),
                    Arrays.copyOf(values, size));
        }
    }
}
