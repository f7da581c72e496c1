package co.litper.cerebro.learners.tree;

import co.litper.cerebro.learners.snapshot.SnapshotException;
import co.litper.cerebro.learners.snapshot.SnapshotReader;
import co.litper.cerebro.learners.snapshot.SnapshotWriter;
import co.litper.cerebro.learners.stream.SplitMix;
import co.litper.cerebro.learners.stream.StreamSchema;
import co.litper.cerebro.learners.tree.flat.TreeModel;
import java.util.Arrays;
import java.util.List;

/**
 * One chain of boosted trees: each learns, of every row, what those before it left over. Inside the boosted classifier (one
 * chain a class) and regressor; rows are checked by its owner.
 */
final class GradientBoosting {
    private final ValueTree[] trees;
    private final double rate;

    private GradientBoosting(ValueTree[] trees, double rate) {
        this.trees = trees;
        this.rate = rate;
    }

    static GradientBoosting seedling(StreamSchema schema, BoostingSettings settings, int trees, SplitMix random) {
        ValueTree[] made = new ValueTree[trees];
        int[] deck = Observed.all(schema).features;
        for (int t = 0; t < trees; t++) {
            int[] pool = Observed.some(schema, settings.subspace(schema), deck, random).features;
            Arrays.sort(pool);
            made[t] = ValueTree.seedling(schema, settings.tree(), pool, pool.length, new SplitMix(random.split()));
        }
        return new GradientBoosting(made, settings.rate());
    }

    double score(double[] row, double[] scaled) {
        double score = 0;
        for (ValueTree tree : trees) {
            score += rate * tree.predict(row, scaled);
        }
        return score;
    }

    /** Squared loss: each tree learns the residual. */
    void regress(double[] row, RowView view, double target, double weight) {
        int[] bins = view.bins(row);
        double[] scaled = view.scaled(row);
        double left = target;
        for (ValueTree tree : trees) {
            left -= rate * tree.learn(row, bins, scaled, left, weight, view.cuts());
        }
    }

    /** Logistic loss of one class against the rest: each tree learns the Newton step, by the Hessian's weight. */
    void classify(double[] row, RowView view, boolean positive, double weight) {
        int[] bins = view.bins(row);
        double[] scaled = view.scaled(row);
        double score = 0;
        for (ValueTree tree : trees) {
            double p = 1 / (1 + Math.exp(-score));
            double hessian = Math.max(BoostingSettings.LEAST_HESSIAN, p * (1 - p));
            double gradient = (positive ? 1 : 0) - p;
            score += rate * tree.learn(row, bins, scaled, gradient / hessian, weight * hessian, view.cuts());
        }
    }

    void move(FeatureBins cuts) {
        for (ValueTree tree : trees) {
            tree.move(cuts);
        }
    }

    /** The trees for a flat scorer; each adds its answer, times each of {@code signs}, to the outputs from {@code output} on. */
    List<TreeModel.Tree> told(int output, double... signs) {
        double[] scales = Arrays.stream(signs).map(sign -> sign * rate).toArray();
        return Arrays.stream(trees)
                .map(tree -> new TreeModel.Tree(tree.told(scales), output))
                .toList();
    }

    void write(SnapshotWriter out) {
        out.int32(trees.length);
        for (ValueTree tree : trees) {
            tree.write(out);
        }
    }

    static GradientBoosting read(SnapshotReader in, StreamSchema schema, BoostingSettings settings, int trees) {
        int count = in.int32();
        if (count != trees) {
            throw new SnapshotException("snapshot has " + count + " boosted trees, the settings ask for " + trees);
        }
        ValueTree[] read = new ValueTree[count];
        for (int t = 0; t < count; t++) {
            read[t] = ValueTree.read(in, schema, settings.tree(), schema.width());
        }
        return new GradientBoosting(read, settings.rate());
    }
}
