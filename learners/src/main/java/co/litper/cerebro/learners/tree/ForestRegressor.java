package co.litper.cerebro.learners.tree;

import co.litper.cerebro.learners.snapshot.SnapshotException;
import co.litper.cerebro.learners.snapshot.SnapshotReader;
import co.litper.cerebro.learners.snapshot.SnapshotWriter;
import co.litper.cerebro.learners.stream.SplitMix;
import co.litper.cerebro.learners.stream.StreamRegressor;
import co.litper.cerebro.learners.stream.StreamSchema;

/**
 * A forest of regression trees, each on its own resampling of the stream, whose trees are replaced when their error changes.
 *
 * <p>H. M. Gomes et al., "Adaptive random forests for data stream regression", ESANN 2018. Departures: the trees are
 * {@link RegressionTree}s that share one binning of rows; detectors watch the absolute error in running deviations of the
 * target, cut at {@link RegressionMember#MOST_ERROR}, made before the row was learned; trees count by the inverse of their
 * fading squared error.
 *
 * <p>O(trees × (depth + subspace)) a row. Memory is bounded by that of {@code 2 × trees} trees.
 */
public final class ForestRegressor implements StreamRegressor {
    private static final int KIND = 0x41524652;
    private static final int VERSION = 1;

    /**
     * How many trees and how they are kept apart.
     *
     * @param trees at least 1
     * @param share of the features that a leaf looks at, above 0, at most 1
     * @param lambda mean weight of a row in a tree, above 0
     * @param warningDelta confidence of the warning detector, between 0 and 1
     * @param driftDelta confidence of the drift detector, between 0 and 1
     * @param tree how each tree grows
     */
    public record Settings(
            int trees,
            double share,
            double lambda,
            double warningDelta,
            double driftDelta,
            RegressionTree.Settings tree) {
        /** A hundred trees on 60 % of the features. */
        public static final Settings DEFAULT = new Settings(
                100, 0.6, 6, 1e-2, 1e-3, new RegressionTree.Settings(50, false, 1e-2, 0.1, 0.01, 4, 5, 512));

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
    private final RegressionMember[] members;
    private final SplitMix random;
    private RowView view;
    private double seen;
    private double mean;
    private double squares;

    /** An untrained forest; equal seeds give equal forests. */
    public ForestRegressor(StreamSchema schema, Settings settings, long seed) {
        this(schema.requireRegression(), settings, new SplitMix(seed));
        for (int t = 0; t < members.length; t++) {
            members[t] = new RegressionMember(schema, settings, random.split());
        }
    }

    private ForestRegressor(StreamSchema schema, Settings settings, SplitMix random) {
        this.schema = schema;
        this.settings = settings;
        this.random = random;
        poisson = new Poisson(settings.lambda());
        members = new RegressionMember[settings.trees()];
        view = new RowView(schema);
    }

    @Override
    public StreamSchema schema() {
        return schema;
    }

    @Override
    public double predict(double[] row) {
        schema.requireRow(row);
        double[] scaled = view.scaled(row);
        double sum = 0;
        double weights = 0;
        for (RegressionMember member : members) {
            double weight = member.trust();
            sum += weight * member.predict(row, scaled);
            weights += weight;
        }
        return sum / weights;
    }

    @Override
    public void learn(double[] row, double target, double weight) {
        schema.requireRow(row);
        StreamSchema.requireTarget(target);
        StreamSchema.requireWeight(weight);
        seen += weight;
        double off = target - mean;
        mean += off * weight / seen;
        squares += weight * off * (target - mean);
        if (view.observe(row)) {
            for (RegressionMember member : members) {
                member.move(view.cuts());
            }
        }
        int[] bins = view.bins(row);
        double[] scaled = view.scaled(row);
        double unit = squares > 0 ? Math.sqrt(squares / seen) : 1;
        for (RegressionMember member : members) {
            member.learn(row, bins, scaled, target, weight, poisson.draw(random), unit, view.cuts());
        }
    }

    @Override
    public byte[] toBytes() {
        SnapshotWriter out = new SnapshotWriter(KIND, VERSION);
        schema.write(out);
        out.int32(members.length).int32(settings.subspace(schema)).int64(random.state());
        out.float64(seen).float64(mean).float64(squares);
        view.write(out);
        for (RegressionMember member : members) {
            member.write(out);
        }
        return out.finish();
    }

    /**
     * Reads what {@link #toBytes()} wrote.
     *
     * @throws SnapshotException if the bytes are cut short, damaged, of another kind, version, schema or forest size
     */
    public static ForestRegressor fromBytes(byte[] bytes, StreamSchema schema, Settings settings) {
        SnapshotReader in = new SnapshotReader(bytes, KIND, VERSION);
        schema.requireRegression().require(in);
        ForestShape.requireShape(in, settings.trees(), settings.subspace(schema));
        ForestRegressor forest = new ForestRegressor(schema, settings, new SplitMix(in.int64()));
        forest.seen = in.float64();
        forest.mean = in.float64();
        forest.squares = in.float64();
        forest.view = RowView.read(in, schema);
        for (int t = 0; t < forest.members.length; t++) {
            forest.members[t] = RegressionMember.read(in, schema, settings);
        }
        return forest;
    }
}
