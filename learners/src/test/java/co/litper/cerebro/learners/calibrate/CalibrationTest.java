package co.litper.cerebro.learners.calibrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import co.litper.cerebro.learners.calibrate.ConformalInterval.Mark;
import co.litper.cerebro.learners.calibrate.ConformalInterval.Offsets;
import co.litper.cerebro.learners.linear.BadSampleException;
import co.litper.cerebro.learners.linear.LinearModel;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class CalibrationTest {
    private static final long SEED = 5;
    private static final Offsets COLD = new Offsets(-1, 0, 1);

    /** Scores twice as confident as the truth, and one too high. */
    private static OnlineCalibrator overconfident(int outcomes) {
        OnlineCalibrator calibrator = new OnlineCalibrator(5_000);
        SplittableRandom random = new SplittableRandom(SEED);
        for (int i = 0; i < outcomes; i++) {
            double truth = 2 * random.nextGaussian();
            calibrator.observe(2 * truth + 1, random.nextDouble() < LinearModel.probability(truth));
        }
        return calibrator;
    }

    @Test
    void plattUndoesOverconfidence() {
        Calibration.Platt fit = overconfident(5_000).platt();
        assertThat(fit.slope()).as("seed %d", SEED).isCloseTo(0.5, within(0.05));
        assertThat(fit.shift()).as("seed %d", SEED).isCloseTo(-0.5, within(0.15));
    }

    @Test
    void plattStaysNearTheScoreWithFewOutcomes() {
        assertThat(new OnlineCalibrator(10).platt()).isEqualTo(Calibration.IDENTITY);
        assertThat(overconfident(3).platt().slope()).isBetween(0.3, 1.7);
    }

    @Test
    void isotonicNeverFallsAndComesNearTheTruth() {
        Calibration fit = overconfident(5_000).isotonic();
        double before = 0;
        for (double score = -8; score <= 8; score += 0.25) {
            assertThat(fit.probability(score)).isGreaterThanOrEqualTo(before);
            before = fit.probability(score);
        }
        assertThat(fit.probability(1)).as("seed %d", SEED).isCloseTo(0.5, within(0.1));
    }

    @Test
    void aCalibratorGoesOnFromItsBytes() {
        OnlineCalibrator one = overconfident(6_000);
        OnlineCalibrator other = OnlineCalibrator.fromBytes(one.toBytes());
        one.observe(1, true);
        other.observe(1, true);
        assertThat(other.toBytes()).isEqualTo(one.toBytes());
        assertThat(other.platt()).isEqualTo(one.platt());
        assertThatThrownBy(() -> one.observe(Double.NaN, true)).isInstanceOf(BadSampleException.class);
    }

    @Test
    void reliabilityIsZeroErrorForHonestProbabilities() {
        Reliability honest =
                Reliability.of(new double[] {0.5, 0.5, 1, 0}, new boolean[] {true, false, true, false}, 10);
        assertThat(honest.error()).isZero();
        Reliability wrong = Reliability.of(new double[] {0.9, 0.9}, new boolean[] {false, false}, 10);
        assertThat(wrong.error()).isCloseTo(0.9, within(1e-12));
        assertThat(wrong.bins())
                .singleElement()
                .satisfies(bin -> assertThat(bin.count()).isEqualTo(2));
    }

    @Test
    void theIntervalHoldsEightyPercentEvenWhenErrorsGrow() {
        ConformalInterval interval = new ConformalInterval(0.8, 500, 0.01);
        SplittableRandom random = new SplittableRandom(SEED);
        int inside = 0;
        int count = 6_000;
        for (int i = 0; i < count; i++) {
            Offsets offsets = interval.offsets(COLD, 20);
            double residual = random.nextGaussian() * (1 + i / 1_500.0);
            boolean low = residual < offsets.low();
            boolean high = residual > offsets.high();
            inside += low || high ? 0 : 1;
            interval.observe(residual);
            interval.passed(Mark.LOW, !low);
            interval.passed(Mark.HIGH, high);
        }
        assertThat((double) inside / count).as("seed %d", SEED).isCloseTo(0.8, within(0.02));
    }

    @Test
    void withoutOutcomesTheIntervalIsThePrior() {
        ConformalInterval interval = new ConformalInterval(0.8, 10, 0.01);
        assertThat(interval.offsets(COLD, 20)).isEqualTo(COLD);
        interval.observe(0.3);
        ConformalInterval again = ConformalInterval.fromBytes(interval.toBytes(), 0.8, 10, 0.01);
        assertThat(again.offsets(COLD, 20)).isEqualTo(interval.offsets(COLD, 20));
    }
}
