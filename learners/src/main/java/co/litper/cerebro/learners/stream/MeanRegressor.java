package co.litper.cerebro.learners.stream;

import co.litper.cerebro.learners.snapshot.SnapshotException;
import co.litper.cerebro.learners.snapshot.SnapshotReader;
import co.litper.cerebro.learners.snapshot.SnapshotWriter;

/** Expects the weighted mean of all targets so far: the floor that looks at no feature. O(1). */
public final class MeanRegressor implements StreamRegressor {
    private static final int KIND = 0x4D45414E;
    private static final int VERSION = 1;

    private final StreamSchema schema;
    private double weight;
    private double mean;

    /** One that has seen nothing and says 0. */
    public MeanRegressor(StreamSchema schema) {
        this.schema = schema.requireRegression();
    }

    @Override
    public StreamSchema schema() {
        return schema;
    }

    @Override
    public double predict(double[] row) {
        schema.requireRow(row);
        return mean;
    }

    @Override
    public void learn(double[] row, double target, double weight) {
        schema.requireRow(row);
        StreamSchema.requireTarget(target);
        StreamSchema.requireWeight(weight);
        this.weight += weight;
        mean += (target - mean) * weight / this.weight;
    }

    @Override
    public byte[] toBytes() {
        SnapshotWriter out = new SnapshotWriter(KIND, VERSION);
        schema.write(out);
        return out.float64(weight).float64(mean).finish();
    }

    /** Reads what {@link #toBytes()} wrote; throws {@link SnapshotException} for anything else. */
    public static MeanRegressor fromBytes(byte[] bytes, StreamSchema schema) {
        SnapshotReader in = new SnapshotReader(bytes, KIND, VERSION);
        schema.require(in);
        MeanRegressor learner = new MeanRegressor(schema);
        learner.weight = in.float64();
        learner.mean = in.float64();
        return learner;
    }
}
