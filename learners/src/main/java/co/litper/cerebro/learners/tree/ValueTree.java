package co.litper.cerebro.learners.tree;

import co.litper.cerebro.learners.snapshot.SnapshotReader;
import co.litper.cerebro.learners.snapshot.SnapshotWriter;
import co.litper.cerebro.learners.stream.SplitMix;
import co.litper.cerebro.learners.stream.StreamSchema;
import co.litper.cerebro.learners.tree.flat.TreeNode;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The growing tree of numbers inside regressors and boosting; rows are checked, binned and scaled by its owner. */
final class ValueTree {
    private static final int FIRST_CAPACITY = 8;

    private final StreamSchema schema;
    private final RegressionTree.Settings settings;
    private final int[] pool;
    private final int subspace;
    private final SplitMix random;
    private final ValueSplits splits;
    private final boolean[] nominal;
    private final double[] scratch;
    private Branches branches = new Branches();
    private @Nullable ValueLeaf[] leaves = new ValueLeaf[FIRST_CAPACITY];
    private int leafCount = 1;
    private double origin;
    private boolean begun;

    private ValueTree(
            StreamSchema schema, RegressionTree.Settings settings, int[] pool, int subspace, SplitMix random) {
        this.schema = schema;
        this.settings = settings;
        this.pool = pool;
        this.subspace = subspace;
        this.random = random;
        splits = new ValueSplits(schema);
        nominal = new boolean[schema.width()];
        for (int f = 0; f < nominal.length; f++) {
            nominal[f] = schema.isNominal(f);
        }
        scratch = new double[FeatureBins.BINS * ValueLeaf.STRIDE];
    }

    /**
     * A tree that has learned nothing.
     *
     * @param pool features that it may look at; the tree keeps the array
     * @param subspace how many of them each leaf looks at
     */
    static ValueTree seedling(
            StreamSchema schema, RegressionTree.Settings settings, int[] pool, int subspace, SplitMix random) {
        ValueTree tree = new ValueTree(schema, settings, pool, subspace, random);
        tree.leaves[0] = tree.leaf(0, null);
        return tree;
    }

    int width() {
        return schema.width();
    }

    boolean hasModels() {
        return settings.modelStep() > 0;
    }

    int leafCount() {
        return leafCount;
    }

    private ValueLeaf leaf(double mean, double @Nullable [] inherited) {
        for (int j = 0; j < subspace && subspace < pool.length; j++) {
            int k = j + random.nextInt(pool.length - j);
            int swapped = pool[j];
            pool[j] = pool[k];
            pool[k] = swapped;
        }
        int[] features = subspace < pool.length ? Arrays.copyOf(pool, subspace) : pool;
        double[] model = null;
        if (hasModels()) {
            model = inherited == null ? new double[schema.width() + 1] : inherited.clone();
        }
        return new ValueLeaf(features, offsets(features), mean, model);
    }

    int[] offsets(int[] features) {
        int[] offsets = new int[features.length + 1];
        for (int j = 0; j < features.length; j++) {
            offsets[j + 1] = offsets[j] + FeatureBins.room(schema, features[j]) * ValueLeaf.STRIDE;
        }
        return offsets;
    }

    private ValueLeaf at(int node) {
        ValueLeaf leaf = leaves[node];
        if (leaf == null) {
            throw new IllegalStateException("node " + node + " of the tree is no leaf");
        }
        return leaf;
    }

    double predict(double[] row, double[] scaled) {
        return at(branches.leaf(row)).predict(scaled);
    }

    /** Learns a row and returns what it predicted just before. */
    double learn(double[] row, int[] bins, double[] scaled, double target, double weight, FeatureBins cuts) {
        if (!begun) {
            begun = true;
            origin = target;
            begin(at(0), target);
        }
        int node = branches.leaf(row);
        ValueLeaf leaf = at(node);
        double predicted = leaf.predict(scaled);
        leaf.judge(predicted, target, weight);
        leaf.observe(bins, scaled, target, origin, weight, settings.modelStep());
        if (progress(leaf) - leaf.attemptedAt >= settings.gracePeriod()) {
            if (!leaf.forgetIfOutdated(settings.outdatedTimes())) {
                attempt(node, leaf, cuts);
            }
            leaf.attemptedAt = progress(leaf);
        }
        return predicted;
    }

