package co.litper.cerebro.learners.stream;

import co.litper.cerebro.learners.snapshot.SnapshotException;
import co.litper.cerebro.learners.snapshot.SnapshotReader;
import co.litper.cerebro.learners.snapshot.SnapshotWriter;
import java.util.stream.IntStream;

/**
 * Spreads a row over the places of a linear learner: first a place for each numeric feature with its scaled value, then a place
 * for each value of each nominal feature, of which only those that the row has are told. Missing leaves no trace.
 */
final class RowEncoder {
    private final StreamSchema schema;
    private final int[] nominal;
    /** Where each nominal feature begins. */
    private final int[] offsets;

    private final int width;
    private BlockScale scale;
    /** Of the row encoded last, by numeric feature. */
    final double[] values;
    /** Nominal places of the row encoded last; the first {@link #present()} count. */
    final int[] places;

    private int present;

    RowEncoder(StreamSchema schema) {
        this.schema = schema;
        int[] numeric = features(schema, false);
        nominal = features(schema, true);
        offsets = new int[nominal.length];
        int at = numeric.length;
        for (int k = 0; k < nominal.length; k++) {
            offsets[k] = at;
            at += schema.cardinality(nominal[k]);
        }
        width = at;
        scale = new BlockScale(numeric);
        values = new double[numeric.length];
        places = new int[nominal.length];
    }

    private static int[] features(StreamSchema schema, boolean nominal) {
        return IntStream.range(0, schema.width())
                .filter(f -> schema.isNominal(f) == nominal)
                .toArray();
    }

    /** Places in all. */
    int width() {
        return width;
    }

    int present() {
        return present;
    }

    /** Checks a row and encodes it in place of the one before. */
    void encode(double[] row) {
        schema.requireWidth(row);
        scale.scale(row, values, schema);
        if (nominal.length > 0) {
            schema.requireRow(row);
        }
        place(row);
    }

    /** Encodes a row that was checked as it looks to those that have not seen it, and takes it in. */
    void encodeAndObserve(double[] row, double weight) {
        scale.scaleAndObserve(row, values, weight);
        place(row);
    }

    private void place(double[] row) {
        int n = 0;
        for (int k = 0; k < nominal.length; k++) {
            double v = row[nominal[k]];
            if (!Double.isNaN(v)) {
                places[n++] = offsets[k] + (int) v;
            }
        }
        present = n;
    }

    void write(SnapshotWriter out) {
        scale.write(out);
    }

    static RowEncoder read(SnapshotReader in, StreamSchema schema) {
        RowEncoder encoder = new RowEncoder(schema);
        encoder.scale = BlockScale.read(in, features(schema, false));
        return encoder;
    }

    /** Reads what version 1 wrote: the state of a {@link RowScale}. */
    static RowEncoder readVersionOne(SnapshotReader in, StreamSchema schema) {
        RowEncoder encoder = new RowEncoder(schema);
        double[][] moments = {in.doubles(), in.doubles(), in.doubles()};
        for (double[] part : moments) {
            if (part.length != schema.width()) {
                throw new SnapshotException("snapshot has moments of " + part.length + " features");
            }
        }
        encoder.scale = BlockScale.of(features(schema, false), moments[0], moments[1], moments[2]);
        return encoder;
    }

    /** Where each place of version 1, which took features as they came, is now. */
    int[] placesOfVersionOne() {
        int[] now = new int[width];
        int at = 0;
        int numbers = 0;
        int words = 0;
        for (int f = 0; f < schema.width(); f++) {
            if (schema.isNominal(f)) {
                for (int v = 0; v < schema.cardinality(f); v++) {
                    now[at++] = offsets[words] + v;
                }
                words++;
            } else {
                now[at++] = numbers++;
            }
        }
        return now;
    }
}
