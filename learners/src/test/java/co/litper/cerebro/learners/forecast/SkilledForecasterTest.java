package co.litper.cerebro.learners.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import co.litper.cerebro.learners.linear.BadSampleException;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SkilledForecasterTest {
    private static final long SEED = 2;

    private static double[] noisySeason(int n, int season, long seed) {
        Random random = new Random(seed);
        double[] y = new double[n];
        double level = 100;
        for (int i = 0; i < n; i++) {
            level += 0.3 * random.nextGaussian();
            y[i] = level + 15 * Math.sin(2 * Math.PI * i / season) + random.nextGaussian();
        }
        return y;
    }

    @Test
    void isNearerThanTheLastSeasonAndItsIntervalsHoldWhatTheySay() {
        double ours = 0;
        double naive = 0;
        double inside = 0;
        int series = 40;
        for (int s = 0; s < series; s++) {
            double[] y = noisySeason(252, 12, s);
            double[] known = Arrays.copyOf(y, 240);
            Forecast told = new SkilledForecaster(12).forecast(known, 12, 0.9);
            for (int h = 0; h < 12; h++) {
                ours += Math.abs(told.mean()[h] - y[240 + h]);
                naive += Math.abs(known[228 + h] - y[240 + h]);
                inside += told.low()[h] <= y[240 + h] && y[240 + h] <= told.high()[h] ? 1.0 / 12 / series : 0;
            }
        }
        assertThat(ours).as("seeds 0 to 39").isLessThan(0.9 * naive);
        assertThat(inside).as("seeds 0 to 39").isBetween(0.82, 0.98);
    }

    @Test
    void weighsWhatWouldHaveForeseenTheEnd() {
        Forecast told = new SkilledForecaster(12).forecast(noisySeason(240, 12, SEED), 12, 0.9);
        double blind = told.weights().getOrDefault("ExponentialSmoothing[season=1, trend=NONE, shape=NONE]", 1.0);
        assertThat(blind).isLessThan(0.02);
        assertThat(told.weights().values().stream().mapToDouble(w -> w).sum()).isBetween(1 - 1e-9, 1 + 1e-9);
    }

    @Test
    void equalHistoriesGiveEqualForecasts() {
        double[] y = noisySeason(600, 24, SEED);
        Forecast one = new SkilledForecaster(24).forecast(y, 48, 0.95);
        Forecast two = new SkilledForecaster(24).forecast(y.clone(), 48, 0.95);
        assertThat(two.mean()).isEqualTo(one.mean());
        assertThat(two.high()).isEqualTo(one.high());
    }

    @Test
    void aShortOrConstantHistoryIsForeseenByWhatItAllows() {
        Forecast two = new SkilledForecaster(12).forecast(new double[] {3, 5}, 3, 0.9);
        assertThat(two.mean()).containsExactly(5, 5, 5);
        assertThat(two.low()[0]).isLessThan(5);
        double[] constant = new double[100];
        Arrays.fill(constant, 7);
        Forecast same = new SkilledForecaster(7).forecast(constant, 7, 0.9);
        assertThat(same.mean()[6]).isBetween(7 - 1e-6, 7 + 1e-6);
        assertThatThrownBy(() -> new SkilledForecaster(7).forecast(new double[] {1}, 7, 0.9))
                .isInstanceOf(BadSampleException.class);
    }
}
