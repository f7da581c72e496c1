package co.litper.cerebro.model;

import co.litper.cerebro.feature.Feature;
import co.litper.cerebro.feature.FeatureRow;
import co.litper.cerebro.learners.calibrate.OnlineCalibrator;
import co.litper.cerebro.learners.linear.BayesianLearner;
import co.litper.cerebro.learners.linear.BayesianLearner.Family;
import co.litper.cerebro.learners.snapshot.SnapshotReader;
import co.litper.cerebro.learners.snapshot.SnapshotWriter;

/** Learns one {@link RiskModel}. Owned by one thread. */
final class RiskLearner {
    /** Outcomes on which calibration rests: enough for some hundred bad ones, few enough to follow drift. */
    private static final int WINDOW = 4_096;

    static final BayesianLearner.Settings SETTINGS = new BayesianLearner.Settings(0.2, 1, 20_000, 3);

    private final Feature base;
    private final BayesianLearner learner;
    private final OnlineCalibrator calibrator;

    RiskLearner(Feature base) {
        this(
                base,
                new BayesianLearner(Family.BERNOULLI, SETTINGS, new double[Feature.COUNT], 0),
                new OnlineCalibrator(WINDOW));
    }

    private RiskLearner(Feature base, BayesianLearner learner, OnlineCalibrator calibrator) {
        this.base = base;
        this.learner = learner;
        this.calibrator = calibrator;
    }

    /** Learns that it happened or did not. {@code input} is what the linear model reads. */
    void learn(float[] input, FeatureRow row, boolean happened, double weight) {
        double offset = row.get(base);
        if (weight > 0) {
            calibrator.observe(offset + learner.score(input), happened);
            learner.update(input, offset, happened ? 1 : 0, weight);
        }
    }

    RiskModel model() {
        return new RiskModel(base, learner.model(), calibrator.platt());
    }

    void write(SnapshotWriter out) {
        out.bytes(learner.toBytes()).bytes(calibrator.toBytes());
    }

    static RiskLearner read(SnapshotReader in, Feature base) {
        return new RiskLearner(
                base,
                BayesianLearner.fromBytes(in.bytes(), Family.BERNOULLI, SETTINGS),
                OnlineCalibrator.fromBytes(in.bytes()));
    }
}
