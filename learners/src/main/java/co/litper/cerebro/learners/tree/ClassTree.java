package co.litper.cerebro.learners.tree;

import co.litper.cerebro.learners.snapshot.SnapshotReader;
import co.litper.cerebro.learners.snapshot.SnapshotWriter;
import co.litper.cerebro.learners.stream.SplitMix;
import co.litper.cerebro.learners.stream.StreamSchema;
import co.litper.cerebro.learners.tree.HoeffdingTree.Leaves;
import co.litper.cerebro.learners.tree.HoeffdingTree.Settings;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The growing tree inside {@link HoeffdingTree} and {@link AdaptiveRandomForest}; rows are checked by its owner. */
final class ClassTree {
    /** Weight between two looks at which leaves deserve to be awake. */
    private static final double BALANCE_PERIOD = 10_000;

    private static final int FIRST_CAPACITY = 8;

    private final StreamSchema schema;
    private final Settings settings;
    /** Features a leaf observes. */
    private final int subspace;

    private final Observed all;
    private final int[] deck;
    private final ClassSplits splits;
    private final double[] scores;
    private final SplitMix random;
    private Branches branches;
    private @Nullable ClassLeaf[] leaves = new ClassLeaf[FIRST_CAPACITY];
    private int awake = 1;
    private double learned;
    private double balancedAt;

    ClassTree(StreamSchema schema, Settings settings, int subspace, SplitMix random) {
        this(schema, settings, subspace, random, new Branches());
        leaves[0] = new ClassLeaf(choose(), new double[schema.classes()]);
    }

    private ClassTree(StreamSchema schema, Settings settings, int subspace, SplitMix random, Branches branches) {
        this.schema = schema;
        this.settings = settings;
        this.subspace = subspace;
        this.random = random;
        this.branches = branches;
        all = Observed.all(schema);
        deck = subspace < schema.width() ? all.features.clone() : all.features;
        splits = new ClassSplits(settings.criterion(), schema.classes());
        scores = new double[schema.classes()];
    }

    private Observed choose() {
        return subspace < schema.width() ? Observed.some(schema, subspace, deck, random) : all;
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
        ClassLeaf leaf = leaf(branches.leaf(row));
        if (!(leaf.total > 0)) {
            Arrays.fill(votes, 0);
            return;
        }
        if (usesBayes(leaf)) {
            int best = leaf.bayes(row, votes);
            if (best >= 0) {
                ClassLeaf.exponentiate(votes, votes[best]);
                return;
            }
            if (settings.reference()) {
                Arrays.fill(votes, 0);
                return;
            }
        }
        for (int c = 0; c < votes.length; c++) {
            votes[c] = leaf.weights[c] / leaf.total;
        }
    }

    private int likeliest(ClassLeaf leaf, double[] row) {
        int best = leaf.bayes(row, scores);
        return best >= 0 ? best : settings.reference() ? 0 : leaf.majority();
    }

    private boolean usesBayes(ClassLeaf leaf) {
        return leaf.isAwake()
                && switch (settings.leaves()) {
                    case MAJORITY -> false;
                    case BAYES -> true;
                    case ADAPTIVE -> leaf.bayesRight >= leaf.majorityRight;
                };
    }

    int predict(double[] row) {
        ClassLeaf leaf = leaf(branches.leaf(row));
        return usesBayes(leaf) ? likeliest(leaf, row) : leaf.majority();
    }

    /** Learns a row and returns what it predicted just before. */
    int learn(double[] row, int label, double weight) {
        int node = branches.leaf(row);
        ClassLeaf leaf = leaf(node);
        int majority = leaf.majority();
        int predicted = majority;
        if (settings.leaves() != Leaves.MAJORITY && leaf.isAwake()) {
            int bayes = likeliest(leaf, row);
            predicted = usesBayes(leaf) ? bayes : majority;
            leaf.majorityRight += majority == label ? weight : 0;
            leaf.bayesRight += bayes == label ? weight : 0;
        }
        leaf.observe(row, label, weight);
        leaf.judge(label, predicted == label, weight);
        learned += weight;
        if (leaf.isAwake() && leaf.total - leaf.attemptedAt >= settings.gracePeriod()) {
            if (settings.reference() || !leaf.forgetIfOutdated()) {
                attempt(node, leaf);
            }
            leaf.attemptedAt = leaf.total;
        }
        if (learned - balancedAt >= BALANCE_PERIOD) {
            balancedAt = learned;
            if (awake < leafCount()) {
                balance();
            }
        }
        return predicted;
    }

    private void attempt(int node, ClassLeaf leaf) {
        double[] @Nullable [] stats = leaf.stats;
        if (stats == null || leaf.isPure()) {
            return;
        }
        splits.search(leaf, stats);
        if (splits.slot < 0) {
            return;
        }
        double range = settings.criterion().range(schema.classes());
        double bound = Math.sqrt(range * range * Math.log(1 / settings.confidence()) / (2 * leaf.total));
        if (splits.merit - splits.second > bound || bound < settings.tieThreshold()) {
            split(node, leaf, stats);
        }
    }

    private void split(int node, ClassLeaf leaf, double[] @Nullable [] stats) {
        double[][] children = splits.children(leaf, stats);
        if (branches.size() + children.length > settings.maxNodes()) {
            return;
        }
        int heaviest = 0;
        double most = -1;
        for (int v = 0; v < children.length; v++) {
            double sum = Arrays.stream(children[v]).sum();
            if (sum > most) {
                most = sum;
                heaviest = v;
            }
        }
        int feature = leaf.observed.features[splits.slot];
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

    void write(SnapshotWriter out) {
        out.int64(random.state()).float64(learned).float64(balancedAt);
        if (subspace < schema.width()) {
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
        SplitMix random = new SplitMix(in.int64());
        double learned = in.float64();
        double balancedAt = in.float64();
        int[] deck = new int[subspace < schema.width() ? schema.width() : 0];
        for (int j = 0; j < deck.length; j++) {
            deck[j] = in.int32();
        }
        Observed.requirePermutation(deck);
        Branches branches = Branches.read(in, schema, settings.maxNodes());
        ClassTree tree = new ClassTree(schema, settings, subspace, random, branches);
        System.arraycopy(deck, 0, tree.deck, 0, deck.length);
        tree.learned = learned;
        tree.balancedAt = balancedAt;
        tree.leaves = new ClassLeaf[branches.size()];
        tree.awake = 0;
        for (int n = 0; n < branches.size(); n++) {
            if (branches.isLeaf(n)) {
                ClassLeaf leaf = ClassLeaf.read(in, tree.all, schema);
                tree.leaves[n] = leaf;
                tree.awake += leaf.isAwake() ? 1 : 0;
            }
        }
        return tree;
    }
}
