package co.litper.cerebro.learners.tree;

import co.litper.cerebro.learners.snapshot.SnapshotException;
import co.litper.cerebro.learners.snapshot.SnapshotReader;
import co.litper.cerebro.learners.snapshot.SnapshotWriter;
import co.litper.cerebro.learners.stream.SplitMix;
import co.litper.cerebro.learners.stream.StreamClassifier;
import co.litper.cerebro.learners.stream.StreamSchema;
import co.litper.cerebro.learners.tree.flat.FlatTrees;
import co.litper.cerebro.learners.tree.flat.Link;
import co.litper.cerebro.learners.tree.flat.TreeModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * Streaming gradient boosting of classes: chains of regression trees on Newton steps of the logistic loss.
 *
 * <p>N. Gunasekara, B. Pfahringer, H. M. Gomes and A. Bifet, "Gradient boosted trees for evolving data streams", Machine
 * Learning 113, 2024 (SGBT): 100 trees, 75 % of the features each, one chain for two classes and one against the rest for each of
 * more. Departures: steps are four times as large (rate 0.05) and leaves split sooner (tie at 0.1); the trees are {@link RegressionTree}s without models that share one binning; nominal
 * features split without being spread out; with many classes chains are shorter, at most {@value BoostingSettings#MOST_TREES}
 * trees in all.
 *
 * <p>O(chains × trees × (depth + features)) a row.
 */
public final class BoostedClassifier implements StreamClassifier {
    private static final int KIND = 0x53474243;
    private static final int VERSION = 1;

    private final StreamSchema schema;
    private final GradientBoosting[] chains;
    private final double[] scratch;
    private RowView view;
    private boolean begun;

    /** An untrained one; equal seeds give equal trees. */
    public BoostedClassifier(StreamSchema schema, BoostingSettings settings, long seed) {
        this(schema.requireClassification());
        SplitMix random = new SplitMix(seed);
        for (int c = 0; c < chains.length; c++) {
            chains[c] = GradientBoosting.seedling(schema, settings, settings.trees(chains.length), random);
        }
    }

    private BoostedClassifier(StreamSchema schema) {
        this.schema = schema;
        chains = new GradientBoosting[schema.classes() <= 2 ? 1 : schema.classes()];
        scratch = new double[schema.classes()];
        view = new RowView(schema);
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
        double[] scaled = view.scaled(row);
        for (int c = 0; c < chains.length; c++) {
            votes[c] = 1 / (1 + Math.exp(-chains[c].score(row, scaled)));
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
        if (view.observe(row)) {
            for (GradientBoosting chain : chains) {
                chain.move(view.cuts());
            }
        }
        for (int c = 0; c < chains.length; c++) {
            chains[c].classify(row, view, label == c, weight);
        }
    }

    /**
     * What was learned until now, for {@link FlatTrees}; it answers as {@link #votes} does, but for rounding.
     *
     * @throws IllegalStateException if nothing was learned
     */
    public TreeModel model() {
        if (!begun) {
            throw new IllegalStateException("nothing was learned yet");
        }
        List<TreeModel.Tree> trees = new ArrayList<>();
        if (schema.classes() == 2) {
            trees.addAll(chains[0].told(0, 1, -1));
        } else {
            for (int c = 0; c < chains.length; c++) {
                trees.addAll(chains[c].told(c, 1));
            }
        }
        return new TreeModel(
                schema.width(),
                Collections.nCopies(schema.classes(), 0.0),
                Link.ONE_AGAINST_REST,
                TreeModel.Precision.DOUBLE,
                trees);
    }

    @Override
    public byte[] toBytes() {
        SnapshotWriter out = new SnapshotWriter(KIND, VERSION);
        schema.write(out);
        out.int32(begun ? 1 : 0);
        view.write(out);
        for (GradientBoosting chain : chains) {
            chain.write(out);
        }
        return out.finish();
    }

    /**
     * Reads what {@link #toBytes()} wrote.
     *
     * @throws SnapshotException if the bytes are cut short, damaged, of another kind, version, schema or size
     */
    public static BoostedClassifier fromBytes(byte[] bytes, StreamSchema schema, BoostingSettings settings) {
        SnapshotReader in = new SnapshotReader(bytes, KIND, VERSION);
        schema.requireClassification().require(in);
        BoostedClassifier learner = new BoostedClassifier(schema);
        learner.begun = in.int32() != 0;
        learner.view = RowView.read(in, schema);
        for (int c = 0; c < learner.chains.length; c++) {
            learner.chains[c] = GradientBoosting.read(in, schema, settings, settings.trees(learner.chains.length));
        }
        return learner;
    }
}
