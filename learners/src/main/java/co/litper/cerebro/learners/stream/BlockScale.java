package co.litper.cerebro.learners.stream;

import co.litper.cerebro.learners.snapshot.SnapshotException;
import co.litper.cerebro.learners.snapshot.SnapshotReader;
import co.litper.cerebro.learners.snapshot.SnapshotWriter;
import java.util.Arrays;

/**
 * Mean and deviation of numeric features, brought up to date in blocks of rows, so that a row costs no root and no division.
 * Owned by one thread; O(features) a row, allocates nothing after its making.
 *
 * <p>Blocks are folded in by T. Chan, G. Golub and R. LeVeque, "Updating formulae and a pairwise algorithm for computing
 * sample variances", COMPSTAT 1982; a block is a {@value #SHARE}th of what was seen, one row at first, {@value #LONGEST} at most.
 */
final class BlockScale {
    /** Scaled values beyond are cut: one absurd value must not swing a weight. */
    private static final double CLIP = 4;

    private static final int SHARE = 16;
    private static final int LONGEST = 256;

    /** Where the features lie in a row. */
    private final int[] features;

    private final double[] weights;
    private final double[] means;
    private final double[] squares;
    /** 1 ÷ deviation; 0 while a feature did not vary. */
    private final double[] inverses;
    /** Of the open block, about {@link #means}. */
    private final double[] blockSums;

    private final double[] blockSquares;
    /** Weight of the block's rows in which a feature is missing. */
    private final double[] blockGaps;

    private double blockWeight;
    private long rows;
    private int open;
    /** Features without any value yet. */
    private int unknown;

    BlockScale(int[] features) {
        this.features = features;
        int width = features.length;
        weights = new double[width];
        means = new double[width];
        squares = new double[width];
        inverses = new double[width];
        blockSums = new double[width];
        blockSquares = new double[width];
        blockGaps = new double[width];
        Arrays.fill(means, Double.NaN);
        unknown = width;
    }

    /**
     * Writes the scaled values, 0 where missing or where a feature did not vary.
     *
     * @param checks asked about the row if a value is missing or too large; throws in the second case
     */
    void scale(double[] row, double[] scaled, StreamSchema checks) {
        for (int j = 0; j < features.length; j++) {
            double v = row[features[j]];
            if (Math.abs(v) <= StreamSchema.MOST_SIZE) {
                scaled[j] = clipped((v - means[j]) * inverses[j]);
            } else {
                checks.requireRow(row);
                scaled[j] = 0;
            }
        }
    }

    /** As {@link #scale}, then takes the row in. */
    void scaleAndObserve(double[] row, double[] scaled, double weight) {
        if (unknown > 0) {
            begin(row);
        }
        for (int j = 0; j < features.length; j++) {
            double off = row[features[j]] - means[j];
            if (Double.isNaN(off)) {
                blockGaps[j] += weight;
                scaled[j] = 0;
                continue;
            }
            double moved = weight * off;
            blockSums[j] += moved;
            blockSquares[j] += moved * off;
            scaled[j] = clipped(off * inverses[j]);
        }
        blockWeight += weight;
        rows++;
        if (++open >= Math.min(LONGEST, 1 + rows / SHARE)) {
            fold();
        }
    }

    private static double clipped(double z) {
        return Math.abs(z) <= CLIP ? z : z > 0 ? CLIP : z < 0 ? -CLIP : 0;
    }

    /** Measures features from their first value on, so that a constant has no deviation, not even of rounding. */
    private void begin(double[] row) {
        for (int j = 0; j < features.length; j++) {
            if (Double.isNaN(means[j]) && !Double.isNaN(row[features[j]])) {
                means[j] = row[features[j]];
                unknown--;
            }
        }
    }

    private void fold() {
        for (int j = 0; j < features.length; j++) {
            double weight = blockWeight - blockGaps[j];
            if (weight > 0) {
                weights[j] += weight;
                double step = blockSums[j] / weights[j];
                means[j] += step;
                squares[j] = Math.max(0, squares[j] + blockSquares[j] - blockSums[j] * step);
                inverses[j] = inverse(j);
            }
            blockSums[j] = 0;
            blockSquares[j] = 0;
            blockGaps[j] = 0;
        }
        blockWeight = 0;
        open = 0;
    }

    private double inverse(int j) {
        return squares[j] > 0 ? Math.sqrt(weights[j] / squares[j]) : 0;
    }

    void write(SnapshotWriter out) {
        out.int64(rows).int32(open).float64(blockWeight);
        out.doubles(weights).doubles(means).doubles(squares);
        out.doubles(blockSums).doubles(blockSquares).doubles(blockGaps);
    }

    static BlockScale read(SnapshotReader in, int[] features) {
        BlockScale scale = new BlockScale(features);
        scale.rows = in.int64();
        scale.open = in.int32();
        scale.blockWeight = in.float64();
        scale.need(in, scale.weights);
        scale.need(in, scale.means);
        scale.need(in, scale.squares);
        scale.need(in, scale.blockSums);
        scale.need(in, scale.blockSquares);
        scale.need(in, scale.blockGaps);
        scale.derive();
        return scale;
    }

    private void need(SnapshotReader in, double[] target) {
        if (in.doublesInto(target) != target.length) {
            throw new SnapshotException("snapshot has moments of too few features, the schema has " + target.length);
        }
    }

    /** Takes over the moments of another way to scale, [features of a row] each. */
    static BlockScale of(int[] features, double[] counts, double[] means, double[] squares) {
        BlockScale scale = new BlockScale(features);
        for (int j = 0; j < features.length; j++) {
            int f = features[j];
            scale.weights[j] = counts[f];
            scale.means[j] = counts[f] > 0 ? means[f] : Double.NaN;
            scale.squares[j] = squares[f];
            scale.rows = Math.max(scale.rows, (long) counts[f]);
        }
        scale.derive();
        return scale;
    }

    private void derive() {
        unknown = 0;
        for (int j = 0; j < features.length; j++) {
            inverses[j] = inverse(j);
            unknown += Double.isNaN(means[j]) ? 1 : 0;
        }
    }
}
