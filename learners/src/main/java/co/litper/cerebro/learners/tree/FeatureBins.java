package co.litper.cerebro.learners.tree;

import co.litper.cerebro.learners.snapshot.SnapshotException;
import co.litper.cerebro.learners.snapshot.SnapshotReader;
import co.litper.cerebro.learners.snapshot.SnapshotWriter;
import co.litper.cerebro.learners.stream.StreamSchema;
import java.util.Arrays;

/**
 * Cuts each numeric feature into bins of about equal count among recent rows, once for all trees of a learner. A nominal
 * value is its own bin. The cuts are renewed at {@link #FIRST_RENEWAL} rows, at every doubling and at least every
 * {@link #LONGEST_PERIOD}; statistics by bin are then moved by the map that {@link #renewed} holds.
 *
 * <p>Binning a row is O(features × log bins) and allocates nothing. Memory is {@link #RECENT} numbers a numeric feature.
 */
final class FeatureBins {
    /** Bins of a numeric feature: a cut every 1.6 % of recent rows. */
    static final int BINS = 64;

    private static final int RECENT = 1_024;
    private static final int FIRST_RENEWAL = 20;
    private static final int LONGEST_PERIOD = 5_000;
    /** Stands for a missing value. */
    static final int MISSING = -1;

    private final StreamSchema schema;
    private final int[] counts;
    /** [width × (BINS − 1)]; bin b holds values above edge b − 1 up to edge b. */
    private final double[] edges;
    /** Mean of recent values in each bin, [width × BINS]. */
    private final double[] centres;

    private final double[][] recent;
    private final int[] known;
    private final int[][] renewed;
    private final double[] sorted = new double[RECENT];
    private final double[] before = new double[BINS];
    private long rows;
    private long nextRenewal = FIRST_RENEWAL;

    FeatureBins(StreamSchema schema) {
        this.schema = schema;
        int width = schema.width();
        counts = new int[width];
        edges = new double[width * (BINS - 1)];
        centres = new double[width * BINS];
        recent = new double[width][];
        known = new int[width];
        renewed = new int[width][];
        for (int f = 0; f < width; f++) {
            counts[f] = schema.isNominal(f) ? schema.cardinality(f) : 1;
            recent[f] = new double[schema.isNominal(f) ? 0 : RECENT];
            renewed[f] = new int[schema.isNominal(f) ? 0 : BINS];
        }
    }

    /** Room that statistics of feature {@code f} need. */
    static int room(StreamSchema schema, int f) {
        return schema.isNominal(f) ? schema.cardinality(f) : BINS;
    }

    /** Bins of feature {@code f} in use. */
    int count(int f) {
        return counts[f];
    }

    /** Value that the last bin before a cut still holds. */
    double edge(int f, int bin) {
        return edges[f * (BINS - 1) + bin];
    }

    /** Where bin {@code b} of numeric feature {@code f} went at the last renewal. */
    int renewed(int f, int b) {
        return renewed[f][b];
    }

    /** Takes in a row; true if cuts were renewed and statistics must be moved. */
    boolean observe(double[] row) {
        for (int f = 0; f < row.length; f++) {
            if (recent[f].length > 0 && !Double.isNaN(row[f])) {
                recent[f][known[f] % RECENT] = row[f];
                known[f] = known[f] + 1 == 2 * RECENT ? RECENT : known[f] + 1;
            }
        }
        if (++rows < nextRenewal) {
            return false;
        }
        nextRenewal = rows + Math.min(rows, LONGEST_PERIOD);
        for (int f = 0; f < row.length; f++) {
            if (recent[f].length > 0) {
                renew(f);
            }
        }
        return true;
    }

    /** Writes the bin of each value, {@link #MISSING} where there is none. */
    void bins(double[] row, int[] bins) {
        for (int f = 0; f < row.length; f++) {
            double v = row[f];
            bins[f] = Double.isNaN(v) ? MISSING : schema.isNominal(f) ? (int) v : bin(f, v);
        }
    }

    private int bin(int f, double v) {
        int from = f * (BINS - 1);
        int low = 0;
        int high = counts[f] - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (v <= edges[from + middle]) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    private void renew(int f) {
        int n = Math.min(known[f], RECENT);
        int old = counts[f];
        System.arraycopy(centres, f * BINS, before, 0, old);
        System.arraycopy(recent[f], 0, sorted, 0, n);
        Arrays.sort(sorted, 0, n);
        int cuts = 0;
        int from = f * (BINS - 1);
        for (int b = 1; b < BINS && n > 1; b++) {
            int at = (int) ((long) b * n / BINS);
            if (at < 1 || sorted[at - 1] >= sorted[at]) {
                continue;
            }
            double edge = sorted[at - 1] / 2 + sorted[at] / 2;
            if (edge < sorted[at] && (cuts == 0 || edge > edges[from + cuts - 1])) {
                edges[from + cuts++] = edge;
            }
        }
        counts[f] = cuts + 1;
        centre(f, n);
        for (int b = 0; b < old; b++) {
            renewed[f][b] = bin(f, before[b]);
        }
    }

    private void centre(int f, int n) {
        int at = 0;
        for (int b = 0; b < counts[f]; b++) {
            double mean = 0;
            int in = 0;
            while (at < n && (b == counts[f] - 1 || sorted[at] <= edge(f, b))) {
                mean += (sorted[at++] - mean) / ++in;
            }
            centres[f * BINS + b] = mean;
        }
    }

    void write(SnapshotWriter out) {
        out.int64(rows).int64(nextRenewal);
        for (int f = 0; f < counts.length; f++) {
            if (recent[f].length > 0) {
                out.int32(counts[f]).int32(known[f]).doubles(recent[f], Math.min(known[f], RECENT));
                for (int b = 0; b < counts[f]; b++) {
                    out.float64(centres[f * BINS + b]).float64(b + 1 < counts[f] ? edge(f, b) : 0);
                }
            }
        }
    }

    static FeatureBins read(SnapshotReader in, StreamSchema schema) {
        FeatureBins bins = new FeatureBins(schema);
        bins.rows = in.int64();
        bins.nextRenewal = in.int64();
        for (int f = 0; f < bins.counts.length; f++) {
            if (bins.recent[f].length > 0) {
                bins.readFeature(in, f);
            }
        }
        return bins;
    }

    private void readFeature(SnapshotReader in, int f) {
        counts[f] = in.int32();
        known[f] = in.int32();
        if (counts[f] < 1 || counts[f] > BINS || known[f] < 0 || known[f] >= 2 * RECENT) {
            throw new SnapshotException("feature " + f + " claims " + counts[f] + " bins of " + known[f] + " values");
        }
        if (in.doublesInto(recent[f]) != Math.min(known[f], RECENT)) {
            throw new SnapshotException("feature " + f + " has too few recent values");
        }
        for (int b = 0; b < counts[f]; b++) {
            centres[f * BINS + b] = in.float64();
            double edge = in.float64();
            if (b + 1 < counts[f]) {
                edges[f * (BINS - 1) + b] = edge;
            }
        }
    }
}
