package co.litper.cerebro.learners.stream;

import co.litper.cerebro.learners.linear.LinearModel;
import co.litper.cerebro.learners.linear.Loss;
import co.litper.cerebro.learners.snapshot.SnapshotException;
import co.litper.cerebro.learners.snapshot.SnapshotReader;
import co.litper.cerebro.learners.snapshot.SnapshotWriter;
import java.util.Arrays;

/**
 * Logistic scores over scaled and spread features: one for two classes, one against the rest for each of more. O(classes ×
 * features) a row, memory O(classes × encoded width), where a nominal feature is as wide as its values.
 */
public final class LinearClassifier implements StreamClassifier {
    private static final int KIND = 0x4C435354;
    private static final int VERSION = 2;
    /** Version 1 scaled rows twice. */
    private static final int OLDEST = 1;

    private static final Loss LOSS = new Loss.Logistic();

    private final StreamSchema schema;
    private final RowEncoder encoder;
    private final LinearScore[] scores;
    private boolean begun;

    /** An untrained one. */
    public LinearClassifier(StreamSchema schema, Descent descent) {
        this(schema.requireClassification(), descent, new RowEncoder(schema));
    }

    private LinearClassifier(StreamSchema schema, Descent descent, RowEncoder encoder) {
        this.schema = schema;
        this.encoder = encoder;
        scores = new LinearScore[schema.classes() <= 2 ? 1 : schema.classes()];
        Arrays.setAll(scores, _ -> descent.begin(encoder.width()));
    }

    @Override
    public StreamSchema schema() {
        return schema;
    }

    @Override
    public void votes(double[] row, double[] votes) {
        encoder.encode(row);
        if (!begun) {
            Arrays.fill(votes, 0);
            return;
        }
        for (int c = 0; c < scores.length; c++) {
            votes[c] = LinearModel.probability(scores[c].score(encoder));
        }
        if (votes.length == 2) {
            votes[1] = 1 - votes[0];
        } else {
            StreamClassifier.normalise(votes);
        }
    }

    @Override
    public int predict(double[] row) {
        encoder.encode(row);
        if (!begun) {
            return 0;
        }
        double most = scores[0].score(encoder);
        if (scores.length == 1) {
            return most >= 0 || schema.classes() == 1 ? 0 : 1;
        }
        int best = 0;
        for (int c = 1; c < scores.length; c++) {
            double score = scores[c].score(encoder);
            if (score > most) {
                most = score;
                best = c;
            }
        }
        return best;
    }

    @Override
    public void learn(double[] row, int label, double weight) {
        schema.requireRow(row);
        schema.requireLabel(label);
        StreamSchema.requireWeight(weight);
        begun = true;
        encoder.encodeAndObserve(row, weight);
        for (int c = 0; c < scores.length; c++) {
            double probability = LogisticTable.probability(scores[c].score(encoder));
            scores[c].step(encoder, weight * (label == c ? probability - 1 : probability));
        }
    }

    @Override
    public byte[] toBytes() {
        SnapshotWriter out = new SnapshotWriter(KIND, VERSION);
        schema.write(out);
        out.int32(begun ? 1 : 0);
        encoder.write(out);
        for (LinearScore score : scores) {
            score.write(out);
        }
        return out.finish();
    }

    /** Reads what {@link #toBytes()} wrote, of version 1 too; throws {@link SnapshotException} for anything else. */
    public static LinearClassifier fromBytes(byte[] bytes, StreamSchema schema, Descent descent) {
        SnapshotReader in = new SnapshotReader(bytes, KIND, OLDEST, VERSION);
        schema.requireClassification().require(in);
        boolean begun = in.int32() != 0;
        boolean old = in.version() == 1;
        RowEncoder encoder = old ? RowEncoder.readVersionOne(in, schema) : RowEncoder.read(in, schema);
        LinearClassifier learner = new LinearClassifier(schema, descent, encoder);
        learner.begun = begun;
        for (LinearScore score : learner.scores) {
            if (old) {
                LinearVersionOne.read(in.bytes(), descent, LOSS, encoder.placesOfVersionOne(), score);
            } else {
                score.read(in);
            }
        }
        return learner;
    }
}
