package co.litper.cerebro.learners.calibrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class VennAbersTest {
    @Test
    void withoutCasesNothingIsSaid() {
        assertThat(new OnlineCalibrator(10).vennAbers().at(0)).isEqualTo(new VennAbers.Bounds(0, 1));
    }

    /** By hand: scores 1 (failure), 2 (success), 3 (failure), 4 (success). */
    @Test
    void aSmallCaseIsAsByHand() {
        OnlineCalibrator calibrator = new OnlineCalibrator(10);
        calibrator.observe(3, false);
        calibrator.observe(1, false);
        calibrator.observe(4, true);
        calibrator.observe(2, true);
        VennAbers bounds = calibrator.vennAbers();
        assertThat(bounds.at(0)).isEqualTo(new VennAbers.Bounds(0, 0.5));
        assertThat(bounds.at(2.5).low()).isCloseTo(1.0 / 3, within(1e-12));
        assertThat(bounds.at(2.5).high()).isCloseTo(2.0 / 3, within(1e-12));
        assertThat(bounds.at(4)).isEqualTo(new VennAbers.Bounds(0.5, 1));
        assertThat(bounds.at(5)).isEqualTo(new VennAbers.Bounds(0.5, 1));
    }

    @Test
    void overconfidentScoresAreCalibratedAndChanceIsTakenOutOfTheError() {
        SplittableRandom random = new SplittableRandom(6);
        OnlineCalibrator calibrator = new OnlineCalibrator(1_000);
        for (int i = 0; i < 1_000; i++) {
            double score = random.nextGaussian(0, 2);
            calibrator.observe(score, random.nextDouble() < 1 / (1 + Math.exp(-score / 3)));
        }
        VennAbers bounds = calibrator.vennAbers();
        int n = 4_000;
        double[] raw = new double[n];
        double[] calibrated = new double[n];
        boolean[] happened = new boolean[n];
        for (int i = 0; i < n; i++) {
            double score = random.nextGaussian(0, 2);
            VennAbers.Bounds at = bounds.at(score);
            assertThat(at.low()).isLessThanOrEqualTo(at.high());
            raw[i] = 1 / (1 + Math.exp(-score));
            calibrated[i] = at.probability();
            happened[i] = random.nextDouble() < 1 / (1 + Math.exp(-score / 3));
        }
        Reliability before = Reliability.of(raw, happened, 10);
        Reliability after = Reliability.of(calibrated, happened, 10);
        assertThat(before.error()).as("seed 6").isGreaterThan(0.15);
        assertThat(after.error()).as("seed 6").isLessThan(0.06);
        assertThat(after.debiasedRootError()).isLessThan(before.debiasedRootError());
    }
}
