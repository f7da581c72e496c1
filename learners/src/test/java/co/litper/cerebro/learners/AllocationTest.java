package co.litper.cerebro.learners;

import static org.assertj.core.api.Assertions.assertThat;

import co.litper.cerebro.learners.bandit.Bandit;
import co.litper.cerebro.learners.bandit.BanditSettings;
import co.litper.cerebro.learners.bandit.Offer;
import co.litper.cerebro.learners.calibrate.OnlineCalibrator;
import co.litper.cerebro.learners.drift.Detectors;
import co.litper.cerebro.learners.drift.DriftDetector;
import co.litper.cerebro.learners.inference.Allocation;
import co.litper.cerebro.learners.linear.AdaGradLearner;
import co.litper.cerebro.learners.linear.BayesianLearner;
import co.litper.cerebro.learners.linear.FtrlLearner;
import co.litper.cerebro.learners.linear.LinearModel;
import co.litper.cerebro.learners.linear.Loss;
import co.litper.cerebro.learners.stream.Allocated;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Questions on the way of a decision take nothing from the heap; those of stream learners are in their contracts. */
class AllocationTest {
    private static final int TIMES = 50;
    private static final float[] ROW = {0.5f, Float.NaN, 2};

    record Case(String name, Runnable ask) {
        @Override
        public String toString() {
            return name;
        }
    }

    static List<Case> questions() {
        FtrlLearner ftrl = new FtrlLearner(3, new Loss.Logistic(), FtrlLearner.Settings.DEFAULT);
        AdaGradLearner adagrad = new AdaGradLearner(3, new Loss.Squared(), AdaGradLearner.Settings.DEFAULT);
        BayesianLearner bayesian = new BayesianLearner(
                BayesianLearner.Family.BERNOULLI, new BayesianLearner.Settings(1, 3, 1e4, 3), new double[3], 0);
        OnlineCalibrator calibrator = new OnlineCalibrator(100);
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 100; i++) {
            ftrl.update(ROW, i % 2, 1);
            adagrad.update(ROW, i, 1);
            bayesian.update(ROW, 0, i % 2, 1);
            calibrator.observe(random.nextGaussian(), i % 3 == 0);
        }
        LinearModel model = bayesian.model();
        var platt = calibrator.platt();
        var isotonic = calibrator.isotonic();
        Allocation allocation = new Allocation("call-first", 1, 2);
        Map<String, Runnable> cases = new LinkedHashMap<>();
        cases.put("FTRL", () -> ftrl.score(ROW));
        cases.put("AdaGrad", () -> adagrad.score(ROW));
        cases.put("Bayesian", () -> bayesian.score(ROW));
        cases.put("linear model", () -> model.score(ROW));
        cases.put("Platt", () -> platt.probability(0.3));
        cases.put("isotonic", () -> isotonic.probability(0.3));
        cases.put("assignment", () -> allocation.variant("guide-240020866422"));
        cases.put("bandit", bandit(random));
        for (String name : Detectors.names()) {
            DriftDetector detector = Detectors.named(name, 1);
            cases.put("detector " + name, () -> detector.observe(0.25));
        }
        return cases.entrySet().stream()
                .map(c -> new Case(c.getKey(), c.getValue()))
                .toList();
    }

    private static Runnable bandit(SplittableRandom random) {
        Bandit bandit = new Bandit(BanditSettings.linear(3));
        float[] context = {1, 0, 1};
        Offer offer = Offer.of(context, 1, 2, 3);
        for (int i = 0; i < 100; i++) {
            bandit.learn(offer, i % 3, random.nextDouble());
        }
        double[] values = new double[3];
        return () -> bandit.values(offer, values);
    }

    @ParameterizedTest
    @MethodSource("questions")
    void askingAllocatesNothing(Case c) {
        long bytes = Allocated.bytes(() -> {
            for (int i = 0; i < TIMES; i++) {
                c.ask.run();
            }
        });
        assertThat(bytes).as("bytes for %d questions", TIMES).isZero();
    }
}
