package co.litper.cerebro.learners.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import co.litper.cerebro.learners.inference.Bootstrap.Interval;
import co.litper.cerebro.learners.linear.BadSampleException;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class BootstrapTest {
    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElseThrow();
    }

    @Test
    void ofANormalMeanBothAgreeWithTheory() {
        double[] sample = new SplittableRandom(2).doubles(400).toArray();
        double reach = 1.96 * Math.sqrt(Moments.of(sample).variance() / 400);
        Interval plain = Bootstrap.percentile(sample, BootstrapTest::mean, 4_000, 0.95, 1);
        Interval corrected = Bootstrap.biasCorrected(sample, BootstrapTest::mean, 4_000, 0.95, 1);
        assertThat(plain.high() - plain.low()).as("seed 2").isCloseTo(2 * reach, within(0.2 * reach));
        assertThat(corrected.low()).isCloseTo(mean(sample) - reach, within(0.2 * reach));
        assertThat(corrected.high()).isCloseTo(mean(sample) + reach, within(0.2 * reach));
    }

    @Test
    void ofASkewedSampleTheCorrectedOneLeansToTheTail() {
        double[] sample =
                new SplittableRandom(3).doubles(60).map(u -> -Math.log(1 - u)).toArray();
        Interval plain = Bootstrap.percentile(sample, BootstrapTest::mean, 4_000, 0.95, 1);
        Interval corrected = Bootstrap.biasCorrected(sample, BootstrapTest::mean, 4_000, 0.95, 1);
        assertThat(corrected.low()).as("seed 3").isGreaterThan(plain.low());
        assertThat(corrected.high()).isGreaterThan(plain.high());
        assertThat(Bootstrap.biasCorrected(sample, BootstrapTest::mean, 4_000, 0.95, 1))
                .isEqualTo(corrected);
    }

    @Test
    void anEmptySampleIsNamed() {
        assertThatThrownBy(() -> Bootstrap.percentile(new double[0], BootstrapTest::mean, 100, 0.95, 1))
                .isInstanceOf(BadSampleException.class);
    }
}
