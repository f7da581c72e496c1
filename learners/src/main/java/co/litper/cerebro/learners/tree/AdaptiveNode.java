package co.litper.cerebro.learners.tree;

import co.litper.cerebro.learners.drift.Adwin;
import co.litper.cerebro.learners.snapshot.SnapshotException;
import co.litper.cerebro.learners.snapshot.SnapshotReader;
import co.litper.cerebro.learners.snapshot.SnapshotWriter;
import co.litper.cerebro.learners.tree.Branches.Test;
import org.jspecify.annotations.Nullable;

/** A node of a {@link HoeffdingAdaptiveTree} with the error of the branch below it and, after a rise, an alternate branch. */
final class AdaptiveNode {
    /** Levels at most: walks over branches recurse. */
    static final int MOST_DEPTH = 100;
    /** Rows that both branches must have seen before they are compared. */
    private static final int LEAST_COMPARED = 300;

    private static final AdaptiveNode[] NONE = {};
    private static final Test[] TESTS = Test.values();

    private final int depth;
    private final double changeDelta;
    private Adwin error;
    private @Nullable ClassLeaf leaf;
    private AdaptiveNode[] children = NONE;
    private @Nullable AdaptiveNode alternate;
    private Test test = Test.AT_MOST;
    private int feature;
    private double value;
    private int heaviest;
    /** Whether it is the root of an alternate branch; such a one has no alternate itself. */
    private boolean candidate;

    AdaptiveNode(@Nullable ClassLeaf leaf, double changeDelta, int depth) {
        this.leaf = leaf;
        this.changeDelta = changeDelta;
        this.depth = depth;
        error = new Adwin(changeDelta);
    }

    boolean isLeaf() {
        return leaf != null;
    }

    AdaptiveNode[] children() {
        return children;
    }

    @Nullable
    AdaptiveNode alternate() {
        return alternate;
    }

    /** The leaf where {@code row} belongs. */
    ClassLeaf find(double[] row) {
        AdaptiveNode node = this;
        while (true) {
            ClassLeaf own = node.leaf;
            if (own != null) {
                return own;
            }
            node = node.children[node.branch(row)];
        }
    }

    private int branch(double[] row) {
        double v = row[feature];
        if (Double.isNaN(v)) {
            return heaviest;
        }
        return switch (test) {
            case AT_MOST -> v <= value ? 0 : 1;
            case EQUALS -> v == value ? 0 : 1;
            case EACH -> (int) v;
        };
    }

    /** Learns a row below here and in the alternates on its way; returns what was predicted just before. */
    int learn(double[] row, int label, double weight, AdaptiveGrowth growth) {
        ClassLeaf own = leaf;
        int predicted;
        if (own != null) {
            predicted = growth.rule.learn(own, row, label, weight);
            if (growth.rule.wantsSplit(own)) {
                split(own, growth);
            }
        } else {
            int b = branch(row);
            predicted = children[b].learn(row, label, weight, growth);
            children[b] = children[b].contend(growth);
        }
        boolean worse = error.add(predicted == label ? 0 : 1) && error.rose();
        AdaptiveNode other = alternate;
        if (other != null) {
            other.learn(row, label, weight, growth);
        } else if (worse && !candidate && !isLeaf() && growth.fits(2, depth)) {
            alternate = growth.leaf(new double[growth.schema.classes()], depth);
            alternate.candidate = true;
        }
        return predicted;
    }

    private void split(ClassLeaf own, AdaptiveGrowth growth) {
        double[][] weights = growth.rule.children(own);
        if (!growth.fits(weights.length, depth + 1)) {
            return;
        }
        ClassSplits found = growth.rule.splits;
        test = found.test;
        feature = own.observed.features[found.slot];
        value = found.value;
        heaviest = LeafRule.heaviest(weights);
        children = new AdaptiveNode[weights.length];
        for (int b = 0; b < weights.length; b++) {
            children[b] = growth.leaf(weights[b], depth + 1);
        }
        leaf = null;
        growth.leaves--;
    }

    /** What shall stand here from now on: this node, or its alternate if that is better beyond chance. */
    AdaptiveNode contend(AdaptiveGrowth growth) {
        AdaptiveNode other = alternate;
        if (other == null || error.width() <= LEAST_COMPARED || other.error.width() <= LEAST_COMPARED) {
            return this;
        }
        double ours = error.mean();
        double theirs = other.error.mean();
        double bound = Math.sqrt(
                2 * ours * (1 - ours) * Math.log(2 / changeDelta) * (1.0 / error.width() + 1.0 / other.error.width()));
        if (bound < ours - theirs) {
            alternate = null;
            growth.discard(this);
            growth.replaced++;
            other.candidate = false;
            return other;
        }
        if (bound < theirs - ours) {
            alternate = null;
            growth.discard(other);
        }
        return this;
    }

    void write(SnapshotWriter out) {
        out.bytes(error.toBytes()).int32(alternate == null ? 0 : 1).int32(children.length);
        if (leaf != null) {
            leaf.write(out);
        } else {
            out.int32(test.ordinal()).int32(feature).float64(value).int32(heaviest);
            for (AdaptiveNode child : children) {
                child.write(out);
            }
        }
        if (alternate != null) {
            alternate.write(out);
        }
    }

    static AdaptiveNode read(SnapshotReader in, AdaptiveGrowth growth, int depth) {
        Adwin error = Adwin.fromBytes(in.bytes());
        boolean doubted = in.int32() != 0;
        int count = in.int32();
        if (depth > MOST_DEPTH || ++growth.nodes > growth.settings.tree().maxNodes()) {
            throw new SnapshotException("tree has more nodes or levels than its settings allow");
        }
        AdaptiveNode node = new AdaptiveNode(
                count == 0 ? ClassLeaf.read(in, growth.all, growth.schema) : null,
                growth.settings.changeDelta(),
                depth);
        node.error = error;
        if (count == 0) {
            growth.leaves++;
        } else {
            node.readChildren(in, growth, count);
        }
        if (doubted) {
            node.readAlternate(in, growth);
        }
        return node;
    }

    private void readAlternate(SnapshotReader in, AdaptiveGrowth growth) {
        AdaptiveNode other = read(in, growth, depth);
        if (other.alternate != null) {
            throw new SnapshotException("an alternate branch claims an alternate of its own");
        }
        other.candidate = true;
        alternate = other;
    }

    private void readChildren(SnapshotReader in, AdaptiveGrowth growth, int count) {
        int kind = in.int32();
        feature = in.int32();
        value = in.float64();
        heaviest = in.int32();
        if (kind < 0 || kind >= TESTS.length || feature < 0 || feature >= growth.schema.width()) {
            throw new SnapshotException("node claims feature " + feature + " and test " + kind);
        }
        test = TESTS[kind];
        int fitting = test == Test.EACH ? growth.schema.cardinality(feature) : 2;
        if (count != fitting || heaviest < 0 || heaviest >= count) {
            throw new SnapshotException(
                    "node claims " + count + " children, " + fitting + " fit, the heaviest " + heaviest);
        }
        children = new AdaptiveNode[count];
        for (int b = 0; b < count; b++) {
            children[b] = read(in, growth, depth + 1);
        }
    }
}
