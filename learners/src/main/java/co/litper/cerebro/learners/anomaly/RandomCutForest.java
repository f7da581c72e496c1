package co.litper.cerebro.learners.anomaly;

import co.litper.cerebro.learners.linear.BadSampleException;
import co.litper.cerebro.learners.snapshot.SnapshotException;
import co.litper.cerebro.learners.snapshot.SnapshotReader;
import co.litper.cerebro.learners.snapshot.SnapshotWriter;
import co.litper.cerebro.learners.stream.SplitMix;

/**
 * Tells how alone a point stands among those before it, and by which of its coordinates. Each tree keeps a sample of its own in which
 * newer points are likelier. Seeded; owned by one thread; O(trees · log sample · width) a point.
 *
 * <p>S. Guha, N. Mishra, G. Roy and O. Schrijvers, "Robust random cut forest based anomaly detection on streams", ICML 2016. The score
 * is the expected inverse depth of the point, as the open library of the same authors has it, and not the displacement of the
 * paper; the sample is weighted by age after P. Efraimidis and P. Spirakis, "Weighted random sampling with a reservoir", 2006.
 */
public final class RandomCutForest {
    private static final int KIND = 0x52435546;
    private static final int VERSION = 1;
    private static final int MOST_TREES = 1_000;
    private static final int MOST_SAMPLE = 1 << 14;
    private static final int MOST_WIDTH = 1 << 10;

    private final int width;
    private final double decay;
    private final RandomCutTree[] trees;
    /** Rank of each sampled point, the lowest leaves first [trees × sample]. */
    private final double[][] ranks;

    private SplitMix random;
    private long seen;

    /**
     * A forest.
     *
     * @param width coordinates of a point, at least 1
     * @param trees 1 to 1,000; 50 to 100 are usual
     * @param sample points a tree holds, 2 to 16,384; 256 is usual
     * @param decay how much faster than by chance a point is forgotten, per point; 0 for a uniform sample
     * @param seed of all chance
     */
    public RandomCutForest(int width, int trees, int sample, double decay, long seed) {
        if (!(width >= 1
                && width <= MOST_WIDTH
                && trees >= 1
                && trees <= MOST_TREES
                && sample >= 2
                && sample <= MOST_SAMPLE
                && decay >= 0
                && decay < 1)) {
            throw new IllegalArgumentException("a forest cannot have width " + width + ", " + trees + " trees, sample "
                    + sample + ", decay " + decay);
        }
        this.width = width;
        this.decay = decay;
        random = new SplitMix(seed);
        this.trees = new RandomCutTree[trees];
        ranks = new double[trees][sample];
        for (int t = 0; t < trees; t++) {
            this.trees[t] = new RandomCutTree(width, sample, random.split());
        }
    }

    /** How alone {@code point} [width] stands, about 1 for a usual point, more for a strange one; 0 while nothing is known. */
    public double score(double[] point) {
        check(point);
        double sum = 0;
        for (RandomCutTree tree : trees) {
            sum += tree.score(point, null);
        }
        return sum / trees.length;
    }

    /** The share of each coordinate in the score of {@code point} [width]; they sum to at most the score. */
    public double[] attribution(double[] point) {
        check(point);
        double[] shares = new double[width];
        for (RandomCutTree tree : trees) {
            tree.score(point, shares);
        }
        for (int k = 0; k < width; k++) {
            shares[k] /= trees.length;
        }
        return shares;
    }

    /** Takes in {@code point} [width]. */
    public void observe(double[] point) {
        check(point);
        double[] kept = point.clone();
        for (int t = 0; t < trees.length; t++) {
            double rank = -Math.log(-Math.log(random.nextDouble())) + decay * seen;
            take(t, kept, rank);
        }
        seen++;
    }

    private void take(int t, double[] point, double rank) {
        double[] own = ranks[t];
        int place = trees[t].size();
        if (place == own.length) {
            place = 0;
            for (int i = 1; i < own.length; i++) {
                place = own[i] < own[place] ? i : place;
            }
            if (rank <= own[place]) {
                return;
            }
            trees[t].remove(place);
        }
        trees[t].insert(place, point);
        own[place] = rank;
    }

    private void check(double[] point) {
        if (point.length != width) {
            throw new BadSampleException("a point has " + point.length + " coordinates, the forest wants " + width);
        }
        for (double x : point) {
            if (!Double.isFinite(x)) {
                throw new BadSampleException("a coordinate must be finite, is " + x);
            }
        }
    }

    /** Versioned bytes that hold settings and state. */
    public byte[] toBytes() {
        SnapshotWriter out = new SnapshotWriter(KIND, VERSION)
                .int32(width)
                .int32(trees.length)
                .int32(ranks[0].length)
                .float64(decay)
                .int64(random.state())
                .int64(seen);
        for (int t = 0; t < trees.length; t++) {
            out.doubles(ranks[t]);
            trees[t].write(out);
        }
        return out.finish();
    }

    /** Reads what {@link #toBytes()} wrote; throws {@link SnapshotException} for anything else. */
    public static RandomCutForest fromBytes(byte[] bytes) {
        SnapshotReader in = new SnapshotReader(bytes, KIND, VERSION);
        RandomCutForest forest;
        try {
            forest = new RandomCutForest(in.int32(), in.int32(), in.int32(), in.float64(), 0);
        } catch (IllegalArgumentException e) {
            throw new SnapshotException("stored forest: " + e.getMessage());
        }
        forest.random = new SplitMix(in.int64());
        forest.seen = in.int64();
        for (int t = 0; t < forest.trees.length; t++) {
            if (in.doublesInto(forest.ranks[t]) != forest.ranks[t].length) {
                throw new SnapshotException("stored forest has a sample that is too small");
            }
            forest.trees[t].read(in);
        }
        return forest;
    }
}
