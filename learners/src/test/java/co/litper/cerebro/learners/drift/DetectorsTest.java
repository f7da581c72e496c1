package co.litper.cerebro.learners.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import co.litper.cerebro.learners.linear.BadSampleException;
import co.litper.cerebro.learners.snapshot.SnapshotException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DetectorsTest {
    private static final long SEED = 5;

    static List<String> names() {
        return Detectors.names();
    }

    private static double coin(SplittableRandom random, double rate) {
        return random.nextDouble() < rate ? 1 : 0;
    }

    /** A detector after 700 coins of rate .2, in the midst of its window. */
    static DriftDetector warmedUp(String name) {
        DriftDetector detector = Detectors.named(name, SEED);
        SplittableRandom random = new SplittableRandom(SEED);
        for (int i = 0; i < 733; i++) {
            detector.observe(coin(random, 0.2));
        }
        return detector;
    }

    @ParameterizedTest
    @MethodSource("names")
    void aRiseOfTheErrorIsADrift(String name) {
        int found = 0;
        int worst = 0;
        for (int seed = 0; seed < 20; seed++) {
            DriftDetector detector = Detectors.named(name, seed);
            SplittableRandom random = new SplittableRandom(seed);
            for (int i = 0; i < 2_000; i++) {
                detector.observe(coin(random, 0.15));
            }
            for (int i = 0; i < 300; i++) {
                if (detector.observe(coin(random, 0.85)) == DriftState.DRIFT) {
                    found++;
                    worst = Math.max(worst, i);
                    break;
                }
            }
        }
        assertThat(found).as("%s, seeds 0 to 19, slowest after %d", name, worst).isEqualTo(20);
    }

    @ParameterizedTest
    @MethodSource("names")
    void aSteadyErrorIsSeldomADrift(String name) {
        int alarms = 0;
        for (int seed = 0; seed < 5; seed++) {
            DriftDetector detector = Detectors.named(name, seed);
            SplittableRandom random = new SplittableRandom(seed);
            for (int i = 0; i < 4_000; i++) {
                alarms += detector.observe(coin(random, 0.15)) == DriftState.DRIFT ? 1 : 0;
            }
        }
        assertThat(alarms).as("%s, 20,000 values, seeds 0 to 4", name).isLessThanOrEqualTo(2);
    }

    @ParameterizedTest
    @MethodSource("names")
    void goesOnFromItsBytesAsIfNothingHadHappened(String name) {
        DriftDetector detector = warmedUp(name);
        DriftDetector again = Detectors.fromBytes(detector.toBytes());
        SplittableRandom random = new SplittableRandom(SEED + 1);
        for (int i = 0; i < 2_000; i++) {
            double value = coin(random, i < 500 ? 0.2 : 0.9);
            assertThat(again.observe(value))
                    .as("%s, value %d, seed %d", name, i, SEED)
                    .isEqualTo(detector.observe(value));
        }
        assertThat(again.toBytes()).isEqualTo(detector.toBytes());
    }

    @ParameterizedTest
    @MethodSource("names")
    void aValueThatIsNoneChangesNothing(String name) {
        DriftDetector detector = warmedUp(name);
        byte[] before = detector.toBytes();
        for (double bad : new double[] {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY}) {
            assertThatThrownBy(() -> detector.observe(bad)).isInstanceOf(BadSampleException.class);
        }
        assertThat(detector.toBytes()).isEqualTo(before);
    }

    @ParameterizedTest
    @MethodSource("names")
    void readsTheBytesOfVersionOne(String name) throws IOException {
        if (name.equals("best")) {
            return;
        }
        try (InputStream in = Objects.requireNonNull(
                DetectorsTest.class.getResourceAsStream("/snapshots/drift-" + name + "-v1.bin"))) {
            byte[] stored = in.readAllBytes();
            assertThat(Detectors.fromBytes(stored).toBytes()).isEqualTo(stored);
            assertThat(warmedUp(name).toBytes()).isEqualTo(stored);
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void bytesCutShortOrDamagedAreNoDetector(String name) {
        byte[] bytes = warmedUp(name).toBytes();
        for (int length = 0; length < bytes.length; length += 7) {
            byte[] cut = Arrays.copyOf(bytes, length);
            assertThatThrownBy(() -> Detectors.fromBytes(cut)).isInstanceOf(SnapshotException.class);
        }
        bytes[bytes.length / 2] ^= 1;
        assertThatThrownBy(() -> Detectors.fromBytes(bytes)).isInstanceOf(SnapshotException.class);
    }

    @Test
    void warnsBeforeItAlarms() {
        for (String name : List.of("ddm", "hddm-a", "hddm-w", "rate-glr")) {
            DriftDetector detector = warmedUp(name);
            DriftState state = DriftState.STABLE;
            DriftState before = state;
            for (int i = 0; i < 200 && state != DriftState.DRIFT; i++) {
                before = state;
                state = detector.observe(i % 3 == 0 ? 0 : 1);
            }
            assertThat(before).as(name).isEqualTo(DriftState.WARNING);
        }
    }

    @Test
    void anUnknownNameIsToldWithThoseThatAreKnown() {
        assertThatThrownBy(() -> Detectors.named("dmm", 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("dmm")
                .hasMessageContaining("ddm");
    }

    /** By counting all orders of two samples, as the null hypothesis has it. */
    @Test
    void theSmirnovTailIsExact() {
        for (int n = 2; n <= 5; n++) {
            for (int k = 1; k <= n; k++) {
                assertThat(Kswin.tail(n, k)).as("n %d, k %d", n, k).isCloseTo(counted(n, k), within(1e-12));
            }
        }
    }

    private static double counted(int n, int k) {
        int all = 0;
        int apart = 0;
        for (int order = 0; order < 1 << (2 * n); order++) {
            if (Integer.bitCount(order) != n) {
                continue;
            }
            int height = 0;
            int most = 0;
            for (int i = 0; i < 2 * n; i++) {
                height += (order >> i & 1) == 1 ? 1 : -1;
                most = Math.max(most, Math.abs(height));
            }
            all++;
            apart += most >= k ? 1 : 0;
        }
        return (double) apart / all;
    }
}
