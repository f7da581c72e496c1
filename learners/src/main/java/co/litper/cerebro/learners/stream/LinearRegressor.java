package co.litper.cerebro.learners.stream;

import co.litper.cerebro.learners.linear.Loss;
import co.litper.cerebro.learners.snapshot.SnapshotException;
import co.litper.cerebro.learners.snapshot.SnapshotReader;
import co.litper.cerebro.learners.snapshot.SnapshotWriter;

/**
 * A least-squares score over scaled and spread features; the target is scaled by its running moments, so that one rate fits
 * pesos and hours. O(features) a row.
 */
public final class LinearRegressor implements StreamRegressor {
    private static final int KIND = 0x4C525354;
    private static final int VERSION = 2;
    /** Version 1 scaled rows twice. */
    private static final int OLDEST = 1;

    private static final Loss LOSS = new Loss.Squared();

    private final StreamSchema schema;
    private final RowEncoder encoder;
    private final LinearScore score;
    private double seen;
    private double mean;
    private double squares;

    /** An untrained one. */
    public LinearRegressor(StreamSchema schema, Descent descent) {
        this.schema = schema.requireRegression();
        this.encoder = new RowEncoder(schema);
        this.score = descent.begin(encoder.width());
    }

    private LinearRegressor(StreamSchema schema, RowEncoder encoder, LinearScore score) {
        this.schema = schema;
        this.encoder = encoder;
        this.score = score;
    }

    private double deviation() {
        return squares > 0 ? Math.sqrt(squares / seen) : 1;
    }

    @Override
    public StreamSchema schema() {
        return schema;
    }

    @Override
    public double predict(double[] row) {
        encoder.encode(row);
        return seen == 0 ? 0 : mean + deviation() * score.score(encoder);
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
        encoder.encodeAndObserve(row, weight);
        score.step(encoder, weight * (score.score(encoder) - (target - mean) / deviation()));
    }

    @Override
    public byte[] toBytes() {
        SnapshotWriter out = new SnapshotWriter(KIND, VERSION);
        schema.write(out);
        out.float64(seen).float64(mean).float64(squares);
        encoder.write(out);
        score.write(out);
        return out.finish();
    }

    /** Reads what {@link #toBytes()} wrote, of version 1 too; throws {@link SnapshotException} for anything else. */
    public static LinearRegressor fromBytes(byte[] bytes, StreamSchema schema, Descent descent) {
        SnapshotReader in = new SnapshotReader(bytes, KIND, OLDEST, VERSION);
        schema.requireRegression().require(in);
        double seen = in.float64();
        double mean = in.float64();
        double squares = in.float64();
        boolean old = in.version() == 1;
        RowEncoder encoder = old ? RowEncoder.readVersionOne(in, schema) : RowEncoder.read(in, schema);
        LinearScore score = descent.begin(encoder.width());
        if (old) {
            LinearVersionOne.read(in.bytes(), descent, LOSS, encoder.placesOfVersionOne(), score);
        } else {
            score.read(in);
        }
        LinearRegressor learner = new LinearRegressor(schema, encoder, score);
        learner.seen = seen;
        learner.mean = mean;
        learner.squares = squares;
        return learner;
    }
}
