package co.litper.cerebro.learners.stream;

import co.litper.cerebro.learners.snapshot.SnapshotException;
import co.litper.cerebro.learners.snapshot.SnapshotReader;
import co.litper.cerebro.learners.snapshot.SnapshotWriter;

/**
 * Scales numeric features by their running mean and deviation; nominal and missing ones are 0. Owned by one thread; O(width),
 * allocates nothing after its making.
 */
public final class RowScale {
    /** Scaled values beyond are cut: one absurd value must not swing a model. */
    private static final double CLIP = 4;

    private final StreamSchema schema;
    private final double[] counts;
    private final double[] means;
    private final double[] squares;

    /** One that has seen nothing. */
    public RowScale(StreamSchema schema) {
        this.schema = schema;
        counts = new double[schema.width()];
        means = new double[schema.width()];
        squares = new double[schema.width()];
    }

    /** Takes in a row that fits the schema. */
    public void observe(double[] row) {
        for (int f = 0; f < row.length; f++) {
            double v = row[f];
            if (!Double.isNaN(v) && !schema.isNominal(f)) {
                counts[f]++;
                double off = v - means[f];
                means[f] += off / counts[f];
                squares[f] += off * (v - means[f]);
            }
        }
    }

    /** Writes the scaled row into {@code scaled}, [width + 1], and behind it 1 for the bias. */
    public void scale(double[] row, double[] scaled) {
        for (int f = 0; f < row.length; f++) {
            double v = row[f];
            if (Double.isNaN(v) || schema.isNominal(f) || !(squares[f] > 0)) {
                scaled[f] = 0;
            } else {
                double z = (v - means[f]) / Math.sqrt(squares[f] / counts[f]);
                scaled[f] = Math.max(-CLIP, Math.min(CLIP, z));
            }
        }
        scaled[row.length] = 1;
    }

    /** Writes its state. */
    public void write(SnapshotWriter out) {
        out.doubles(counts).doubles(means).doubles(squares);
    }

    /** Reads what {@link #write} wrote; throws {@link SnapshotException} if it is of another width. */
    public static RowScale read(SnapshotReader in, StreamSchema schema) {
        RowScale scale = new RowScale(schema);
        int width = schema.width();
        if (in.doublesInto(scale.counts) != width
                || in.doublesInto(scale.means) != width
                || in.doublesInto(scale.squares) != width) {
            throw new SnapshotException("snapshot has moments of too few features");
        }
        return scale;
    }
}
