package co.litper.cerebro.learners.stream;

import co.litper.cerebro.learners.snapshot.SnapshotException;
import co.litper.cerebro.learners.snapshot.SnapshotReader;
import co.litper.cerebro.learners.snapshot.SnapshotWriter;
import java.util.Arrays;

/** Expects the class learned last: the floor of streams whose classes come in runs. O(classes). */
public final class NoChangeClassifier implements StreamClassifier {
    private static final int KIND = 0x4E434843;
    private static final int VERSION = 1;
    private static final int NONE = -1;

    private final StreamSchema schema;
    private int last = NONE;

    /** One that has seen nothing and says class 0. */
    public NoChangeClassifier(StreamSchema schema) {
        this.schema = schema.requireClassification();
    }

    @Override
    public StreamSchema schema() {
        return schema;
    }

    @Override
    public void votes(double[] row, double[] votes) {
        schema.requireRow(row);
        Arrays.fill(votes, 0);
        if (last != NONE) {
            votes[last] = 1;
        }
    }

    @Override
    public int predict(double[] row) {
        schema.requireRow(row);
        return Math.max(0, last);
    }

    @Override
    public void learn(double[] row, int label, double weight) {
        schema.requireRow(row);
        schema.requireLabel(label);
        StreamSchema.requireWeight(weight);
        last = label;
    }

    @Override
    public byte[] toBytes() {
        SnapshotWriter out = new SnapshotWriter(KIND, VERSION);
        schema.write(out);
        return out.int32(last).finish();
    }

    /** Reads what {@link #toBytes()} wrote; throws {@link SnapshotException} for anything else. */
    public static NoChangeClassifier fromBytes(byte[] bytes, StreamSchema schema) {
        SnapshotReader in = new SnapshotReader(bytes, KIND, VERSION);
        schema.require(in);
        NoChangeClassifier learner = new NoChangeClassifier(schema);
        learner.last = in.int32();
        if (learner.last < NONE || learner.last >= schema.classes()) {
            throw new SnapshotException("snapshot claims the last class to be " + learner.last);
        }
        return learner;
    }
}
