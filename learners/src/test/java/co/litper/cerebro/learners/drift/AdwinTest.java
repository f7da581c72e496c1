package co.litper.cerebro.learners.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import co.litper.cerebro.learners.linear.BadSampleException;
import co.litper.cerebro.learners.snapshot.SnapshotException;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AdwinTest {
    private static final double DELTA = 0.002;
    private static final long SEED = 3;

    private static double coin(SplittableRandom random, double rate) {
        return random.nextDouble() < rate ? 1 : 0;
    }

    @Test
    void meanAndVarianceAreThoseOfTheWindow() {
        Adwin window = new Adwin(DELTA);
        SplittableRandom random = new SplittableRandom(SEED);
        double[] values = random.doubles(1_000).toArray();
        for (double value : values) {
            assertThat(window.add(value)).as("seed %d", SEED).isFalse();
        }
        double mean = Arrays.stream(values).average().orElseThrow();
        double variance = Arrays.stream(values)
                .map(v -> (v - mean) * (v - mean))
                .average()
                .orElseThrow();
        assertThat(window.width()).isEqualTo(1_000);
        assertThat(window.mean()).isCloseTo(mean, within(1e-12));
        assertThat(window.variance()).isCloseTo(variance, within(1e-12));
    }

    @Test
    void aRiseOfTheRateCutsTheWindowSoonAndKeepsTheNewOnly() {
        Adwin window = new Adwin(DELTA);
        SplittableRandom random = new SplittableRandom(SEED);
        for (int i = 0; i < 2_000; i++) {
            window.add(coin(random, 0.2));
        }
        long before = window.cuts();
        int noticed = -1;
        for (int i = 0; i < 500; i++) {
            if (window.add(coin(random, 0.8)) && noticed < 0) {
                noticed = i;
                assertThat(window.rose()).isTrue();
            }
        }
        assertThat(noticed).as("seed %d", SEED).isBetween(0, 64);
        assertThat(window.cuts()).isGreaterThan(before);
        assertThat(window.width()).isLessThan(700);
        assertThat(window.mean()).isCloseTo(0.8, within(0.06));
    }

    @Test
    void aFallIsACutButNoDriftOfAnError() {
        Adwin window = new Adwin(DELTA);
        SplittableRandom random = new SplittableRandom(SEED);
        for (int i = 0; i < 2_000; i++) {
            assertThat(window.observe(coin(random, i < 1_000 ? 0.8 : 0.2)))
                    .as("seed %d, value %d", SEED, i)
                    .isEqualTo(DriftState.STABLE);
        }
        assertThat(window.cuts()).isPositive();
        assertThat(window.rose()).isFalse();
    }

    @Test
    void aSteadyStreamIsSeldomCut() {
        int cuts = 0;
        for (int seed = 0; seed < 20; seed++) {
            Adwin window = new Adwin(DELTA);
            SplittableRandom random = new SplittableRandom(seed);
            for (int i = 0; i < 10_000; i++) {
                window.add(coin(random, 0.3));
            }
            cuts += window.cuts() > 0 ? 1 : 0;
        }
        assertThat(cuts).as("runs of 20 with a cut, seeds 0 to 19").isLessThanOrEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void aValueThatIsNotFiniteChangesNothing(double value) {
        Adwin window = new Adwin(DELTA);
        window.add(0.5);
        byte[] before = window.toBytes();
        assertThatThrownBy(() -> window.add(value)).isInstanceOf(BadSampleException.class);
        assertThat(window.toBytes()).isEqualTo(before);
    }

    @Test
    void goesOnFromItsBytesAsIfNothingHadHappened() {
        Adwin window = new Adwin(DELTA, 1);
        SplittableRandom random = new SplittableRandom(SEED);
        for (int i = 0; i < 20_003; i++) {
            window.add(random.nextDouble());
        }
        Adwin again = Adwin.fromBytes(window.toBytes());
        for (int i = 0; i < 300; i++) {
            double value = 0.4 + random.nextDouble();
            assertThat(again.add(value)).as("seed %d", SEED).isEqualTo(window.add(value));
        }
        assertThat(window.cuts()).isPositive();
        assertThat(again.toBytes()).isEqualTo(window.toBytes());
    }

    @Test
    void bytesCutShortAreNoWindow() {
        byte[] bytes = new Adwin(DELTA).toBytes();
        assertThatThrownBy(() -> Adwin.fromBytes(Arrays.copyOf(bytes, bytes.length - 3)))
                .isInstanceOf(SnapshotException.class);
    }
}
