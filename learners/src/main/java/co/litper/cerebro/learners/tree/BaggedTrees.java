package co.litper.cerebro.learners.tree;

import co.litper.cerebro.learners.drift.Adwin;
import co.litper.cerebro.learners.snapshot.SnapshotException;
import co.litper.cerebro.learners.snapshot.SnapshotReader;
import co.litper.cerebro.learners.snapshot.SnapshotWriter;
import co.litper.cerebro.learners.stream.SplitMix;
import co.litper.cerebro.learners.stream.StreamClassifier;
import co.litper.cerebro.learners.stream.StreamSchema;
import co.litper.cerebro.learners.tree.flat.FlatTrees;
import co.litper.cerebro.learners.tree.flat.TreeModel;
import java.util.Arrays;

/**
 * Hoeffding trees, each on its own resampling of the stream, voting with equal weight: Oza bagging and leveraging bagging.
 *
 * <p>N. C. Oza and S. Russell, "Online bagging and boosting", AISTATS 2001: each tree learns a row Poisson(1) times. A. Bifet,
 * G. Holmes and B. Pfahringer, "Leveraging bagging for evolving data streams", ECML PKDD 2010: Poisson(6), and when ADWIN sees
 * the error of any tree rise, the tree with the largest error begins anew. Output codes are left out. Departures: detectors see
 * what a tree predicted before it learned the row; trees split as eagerly as those of {@link AdaptiveRandomForest}, leaves
 * depart as in {@link HoeffdingTree}.
 *
 * <p>Learning and voting are O(trees × (depth + features × classes)). Memory is bounded by that of its trees.
 */
public final class BaggedTrees implements StreamClassifier {
    private static final int KIND = 0x42414754;
    private static final int VERSION = 1;

    /**
     * How many trees and what makes them begin anew.
     *
     * @param trees at least 1
     * @param lambda mean weight of a row in a tree, above 0
     * @param changeDelta confidence of the detectors, below 1; 0 is none, and no tree ever begins anew
     * @param tree how each tree grows
     */
    public record Settings(int trees, double lambda, double changeDelta, HoeffdingTree.Settings tree) {
        /** Oza bagging. */
        public static final Settings OZA = new Settings(10, 1, 0, AdaptiveRandomForest.Settings.DEFAULT.tree());
        /** Leveraging bagging. */
        public static final Settings LEVERAGING =
                new Settings(10, 6, 0.002, AdaptiveRandomForest.Settings.DEFAULT.tree());

        public Settings {
            if (trees < 1 || !(lambda > 0 && lambda <= Poisson.MOST_MEAN) || !(changeDelta >= 0 && changeDelta < 1)) {
                throw new IllegalArgumentException("settings must be trees at least 1, lambda above 0 and at most "
                        + Poisson.MOST_MEAN + ", changeDelta from 0 to below 1; are " + trees + ", " + lambda + ", "
                        + changeDelta);
            }
        }
    }

    private final StreamSchema schema;
    private final Settings settings;
    private final Nursery nursery;
    private final Poisson poisson;
    private final ClassTree[] trees;
    /** One a tree; none if nothing is watched. */
    private final Adwin[] errors;

    private final SplitMix random;
    private final double[] own;
    private final double[] sum;
    private long replaced;

    /** Untrained; equal seeds give equal trees. */
    public BaggedTrees(StreamSchema schema, Settings settings, long seed) {
        this(schema.requireClassification(), settings, new SplitMix(seed));
        for (int t = 0; t < trees.length; t++) {
            trees[t] = nursery.grow(new SplitMix(random.split()));
        }
        Arrays.setAll(errors, t -> new Adwin(settings.changeDelta()));
    }

    private BaggedTrees(StreamSchema schema, Settings settings, SplitMix random) {
        this.schema = schema;
        this.settings = settings;
        this.random = random;
        nursery = new Nursery(schema, settings.tree(), schema.width(), false);
        poisson = new Poisson(settings.lambda());
        trees = new ClassTree[settings.trees()];
        errors = new Adwin[settings.changeDelta() > 0 ? settings.trees() : 0];
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
        for (ClassTree tree : trees) {
            tree.addVotes(row, 1, own, votes);
        }
        StreamClassifier.normalise(votes);
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
        boolean worse = false;
        for (int t = 0; t < trees.length; t++) {
            int copies = poisson.draw(random);
            if (copies == 0) {
                if (errors.length > 0) {
                    worse |= judge(t, trees[t].predict(row) != label);
                }
                continue;
            }
            int predicted = trees[t].learn(row, label, copies * weight);
            worse |= errors.length > 0 && judge(t, predicted != label);
        }
        if (worse) {
            replaceWorst();
        }
    }

    private boolean judge(int tree, boolean wrong) {
        return errors[tree].add(wrong ? 1 : 0) && errors[tree].rose();
    }

    private void replaceWorst() {
        int worst = 0;
        for (int t = 1; t < trees.length; t++) {
            worst = errors[t].mean() > errors[worst].mean() ? t : worst;
        }
        trees[worst] = nursery.grow(new SplitMix(random.split()));
        errors[worst] = new Adwin(settings.changeDelta());
        replaced++;
    }

    /** Trees that began anew since the beginning. */
    public long replaced() {
        return replaced;
    }

    /**
     * What was learned until now, for {@link FlatTrees}; it answers as {@link #votes} does, but for rounding.
     *
     * @throws IllegalStateException if the trees' leaves are not {@link HoeffdingTree.Leaves#MAJORITY}, whose answers alone are
     *     the same for all rows
     */
    public TreeModel model() {
        return Told.votes(schema, Arrays.stream(trees).map(tree -> tree.told(1)).toList());
    }

    @Override
    public byte[] toBytes() {
        SnapshotWriter out = new SnapshotWriter(KIND, VERSION);
        schema.write(out);
        out.int32(trees.length).int32(errors.length).int64(random.state()).int64(replaced);
        for (ClassTree tree : trees) {
            nursery.write(out, tree);
        }
        for (Adwin error : errors) {
            out.bytes(error.toBytes());
        }
        return out.finish();
    }

    /**
     * Reads what {@link #toBytes()} wrote.
     *
     * @throws SnapshotException if the bytes are cut short, damaged, of another kind, version, schema, size or sort of bagging
     */
    public static BaggedTrees fromBytes(byte[] bytes, StreamSchema schema, Settings settings) {
        SnapshotReader in = new SnapshotReader(bytes, KIND, VERSION);
        schema.requireClassification().require(in);
        ForestShape.requireTrees(in.int32(), settings.trees());
        int detectors = in.int32();
        BaggedTrees bag = new BaggedTrees(schema, settings, new SplitMix(in.int64()));
        if (detectors != bag.errors.length) {
            throw new SnapshotException("snapshot has " + detectors + " detectors, the settings ask for "
                    + bag.errors.length + ". Maybe Oza and leveraging bagging were taken for each other.");
        }
        bag.replaced = in.int64();
        for (int t = 0; t < bag.trees.length; t++) {
            bag.trees[t] = bag.nursery.read(in);
        }
        for (int t = 0; t < detectors; t++) {
            bag.errors[t] = Adwin.fromBytes(in.bytes());
        }
        return bag;
    }
}
