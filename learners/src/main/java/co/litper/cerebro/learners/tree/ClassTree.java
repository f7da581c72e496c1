package co.litper.cerebro.learners.tree;

import co.litper.cerebro.learners.snapshot.SnapshotReader;
import co.litper.cerebro.learners.snapshot.SnapshotWriter;
import co.litper.cerebro.learners.stream.SplitMix;
import co.litper.cerebro.learners.stream.StreamSchema;
import co.litper.cerebro.learners.tree.HoeffdingTree.Leaves;
import co.litper.cerebro.learners.tree.HoeffdingTree.Settings;
import co.litper.cerebro.learners.tree.flat.TreeNode;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The growing tree inside {@link HoeffdingTree} and the ensembles of such trees; rows are checked by its owner. */
final class ClassTree {
    /** Weight between two looks at which leaves deserve to be awake. */
    private static final double BALANCE_PERIOD = 10_000;

    private static final int FIRST_CAPACITY = 8;

    private final StreamSchema schema;
    private final Settings settings;
    /** Features a leaf observes. */
    private final int subspace;

    private final Observed pool;
    private final int[] deck;
    private final LeafRule rule;
    private final SplitMix random;
    private Branches branches;
    private @Nullable ClassLeaf[] leaves = new ClassLeaf[FIRST_CAPACITY];
    private int awake = 1;
    private double learned;
    private double balancedAt;

    ClassTree(StreamSchema schema, Settings settings, int subspace, SplitMix random) {
        this(schema, settings, Observed.all(schema), subspace, random);
    }

    /** A tree that knows the features of {@code pool} only, of which each leaf draws {@code subspace}. */
    ClassTree(StreamSchema schema, Settings settings, Observed pool, int subspace, SplitMix random) {
        this(schema, settings, pool, subspace, random, new Branches());
        leaves[0] = new ClassLeaf(choose(), new double[schema.classes()]);
    }

    private ClassTree(
            StreamSchema schema, Settings settings, Observed pool, int subspace, SplitMix random, Branches branches) {
        this.schema = schema;
        this.settings = settings;
        this.subspace = subspace;
        this.random = random;
        this.branches = branches;
        this.pool = pool;
        deck = draws() ? pool.features.clone() : pool.features;
        rule = new LeafRule(settings, schema.classes());
    }

    /** Whether leaves draw features of their own. */
    private boolean draws() {
        return subspace < pool.features.length;
    }

    private Observed choose() {
        return draws() ? Observed.some(schema, subspace, deck, random) : pool;
    }

    Observed pool() {
        return pool;
    }

    private ClassLeaf leaf(int node) {
        ClassLeaf leaf = leaves[node];
        if (leaf == null) {
            throw new IllegalStateException("node " + node + " of the tree is no leaf");
        }
        return leaf;
    }

    /** Writes the leaf's probabilities; all 0 if it saw nothing. */
    void votes(double[] row, double[] votes) {
        rule.votes(leaf(branches.leaf(row)), row, votes);
    }

    /** Adds the leaf's probabilities times {@code weight}; {@code own} is scratch space of the same length. */
    void addVotes(double[] row, double weight, double[] own, double[] votes) {
        votes(row, own);
        for (int c = 0; c < votes.length; c++) {
            votes[c] += weight * own[c];
        }
    }

    int predict(double[] row) {
        return rule.predict(leaf(branches.leaf(row)), row);
    }

    /** Learns a row and returns what it predicted just before. */
    int learn(double[] row, int label, double weight) {
        int node = branches.leaf(row);
        ClassLeaf leaf = leaf(node);
        int predicted = rule.learn(leaf, row, label, weight);
        learned += weight;
        if (rule.wantsSplit(leaf)) {
            split(node, leaf);
        }
        if (learned - balancedAt >= BALANCE_PERIOD) {
            balancedAt = learned;
            if (awake < leafCount()) {
                balance();
            }
        }
        return predicted;
    }

