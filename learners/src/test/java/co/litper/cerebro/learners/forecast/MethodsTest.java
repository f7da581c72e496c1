package co.litper.cerebro.learners.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import co.litper.cerebro.learners.forecast.ExponentialSmoothing.Season;
import co.litper.cerebro.learners.forecast.ExponentialSmoothing.Trend;
import co.litper.cerebro.learners.linear.BadSampleException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MethodsTest {
    private static final long SEED = 8;

    static List<Method> seasonal() {
        return List.of(
                new SeasonalNaive(12),
                new ExponentialSmoothing(12, Trend.DAMPED, Season.ADDITIVE),
                new ExponentialSmoothing(12, Trend.NONE, Season.MULTIPLICATIVE),
                new Theta(12),
                new DoubleSeasonal(4, 12, false),
                new DoubleSeasonal(4, 12, true),
                new LaggedRegression(12, 12, false),
                new LaggedRegression(4, 12, true));
    }

    private static double[] series(int n, IntToDoubleFunction value) {
        double[] y = new double[n];
        Arrays.setAll(y, value);
        return y;
    }

    private static double error(Method method, double[] y, int horizon) {
        double[] known = Arrays.copyOf(y, y.length - horizon);
        double[] told = method.fit(known).forecast(known, horizon);
        double sum = 0;
        for (int h = 0; h < horizon; h++) {
            sum += Math.abs(told[h] - y[known.length + h]) / horizon;
        }
        return sum;
    }

    @ParameterizedTest
    @MethodSource("seasonal")
    void aSeasonThatRepeatsIsForeseenNearlyExactly(Method method) {
        double[] y = series(120, i -> 50 + 10 * Math.sin(2 * Math.PI * i / 12) + 3 * (i % 4));
        assertThat(error(method, y, 18)).as("%s", method).isLessThan(0.5);
    }

    @ParameterizedTest
    @MethodSource("seasonal")
    void ofANoisySeasonMostIsForeseen(Method method) {
        Random random = new Random(SEED);
        double[] y = series(200, i -> 100 + 30 * Math.sin(2 * Math.PI * i / 12) + random.nextGaussian());
        assertThat(error(method, y, 24)).as("%s, seed %d", method, SEED).isLessThan(2.5);
        assertThat(error(new SeasonalNaive(1), y, 24)).isGreaterThan(10);
    }

    @Test
    void aLineGoesOnAndADampedOneSlowsDown() {
        double[] y = series(60, i -> 5 + 2.0 * i);
        assertThat(error(new ExponentialSmoothing(1, Trend.LINEAR, Season.NONE), y, 10))
                .isLessThan(0.5);
        double[] damped =
                new ExponentialSmoothing(1, Trend.DAMPED, Season.NONE).fit(y).forecast(y, 40);
        assertThat(damped[39] - damped[38]).isLessThan(damped[1] - damped[0]);
        double[] theta = new Theta(1).fit(y).forecast(y, 10);
        assertThat(theta[9] - theta[8]).isBetween(0.5, 2.0);
    }

    @Test
    void seasonsThatGrowWithTheLevelAreForeseenByMultiplication() {
        double[] y = series(144, i -> (100 + 4.0 * i) * (1 + 0.4 * Math.sin(2 * Math.PI * i / 12)));
        double added = error(new ExponentialSmoothing(12, Trend.DAMPED, Season.ADDITIVE), y, 24);
        double multiplied = error(new ExponentialSmoothing(12, Trend.DAMPED, Season.MULTIPLICATIVE), y, 24);
        assertThat(multiplied).isLessThan(added);
    }

    @Test
    void aDayWithinAWeekIsSeenOnlyByTheDoubleSeason() {
        Random random = new Random(SEED);
        double[] y = series(24 * 7 * 6, i -> {
            boolean sunday = i / 24 % 7 == 6;
            return 100 + (sunday ? 0 : 40 * Math.sin(2 * Math.PI * i / 24)) + random.nextGaussian();
        });
        double one = error(new ExponentialSmoothing(24, Trend.NONE, Season.ADDITIVE), y, 48);
        double two = error(new DoubleSeasonal(24, 168, false), y, 48);
        assertThat(two).as("seed %d", SEED).isLessThan(one / 3);
    }

    @Test
    void whatIsTooShortOrNotFiniteIsRefused() {
        for (Method method : seasonal()) {
            double[] few = new double[method.leastHistory() - 1];
            assertThatThrownBy(() -> method.fit(few)).isInstanceOf(BadSampleException.class);
            double[] holed = series(120, i -> i == 50 ? Double.NaN : i);
            assertThatThrownBy(() -> method.fit(holed)).isInstanceOf(BadSampleException.class);
        }
    }

    @ParameterizedTest
    @MethodSource("seasonal")
    void zerosAndNegativeValuesAreForeseenAsWell(Method method) {
        double[] zeros = new double[100];
        assertThat(method.fit(zeros).forecast(zeros, 6)[5]).isCloseTo(0, within(1e-9));
        double[] wave = series(120, i -> 10 * Math.sin(2 * Math.PI * i / 12));
        assertThat(error(method, wave, 12)).as("%s", method).isLessThan(1.5);
    }
}
