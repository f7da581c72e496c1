package co.litper.cerebro.learners.tree;

import co.litper.cerebro.learners.snapshot.SnapshotException;
import co.litper.cerebro.learners.snapshot.SnapshotReader;
import co.litper.cerebro.learners.snapshot.SnapshotWriter;
import co.litper.cerebro.learners.stream.SplitMix;
import co.litper.cerebro.learners.stream.StreamClassifier;
import co.litper.cerebro.learners.stream.StreamSchema;
import co.litper.cerebro.learners.tree.flat.FlatTrees;
import co.litper.cerebro.learners.tree.flat.TreeModel;
import co.litper.cerebro.learners.tree.flat.TreeNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Hoeffding trees in a row, each of which learns most from what those before it got wrong.
 *
 * <p>N. C. Oza and S. Russell, "Online bagging and boosting", AISTATS 2001 (Oza boosting): a row comes to the first tree with
 * weight 1, and goes on to the next heavier if this one was wrong and lighter if it was right, so that both kinds have weighed
 * alike; a tree learns it Poisson(weight) times and votes by the log-odds of its being right. Departures: votes of a tree that is
 * no better than a guess count 0 instead of silencing all behind it; a row weighs at most {@value #MOST_MEAN_COPIES} on
 * its way; trees split as eagerly as those of {@link AdaptiveRandomForest}.
 *
 * <p>Learning and voting are O(trees × (depth + features × classes)). Memory is bounded by that of its trees.
 */
public final class OnlineBoosting implements StreamClassifier {
    private static final int KIND = 0x4F5A4253;
    private static final int VERSION = 1;
    /** Mean copies of a row in one tree at most: one row that all get wrong must not outweigh the rest. */
    private static final int MOST_MEAN_COPIES = 50;
    /** Error of a tree at least, so that one that was never wrong does not vote alone. */
    private static final double LEAST_ERROR = 1e-3;

    /**
     * How many trees.
     *
     * @param trees at least 1
     * @param tree how each tree grows
     */
    public record Settings(int trees, HoeffdingTree.Settings tree) {
        /** Ten, as usual. */
        public static final Settings DEFAULT = new Settings(10, AdaptiveRandomForest.Settings.DEFAULT.tree());

        public Settings {
            if (trees < 1) {
                throw new IllegalArgumentException("trees must be at least 1, are " + trees);
            }
        }
    }

    private final StreamSchema schema;
    private final Nursery nursery;
    private final ClassTree[] trees;
    /** Weight of what each tree got right, by the weights that rows came with. */
    private final double[] right;

    private final double[] wrong;
    private final SplitMix random;
    private final double[] own;
    private final double[] sum;

    /** Untrained; equal seeds give equal trees. */
    public OnlineBoosting(StreamSchema schema, Settings settings, long seed) {
        this(schema.requireClassification(), settings, new SplitMix(seed));
        for (int t = 0; t < trees.length; t++) {
            trees[t] = nursery.grow(new SplitMix(random.split()));
        }
    }

    private OnlineBoosting(StreamSchema schema, Settings settings, SplitMix random) {
        this.schema = schema;
        this.random = random;
        nursery = new Nursery(schema, settings.tree(), schema.width(), false);
        trees = new ClassTree[settings.trees()];
        right = new double[trees.length];
        wrong = new double[trees.length];
        own = new double[schema.classes()];
        sum = new double[schema.classes()];
    }

    @Override
    public StreamSchema schema() {
        return schema;
    }

    @Override
    public void votes(double[] row, double[] votes) {
        schema.requireRow(row);
        Arrays.fill(votes, 0);
        boolean any = false;
        for (int t = 0; t < trees.length; t++) {
            double weight = weight(t);
            if (weight > 0) {
                trees[t].addVotes(row, weight, own, votes);
                any = true;
            }
        }
        if (!any) {
            trees[0].addVotes(row, 1, own, votes);
        }
        StreamClassifier.normalise(votes);
    }

    /** Log-odds of tree {@code t} being right; at most 0 for a guess. */
    private double weight(int t) {
        double all = right[t] + wrong[t];
        double error = all > 0 ? Math.max(LEAST_ERROR, wrong[t] / all) : 0.5;
        return Math.log((1 - error) / error);
    }

    @Override
    public int predict(double[] row) {
        votes(row, sum);
        return StreamClassifier.largest(sum);
    }

    @Override
    public void learn(double[] row, int label, double weight) {
        schema.requireRow(row);
        schema.requireLabel(label);
        StreamSchema.requireWeight(weight);
        double lambda = 1;
        for (int t = 0; t < trees.length; t++) {
            int copies = Poisson.draw(lambda, random);
            if (copies > 0) {
                trees[t].learn(row, label, copies * weight);
            }
            boolean hit = trees[t].predict(row) == label;
            double[] side = hit ? right : wrong;
            side[t] += lambda * weight;
            lambda = Math.min(MOST_MEAN_COPIES, lambda * (right[t] + wrong[t]) / (2 * side[t]));
        }
    }

    /**
     * What was learned until now, for {@link FlatTrees}; it answers as {@link #votes} does, but for rounding.
     *
     * @throws IllegalStateException if the trees' leaves are not {@link HoeffdingTree.Leaves#MAJORITY}, whose answers alone are
     *     the same for all rows
     */
    public TreeModel model() {
        List<TreeNode> roots = new ArrayList<>();
        for (int t = 0; t < trees.length; t++) {
            double weight = weight(t);
            if (weight > 0) {
                roots.add(trees[t].told(weight));
            }
        }
        return Told.votes(schema, roots.isEmpty() ? List.of(trees[0].told(1)) : roots);
    }

    @Override
    public byte[] toBytes() {
        SnapshotWriter out = new SnapshotWriter(KIND, VERSION);
        schema.write(out);
        out.int32(trees.length).int64(random.state());
        for (int t = 0; t < trees.length; t++) {
            out.float64(right[t]).float64(wrong[t]);
            nursery.write(out, trees[t]);
        }
        return out.finish();
    }

    /**
     * Reads what {@link #toBytes()} wrote.
     *
     * @throws SnapshotException if the bytes are cut short, damaged, of another kind, version, schema or size
     */
    public static OnlineBoosting fromBytes(byte[] bytes, StreamSchema schema, Settings settings) {
        SnapshotReader in = new SnapshotReader(bytes, KIND, VERSION);
        schema.requireClassification().require(in);
        ForestShape.requireTrees(in.int32(), settings.trees());
        OnlineBoosting boosted = new OnlineBoosting(schema, settings, new SplitMix(in.int64()));
        for (int t = 0; t < boosted.trees.length; t++) {
            boosted.right[t] = in.float64();
            boosted.wrong[t] = in.float64();
            boosted.trees[t] = boosted.nursery.read(in);
        }
        return boosted;
    }
}
