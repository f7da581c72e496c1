package co.litper.cerebro.learners.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class MetricsTest {

    @Test
    void aucCountsWonPairsAndTiesHalf() {
        assertThat(Metrics.auc(new double[] {1, 2, 3, 4}, new boolean[] {false, false, true, true}))
                .isEqualTo(1);
        assertThat(Metrics.auc(new double[] {1, 1, 1}, new boolean[] {false, true, true}))
                .isEqualTo(0.5);
        assertThat(Metrics.auc(new double[] {1}, new boolean[] {true})).isNaN();
    }

    @Test
    void aucEqualsTheCountOverAllPairs() {
        SplittableRandom random = new SplittableRandom(1);
        double[] scores = new double[60];
        boolean[] positive = new boolean[60];
        for (int i = 0; i < 60; i++) {
            scores[i] = random.nextInt(10);
            positive[i] = random.nextInt(3) == 0;
        }
        double won = 0;
        double pairs = 0;
        for (int i = 0; i < 60; i++) {
            for (int j = 0; j < 60; j++) {
                if (positive[i] && !positive[j]) {
                    pairs++;
                    won += scores[i] > scores[j] ? 1 : scores[i] == scores[j] ? 0.5 : 0;
                }
            }
        }
        assertThat(Metrics.auc(scores, positive)).isCloseTo(won / pairs, within(1e-12));
    }

    @Test
    void logLossOfACoinIsLogTwo() {
        assertThat(Metrics.logLoss(new double[] {0.5, 0.5}, new boolean[] {true, false}))
                .isCloseTo(Math.log(2), within(1e-12));
        assertThat(Metrics.meanAbsoluteError(new double[] {1, 2}, new double[] {2, 4}))
                .isEqualTo(1.5);
    }

    @Test
    void theBootstrapHoldsTheMeanAndRepeatsItself() {
        SplittableRandom random = new SplittableRandom(2);
        double[] cases = random.doubles(400, 0, 1).toArray();
        PairedBootstrap.Figure mean = at -> {
            double sum = 0;
            for (int i : at) {
                sum += cases[i];
            }
            return sum / at.length;
        };
        PairedBootstrap.Interval interval = PairedBootstrap.interval(400, 500, 0.95, 9, mean);
        assertThat(interval.low()).isLessThan(interval.value());
        assertThat(interval.high()).isGreaterThan(interval.value());
        // 1.96 standard errors of a uniform mean on either side
        assertThat(interval.high() - interval.low()).isCloseTo(2 * 1.96 * Math.sqrt(1.0 / 12 / 400), within(0.012));
        assertThat(PairedBootstrap.interval(400, 500, 0.95, 9, mean)).isEqualTo(interval);
    }
}
