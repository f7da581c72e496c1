package co.litper.cerebro.learners.stream;

import co.litper.cerebro.learners.snapshot.SnapshotException;
import co.litper.cerebro.learners.snapshot.SnapshotReader;
import co.litper.cerebro.learners.snapshot.SnapshotWriter;

/** Expects the target learned last: the floor of streams that move slowly. O(1). */
public final class LastValueRegressor implements StreamRegressor {
    private static final int KIND = 0x4C415354;
    private static final int VERSION = 1;

    private final StreamSchema schema;
    private double last;

    /** One that has seen nothing and says 0. */
    public LastValueRegressor(StreamSchema schema) {
        this.schema = schema.requireRegression();
    }

    @Override
    public StreamSchema schema() {
        return schema;
    }

    @Override
    public double predict(double[] row) {
        schema.requireRow(row);
        return last;
    }

    @Override
    public void learn(double[] row, double target, double weight) {
        schema.requireRow(row);
        StreamSchema.requireTarget(target);
        StreamSchema.requireWeight(weight);
        last = target;
    }

    @Override
    public byte[] toBytes() {
        SnapshotWriter out = new SnapshotWriter(KIND, VERSION);
        schema.write(out);
        return out.float64(last).finish();
    }

    /** Reads what {@link #toBytes()} wrote; throws {@link SnapshotException} for anything else. */
    public static LastValueRegressor fromBytes(byte[] bytes, StreamSchema schema) {
        SnapshotReader in = new SnapshotReader(bytes, KIND, VERSION);
        schema.require(in);
        LastValueRegressor learner = new LastValueRegressor(schema);
        learner.last = in.float64();
        return learner;
    }
}
