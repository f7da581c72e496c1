package co.litper.cerebro.learners.stream;

import co.litper.cerebro.learners.snapshot.SnapshotReader;
import co.litper.cerebro.learners.snapshot.SnapshotWriter;
import java.util.Arrays;

/** Spreads a row for linear learners: numeric features scaled, a place for each nominal value, 0 where missing. */
final class RowEncoder {
    private final StreamSchema schema;
    private final RowScale scale;
    private final double[] scaled;
    private final float[] encoded;

    RowEncoder(StreamSchema schema) {
        this(schema, new RowScale(schema));
    }

    private RowEncoder(StreamSchema schema, RowScale scale) {
        this.schema = schema;
        this.scale = scale;
        scaled = new double[schema.width() + 1];
        int width = 0;
        for (int f = 0; f < schema.width(); f++) {
            width += Math.max(1, schema.cardinality(f));
        }
        encoded = new float[width];
    }

    int width() {
        return encoded.length;
    }

    void observe(double[] row) {
        scale.observe(row);
    }

    /** The encoded row; the array is reused. */
    float[] encode(double[] row) {
        scale.scale(row, scaled);
        int at = 0;
        for (int f = 0; f < row.length; f++) {
            if (!schema.isNominal(f)) {
                encoded[at++] = (float) scaled[f];
                continue;
            }
            int values = schema.cardinality(f);
            Arrays.fill(encoded, at, at + values, 0);
            if (!Double.isNaN(row[f])) {
                encoded[at + (int) row[f]] = 1;
            }
            at += values;
        }
        return encoded;
    }

    void write(SnapshotWriter out) {
        scale.write(out);
    }

    static RowEncoder read(SnapshotReader in, StreamSchema schema) {
        return new RowEncoder(schema, RowScale.read(in, schema));
    }
}
