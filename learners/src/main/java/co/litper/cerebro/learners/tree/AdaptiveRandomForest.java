package co.litper.cerebro.learners.tree;

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
 * A forest of Hoeffding trees, each on its own resampling of the stream, whose trees are replaced when their error rises.
 *
 * <p>H. M. Gomes et al., "Adaptive random forests for evolving data stream classification", Machine Learning 106, 2017: online
 * bagging with Poisson(6), a random subspace of features in each leaf, ADWIN for warnings (a tree begins to grow in the
 * background) and drifts (it takes over), votes weighted by accuracy. Departures: detectors and weights see what a tree
 * predicted before it learned the row, not after; trees draw their features independently; leaves depart as in
 * {@link HoeffdingTree}. {@link Settings#REFERENCE} takes the last two back.
 *
 * <p>Learning and voting are O(trees × (depth + subspace × classes)). Memory is bounded by that of {@code 2 × trees} trees.
 */
public final class AdaptiveRandomForest implements StreamClassifier {
    private static final int KIND = 0x41524643;
    private static final int VERSION = 1;

    /**
     * How many trees and how they are kept apart.
     *
     * @param trees at least 1
     * @param share of the features that a leaf looks at, above 0, at most 1
     * @param lambda mean weight of a row in a tree, above 0
     * @param warningDelta confidence of the warning detector, between 0 and 1
     * @param driftDelta confidence of the drift detector, between 0 and 1
     * @param tree how each tree grows; by reference settings every tree draws its features alike, as MOA's copies of one tree do
     */
    public record Settings(
            int trees,
            double share,
            double lambda,
            double warningDelta,
            double driftDelta,
            HoeffdingTree.Settings tree) {
        /** Those of the published figures. */
        public static final Settings DEFAULT = new Settings(
                100,
                0.6,
                6,
                1e-2,
                1e-3,
                new HoeffdingTree.Settings(
                        50, 1e-2, 0.05, Criterion.INFORMATION_GAIN, HoeffdingTree.Leaves.ADAPTIVE, 1_024, 16_384));

        /** The same without our departures, for comparison. */
        public static final Settings REFERENCE = new Settings(
                DEFAULT.trees(),
                DEFAULT.share(),
                DEFAULT.lambda(),
                DEFAULT.warningDelta(),
                DEFAULT.driftDelta(),
                DEFAULT.tree().asReference());

        public Settings {
            ForestShape.require(trees, share, lambda, warningDelta, driftDelta);
        }

        int subspace(StreamSchema schema) {
            return ForestShape.subspace(share, schema);
        }
    }

    private final StreamSchema schema;
    private final Settings settings;
    private final Poisson poisson;
    private final ForestMember[] members;
    private final SplitMix random;
    private final double[] own;
    private final double[] sum;

    /** An untrained forest; equal seeds give equal forests. */
    public AdaptiveRandomForest(StreamSchema schema, Settings settings, long seed) {
        this(schema.requireClassification(), settings, new SplitMix(seed));
        long alike = settings.tree().reference() ? random.split() : 0;
        for (int t = 0; t < members.length; t++) {
            long seedOfTree = settings.tree().reference() ? alike : random.split();
            members[t] = new ForestMember(nursery(), settings.warningDelta(), settings.driftDelta(), seedOfTree);
        }
    }

    private AdaptiveRandomForest(StreamSchema schema, Settings settings, SplitMix random) {
        this.schema = schema;
        this.settings = settings;
        this.random = random;
        poisson = new Poisson(settings.lambda());
        members = new ForestMember[settings.trees()];
        own = new double[schema.classes()];
        sum = new double[schema.classes()];
    }

    private Nursery nursery() {
        return new Nursery(schema, settings.tree(), settings.subspace(schema), false);
    }

    @Override
    public StreamSchema schema() {
        return schema;
    }

    @Override
    public void votes(double[] row, double[] votes) {
        schema.requireRow(row);
        ForestMember.poll(members, row, own, votes);
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
        for (ForestMember member : members) {
            member.learn(row, label, weight, poisson.draw(random));
        }
    }

    /** Trees that took over from others since the beginning. */
    public long replaced() {
        long count = 0;
        for (ForestMember member : members) {
            count += member.replaced();
        }
        return count;
    }

    /**
     * What was learned until now, for {@link FlatTrees}; it answers as {@link #votes} does, but for rounding.
     *
     * @throws IllegalStateException if the trees' leaves are not {@link HoeffdingTree.Leaves#MAJORITY}, whose answers alone are
     *     the same for all rows
     */
    public TreeModel model() {
        return Told.votes(schema, Arrays.stream(members).map(ForestMember::told).toList());
    }

    @Override
    public byte[] toBytes() {
        SnapshotWriter out = new SnapshotWriter(KIND, VERSION);
        schema.write(out);
        out.int32(members.length).int32(settings.subspace(schema)).int64(random.state());
        for (ForestMember member : members) {
            member.write(out);
        }
        return out.finish();
    }

    /**
     * Reads what {@link #toBytes()} wrote.
     *
     * @throws SnapshotException if the bytes are cut short, damaged, of another kind, version, schema or forest size
     */
    public static AdaptiveRandomForest fromBytes(byte[] bytes, StreamSchema schema, Settings settings) {
        SnapshotReader in = new SnapshotReader(bytes, KIND, VERSION);
        schema.requireClassification().require(in);
        int trees = in.int32();
        int subspace = in.int32();
        if (trees != settings.trees() || subspace != settings.subspace(schema)) {
            throw new SnapshotException("snapshot has " + trees + " trees of " + subspace
                    + " features, the settings ask for " + settings.trees() + " of " + settings.subspace(schema));
        }
        AdaptiveRandomForest forest = new AdaptiveRandomForest(schema, settings, new SplitMix(in.int64()));
        for (int t = 0; t < trees; t++) {
            forest.members[t] = ForestMember.read(in, forest.nursery(), settings.warningDelta(), settings.driftDelta());
        }
        return forest;
    }
}