    private static void begin(ValueLeaf root, double target) {
        root.mean = target;
        double[] model = root.model;
        if (model != null) {
            model[model.length - 1] = target;
        }
    }

    private double progress(ValueLeaf leaf) {
        return settings.countsRows() ? leaf.rows : leaf.weight;
    }

    private void attempt(int node, ValueLeaf leaf, FeatureBins cuts) {
        double[] bins = leaf.bins;
        if (bins == null) {
            return;
        }
        splits.search(leaf, bins, cuts);
        if (splits.slot < 0) {
            return;
        }
        double bound = Math.sqrt(Math.log(1 / settings.confidence()) / (2 * progress(leaf)));
        if (splits.second / splits.merit < 1 - bound || bound < settings.tieThreshold()) {
            split(node, leaf, cuts);
        }
    }

    private void split(int node, ValueLeaf leaf, FeatureBins cuts) {
        if (leafCount >= settings.maxLeaves()) {
            leaf.bins = null;
            return;
        }
        int feature = leaf.features[splits.slot];
        double value = nominal[feature] ? splits.bin : cuts.edge(feature, splits.bin);
        double left = splits.leftMean;
        double right = splits.rightMean;
        int first = branches.split(node, splits.test, feature, value, 2, splits.leftShare >= 0.5 ? 0 : 1);
        if (branches.size() > leaves.length) {
            leaves = Arrays.copyOf(leaves, 2 * leaves.length);
        }
        leaves[node] = null;
        leaves[first] = heir(leaf, left);
        leaves[first + 1] = heir(leaf, right);
        leafCount++;
    }

    private ValueLeaf heir(ValueLeaf parent, double mean) {
        ValueLeaf heir = leaf(mean + origin, parent.model);
        heir.weight = settings.inheritedWeight();
        heir.meanError = parent.meanError;
        heir.modelError = parent.modelError;
        heir.attemptedAt = progress(heir);
        return heir;
    }

    /** Follows renewed cuts. */
    void move(FeatureBins cuts) {
        for (int n = 0; n < branches.size(); n++) {
            ValueLeaf leaf = leaves[n];
            if (leaf != null) {
                leaf.move(cuts, nominal, scratch);
            }
        }
    }

    /**
     * The tree for a flat scorer, each leaf's mean times each of {@code scales}.
     *
     * @throws IllegalStateException if leaves have models
     */
    TreeNode told(double... scales) {
        if (hasModels()) {
            throw new IllegalStateException(
                    "leaves have linear models, a flat scorer needs leaves that say one number. Maybe train with modelStep 0.");
        }
        return branches.told(schema, node -> {
            double mean = at(node).mean;
            return new TreeNode.Leaf(
                    Arrays.stream(scales).map(scale -> scale * mean).boxed().toList());
        });
    }

    void write(SnapshotWriter out) {
        out.int64(random.state()).float64(origin).int32(begun ? 1 : 0).int32(pool.length);
        for (int feature : pool) {
            out.int32(feature);
        }
        branches.write(out);
        for (int n = 0; n < branches.size(); n++) {
            ValueLeaf leaf = leaves[n];
            if (leaf != null) {
                leaf.write(out);
            }
        }
    }

    static ValueTree read(SnapshotReader in, StreamSchema schema, RegressionTree.Settings settings, int subspace) {
        SplitMix random = new SplitMix(in.int64());
        double origin = in.float64();
        boolean begun = in.int32() != 0;
        int[] pool = Observed.readFeatures(in, schema.width());
        ValueTree tree = new ValueTree(schema, settings, pool, subspace, random);
        tree.origin = origin;
        tree.begun = begun;
        tree.branches = Branches.read(in, schema, 2 * settings.maxLeaves());
        tree.leaves = new ValueLeaf[tree.branches.size()];
        tree.leafCount = 0;
        for (int n = 0; n < tree.leaves.length; n++) {
            if (tree.branches.isLeaf(n)) {
                tree.leaves[n] = ValueLeaf.read(in, tree);
                tree.leafCount++;
            }
        }
        return tree;
    }
}
