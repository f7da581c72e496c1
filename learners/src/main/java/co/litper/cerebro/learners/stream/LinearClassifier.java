package co.litper.cerebro.learners.stream;

import co.litper.cerebro.learners.linear.LinearModel;
import co.litper.cerebro.learners.linear.Loss;
import co.litper.cerebro.learners.snapshot.SnapshotException;
import co.litper.cerebro.learners.snapshot.SnapshotReader;
import co.litper.cerebro.learners.snapshot.SnapshotWriter;
import java.util.Arrays;

/**
 * Logistic scores over scaled and spread features: one for two classes, one against the rest for each of more. O(classes ×
 * encoded width) a row, where a nominal feature is as wide as its values.
 */
public final class LinearClassifier implements StreamClassifier {
    private static final int KIND = 0x4C435354;
    private static final int VERSION = 1;
    private static final Loss LOSS = new Loss.Logistic();

    private final StreamSchema schema;
    private final RowEncoder encoder;
    private final Descent.Score[] scores;
    private final double[] scratch;
    private boolean begun;

    /** An untrained one. */
    public LinearClassifier(StreamSchema schema, Descent descent) {
        this(schema.requireClassification(), new RowEncoder(schema));
        Arrays.setAll(scores, c -> descent.begin(encoder.width(), LOSS));
    }

    private LinearClassifier(StreamSchema schema, RowEncoder encoder) {
        this.schema = schema;
        this.encoder = encoder;
        scores = new Descent.Score[schema.classes() <= 2 ? 1 : schema.classes()];
        scratch = new double[schema.classes()];
    }

    @Override
    public StreamSchema schema() {
        return schema;
    }

    @Override
    public void votes(double[] row, double[] votes) {
        schema.requireRow(row);
        if (!begun) {
            Arrays.fill(votes, 0);
            return;
        }
        float[] encoded = encoder.encode(row);
        for (int c = 0; c < scores.length; c++) {
            votes[c] = LinearModel.probability(scores[c].score(encoded));
        }
        if (votes.length == 2) {
            votes[1] = 1 - votes[0];
        } else {
            StreamClassifier.normalise(votes);
        }
    }

    @Override
    public int predict(double[] row) {
        votes(row, scratch);
        return StreamClassifier.largest(scratch);
    }

    @Override
    public void learn(double[] row, int label, double weight) {
        schema.requireRow(row);
        schema.requireLabel(label);
        StreamSchema.requireWeight(weight);
        begun = true;
        encoder.observe(row);
        float[] encoded = encoder.encode(row);
        for (int c = 0; c < scores.length; c++) {
            scores[c].update(encoded, label == c ? 1 : 0, weight);
        }
    }

    @Override
    public byte[] toBytes() {
        SnapshotWriter out = new SnapshotWriter(KIND, VERSION);
        schema.write(out);
        out.int32(begun ? 1 : 0);
        encoder.write(out);
        for (Descent.Score score : scores) {
            out.bytes(score.toBytes());
        }
        return out.finish();
    }

    /** Reads what {@link #toBytes()} wrote; throws {@link SnapshotException} for anything else. */
    public static LinearClassifier fromBytes(byte[] bytes, StreamSchema schema, Descent descent) {
        SnapshotReader in = new SnapshotReader(bytes, KIND, VERSION);
        schema.requireClassification().require(in);
        boolean begun = in.int32() != 0;
        LinearClassifier learner = new LinearClassifier(schema, RowEncoder.read(in, schema));
        learner.begun = begun;
        for (int c = 0; c < learner.scores.length; c++) {
            learner.scores[c] = descent.resume(in.bytes(), LOSS);
        }
        return learner;
    }
}
