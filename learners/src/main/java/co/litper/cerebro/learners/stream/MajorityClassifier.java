package co.litper.cerebro.learners.stream;

import co.litper.cerebro.learners.snapshot.SnapshotException;
import co.litper.cerebro.learners.snapshot.SnapshotReader;
import co.litper.cerebro.learners.snapshot.SnapshotWriter;

/** Expects the class with most weight so far: the floor that looks at no feature. O(classes). */
public final class MajorityClassifier implements StreamClassifier {
    private static final int KIND = 0x4D414A43;
    private static final int VERSION = 1;

    private final StreamSchema schema;
    private final double[] weights;

    /** One that has seen nothing and says class 0. */
    public MajorityClassifier(StreamSchema schema) {
        this.schema = schema.requireClassification();
        weights = new double[schema.classes()];
    }

    @Override
    public StreamSchema schema() {
        return schema;
    }

    @Override
    public void votes(double[] row, double[] votes) {
        schema.requireRow(row);
        System.arraycopy(weights, 0, votes, 0, weights.length);
        StreamClassifier.normalise(votes);
    }

    @Override
    public int predict(double[] row) {
        schema.requireRow(row);
        return StreamClassifier.largest(weights);
    }

    @Override
    public void learn(double[] row, int label, double weight) {
        schema.requireRow(row);
        schema.requireLabel(label);
        StreamSchema.requireWeight(weight);
        weights[label] += weight;
    }

    @Override
    public byte[] toBytes() {
        SnapshotWriter out = new SnapshotWriter(KIND, VERSION);
        schema.write(out);
        return out.doubles(weights).finish();
    }

    /** Reads what {@link #toBytes()} wrote; throws {@link SnapshotException} for anything else. */
    public static MajorityClassifier fromBytes(byte[] bytes, StreamSchema schema) {
        SnapshotReader in = new SnapshotReader(bytes, KIND, VERSION);
        schema.require(in);
        MajorityClassifier learner = new MajorityClassifier(schema);
        if (in.doublesInto(learner.weights) != learner.weights.length) {
            throw new SnapshotException("snapshot has weights of too few classes");
        }
        return learner;
    }
}
