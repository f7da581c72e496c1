package co.litper.cerebro.learners.tree;

import co.litper.cerebro.learners.snapshot.SnapshotReader;
import co.litper.cerebro.learners.snapshot.SnapshotWriter;
import co.litper.cerebro.learners.stream.RowScale;
import co.litper.cerebro.learners.stream.StreamSchema;

/** A row as trees of numbers want it, made once for all trees of a learner: binned and scaled. The arrays are reused. */
final class RowView {
    private final FeatureBins cuts;
    private final RowScale scale;
    private final int[] bins;
    private final double[] scaled;

    RowView(StreamSchema schema) {
        this(schema, new FeatureBins(schema), new RowScale(schema));
    }

    private RowView(StreamSchema schema, FeatureBins cuts, RowScale scale) {
        this.cuts = cuts;
        this.scale = scale;
        bins = new int[schema.width()];
        scaled = new double[schema.width() + 1];
    }

    FeatureBins cuts() {
        return cuts;
    }

    /** Takes in a row; true if cuts were renewed and trees must move. */
    boolean observe(double[] row) {
        scale.observe(row);
        return cuts.observe(row);
    }

    int[] bins(double[] row) {
        cuts.bins(row, bins);
        return bins;
    }

    double[] scaled(double[] row) {
        scale.scale(row, scaled);
        return scaled;
    }

    void write(SnapshotWriter out) {
        cuts.write(out);
        scale.write(out);
    }

    static RowView read(SnapshotReader in, StreamSchema schema) {
        FeatureBins cuts = FeatureBins.read(in, schema);
        return new RowView(schema, cuts, RowScale.read(in, schema));
    }
}