    private void split(int node, ClassLeaf leaf) {
        double[][] children = rule.children(leaf);
        if (branches.size() + children.length > settings.maxNodes()) {
            return;
        }
        ClassSplits splits = rule.splits;
        int feature = leaf.observed.features[splits.slot];
        int heaviest = LeafRule.heaviest(children);
        int first = branches.split(node, splits.test, feature, splits.value, children.length, heaviest);
        if (branches.size() > leaves.length) {
            leaves = Arrays.copyOf(leaves, Math.max(2 * leaves.length, branches.size()));
        }
        leaves[node] = null;
        for (int v = 0; v < children.length; v++) {
            leaves[first + v] = new ClassLeaf(choose(), children[v]);
        }
        awake += children.length - 1;
        if (awake > settings.maxAwakeLeaves()) {
            balance();
        }
    }

    int leafCount() {
        int count = 0;
        for (int n = 0; n < branches.size(); n++) {
            count += leaves[n] == null ? 0 : 1;
        }
        return count;
    }

    /** Keeps awake the leaves in which there is most to gain. */
    private void balance() {
        double[] promises = new double[leafCount()];
        int count = 0;
        for (int n = 0; n < branches.size(); n++) {
            ClassLeaf leaf = leaves[n];
            if (leaf != null) {
                promises[count++] = leaf.promise();
            }
        }
        Arrays.sort(promises);
        double least = count <= settings.maxAwakeLeaves() ? -1 : promises[count - settings.maxAwakeLeaves()];
        awake = 0;
        for (int n = 0; n < branches.size(); n++) {
            ClassLeaf leaf = leaves[n];
            if (leaf == null) {
                continue;
            }
            boolean stays = leaf.promise() >= least && awake < settings.maxAwakeLeaves();
            if (stays && !leaf.isAwake()) {
                leaf.wake();
            } else if (!stays) {
                leaf.sleep();
            }
            awake += stays ? 1 : 0;
        }
    }

    /**
     * The tree for a flat scorer: in each leaf the class probabilities, times {@code scale}.
     *
     * @throws IllegalStateException if leaves decide by more than their class weights
     */
    TreeNode told(double scale) {
        if (settings.leaves() != Leaves.MAJORITY) {
            throw new IllegalStateException("leaves decide by " + settings.leaves()
                    + ", a flat scorer needs leaves that say one thing. Maybe train with Leaves.MAJORITY.");
        }
        return branches.told(schema, node -> {
            ClassLeaf leaf = leaf(node);
            return new TreeNode.Leaf(Arrays.stream(leaf.weights)
                    .map(w -> leaf.total > 0 ? scale * w / leaf.total : 0)
                    .boxed()
                    .toList());
        });
    }

    void write(SnapshotWriter out) {
        out.int64(random.state()).float64(learned).float64(balancedAt);
        if (draws()) {
            for (int feature : deck) {
                out.int32(feature);
            }
        }
        branches.write(out);
        for (int n = 0; n < branches.size(); n++) {
            ClassLeaf leaf = leaves[n];
            if (leaf != null) {
                leaf.write(out);
            }
        }
    }

    static ClassTree read(SnapshotReader in, StreamSchema schema, Settings settings, int subspace) {
        return read(in, schema, settings, Observed.all(schema), subspace);
    }

    static ClassTree read(SnapshotReader in, StreamSchema schema, Settings settings, Observed pool, int subspace) {
        SplitMix random = new SplitMix(in.int64());
        double learned = in.float64();
        double balancedAt = in.float64();
        int[] deck = new int[subspace < pool.features.length ? pool.features.length : 0];
        for (int j = 0; j < deck.length; j++) {
            deck[j] = in.int32();
        }
        Observed.requirePermutation(deck);
        Branches branches = Branches.read(in, schema, settings.maxNodes());
        ClassTree tree = new ClassTree(schema, settings, pool, subspace, random, branches);
        System.arraycopy(deck, 0, tree.deck, 0, deck.length);
        tree.learned = learned;
        tree.balancedAt = balancedAt;
        tree.leaves = new ClassLeaf[branches.size()];
        tree.awake = 0;
        for (int n = 0; n < branches.size(); n++) {
            if (branches.isLeaf(n)) {
                ClassLeaf leaf = ClassLeaf.read(in, pool, schema);
                tree.leaves[n] = leaf;
                tree.awake += leaf.isAwake() ? 1 : 0;
            }
        }
        return tree;
    }
}
