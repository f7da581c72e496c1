package co.litper.cerebro.learners.ensemble;

import co.litper.cerebro.learners.snapshot.SnapshotException;
import co.litper.cerebro.learners.snapshot.SnapshotReader;
import co.litper.cerebro.learners.snapshot.SnapshotWriter;
import co.litper.cerebro.learners.stream.Descent;
import co.litper.cerebro.learners.stream.LinearClassifier;
import co.litper.cerebro.learners.stream.MajorityClassifier;
import co.litper.cerebro.learners.stream.NoChangeClassifier;
import co.litper.cerebro.learners.stream.StreamClassifier;
import co.litper.cerebro.learners.stream.StreamSchema;
import co.litper.cerebro.learners.tree.AdaptiveRandomForest;
import co.litper.cerebro.learners.tree.BoostedClassifier;
import co.litper.cerebro.learners.tree.BoostingSettings;
import co.litper.cerebro.learners.tree.HoeffdingTree;
import java.util.Arrays;

/**
 * The best of several learners, found while the stream runs: a forest and boosted trees, both also with the label that came
 * last as a feature, a Hoeffding tree, a linear learner, no change and the majority.
 *
 * <p>Weights by Herbster and Warmuth, 1998, on the Brier loss of each expert's votes as they were just before the row was learned. The
 * last label as a feature follows I. Žliobaitė et al., "Evaluation methods and decision theory for classification of streaming
 * data with temporal dependence", Machine Learning 98, 2015: with delayed labels it is the last that has come.
 *
 * <p>O(sum of experts). Memory is theirs.
 */
public final class BestClassifier implements StreamClassifier {
    private static final int KIND = 0x42455354;
    private static final int VERSION = 1;
    /** How sharply a loss counts. */
    private static final double RATE = 0.5;
    /** Experts before this place see the rows as they are, from it on with the last label. */
    private static final int FIRST_AUGMENTED = 6;

    private static final int EXPERTS = 8;

    private final StreamSchema schema;
    private final StreamSchema augmentedSchema;
    private final StreamClassifier[] experts;
    private final ExpertWeights weights;
    private final double[] augmented;
    private final double[] own;
    private final double[] scratch;
    private final double[] losses;
    private double last = Double.NaN;

    /** Untrained; equal seeds give equal experts. */
    public BestClassifier(StreamSchema schema, long seed) {
        this(schema.requireClassification());
        experts[0] = new AdaptiveRandomForest(schema, AdaptiveRandomForest.Settings.DEFAULT, seed);
        experts[1] = new BoostedClassifier(schema, BoostingSettings.CLASSIFICATION, seed);
        experts[2] = new HoeffdingTree(schema, HoeffdingTree.Settings.DEFAULT);
        experts[3] = new LinearClassifier(schema, Descent.ADAGRAD);
        experts[4] = new NoChangeClassifier(schema);
        experts[5] = new MajorityClassifier(schema);
        experts[6] = new AdaptiveRandomForest(augmentedSchema, AdaptiveRandomForest.Settings.DEFAULT, seed + 1);
        experts[7] = new BoostedClassifier(augmentedSchema, BoostingSettings.CLASSIFICATION, seed + 1);
    }

    private BestClassifier(StreamSchema schema) {
        this.schema = schema;
        int width = schema.width();
        int[] cardinalities = new int[width + 1];
        for (int f = 0; f < width; f++) {
            cardinalities[f] = schema.cardinality(f);
        }
        cardinalities[width] = Math.max(2, schema.classes());
        augmentedSchema = StreamSchema.classification(schema.classes(), cardinalities);
        experts = new StreamClassifier[EXPERTS];
        weights = new ExpertWeights(EXPERTS, RATE);
        augmented = new double[width + 1];
        own = new double[schema.classes()];
        scratch = new double[schema.classes()];
        losses = new double[EXPERTS];
    }

    @Override
    public StreamSchema schema() {
        return schema;
    }

    private double[] view(int expert, double[] row) {
        return expert < FIRST_AUGMENTED ? row : augmented;
    }

    private void augment(double[] row) {
        System.arraycopy(row, 0, augmented, 0, row.length);
        augmented[row.length] = last;
    }

    @Override
    public void votes(double[] row, double[] votes) {
        schema.requireRow(row);
        augment(row);
        Arrays.fill(votes, 0);
        for (int e = 0; e < EXPERTS; e++) {
            experts[e].votes(view(e, row), own);
            for (int c = 0; c < votes.length; c++) {
                votes[c] += weights.of(e) * own[c];
            }
        }
        StreamClassifier.normalise(votes);
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
        augment(row);
        for (int e = 0; e < EXPERTS; e++) {
            experts[e].votes(view(e, row), own);
            losses[e] = brier(own, label);
            experts[e].learn(view(e, row), label, weight);
        }
        weights.learn(losses, weight);
        last = label;
    }

    /** Half the squared distance from the truth, 0 to 1. */
    private static double brier(double[] votes, int label) {
        double sum = 0;
        for (int c = 0; c < votes.length; c++) {
            double off = (c == label ? 1 : 0) - votes[c];
            sum += off * off;
        }
        return sum / 2;
    }

    @Override
    public byte[] toBytes() {
        SnapshotWriter out = new SnapshotWriter(KIND, VERSION);
        schema.write(out);
        out.float64(last);
        weights.write(out);
        for (StreamClassifier expert : experts) {
            out.bytes(expert.toBytes());
        }
        return out.finish();
    }

    /**
     * Reads what {@link #toBytes()} wrote.
     *
     * @throws SnapshotException if the bytes are cut short, damaged, of another kind, version or schema
     */
    public static BestClassifier fromBytes(byte[] bytes, StreamSchema schema) {
        SnapshotReader in = new SnapshotReader(bytes, KIND, VERSION);
        schema.requireClassification().require(in);
        BestClassifier best = new BestClassifier(schema);
        best.last = in.float64();
        if (!(Double.isNaN(best.last) || best.last >= 0 && best.last < schema.classes())) {
            throw new SnapshotException("snapshot claims the last label to be " + best.last);
        }
        best.weights.read(in);
        for (int e = 0; e < EXPERTS; e++) {
            best.experts[e] = best.expert(e, in.bytes());
        }
        return best;
    }

    private StreamClassifier expert(int e, byte[] bytes) {
        return switch (e) {
            case 0 -> AdaptiveRandomForest.fromBytes(bytes, schema, AdaptiveRandomForest.Settings.DEFAULT);
            case 1 -> BoostedClassifier.fromBytes(bytes, schema, BoostingSettings.CLASSIFICATION);
            case 2 -> HoeffdingTree.fromBytes(bytes, schema, HoeffdingTree.Settings.DEFAULT);
            case 3 -> LinearClassifier.fromBytes(bytes, schema, Descent.ADAGRAD);
            case 4 -> NoChangeClassifier.fromBytes(bytes, schema);
            case 5 -> MajorityClassifier.fromBytes(bytes, schema);
            case 6 -> AdaptiveRandomForest.fromBytes(bytes, augmentedSchema, AdaptiveRandomForest.Settings.DEFAULT);
            default -> BoostedClassifier.fromBytes(bytes, augmentedSchema, BoostingSettings.CLASSIFICATION);
        };
    }
}
