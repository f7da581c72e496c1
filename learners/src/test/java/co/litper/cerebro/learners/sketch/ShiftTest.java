package co.litper.cerebro.learners.sketch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import co.litper.cerebro.learners.linear.BadSampleException;
import co.litper.cerebro.learners.snapshot.SnapshotException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Objects;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ShiftTest {
    private static SampleSketch normal(long seed, double mean) {
        SampleSketch sketch = new SampleSketch(1_000, seed);
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < 20_000; i++) {
            sketch.add(random.nextGaussian(mean, 1));
        }
        return sketch;
    }

    @Test
    void aSampleOfAStreamHasItsQuantiles() {
        assertThat(normal(1, 0).sorted()[500]).as("seed 1").isCloseTo(0, within(0.12));
        assertThat(normal(1, 0).seen()).isEqualTo(20_000);
    }

    @Test
    void equalStreamsAreAlikeAndShiftedOnesAreNot() {
        double[] first = normal(1, 0).sorted();
        double[] alike = normal(2, 0).sorted();
        double[] shifted = normal(3, 0.5).sorted();
        assertThat(Shift.kolmogorovSmirnov(first, alike).pValue()).isGreaterThan(0.01);
        assertThat(Shift.kolmogorovSmirnov(first, shifted).pValue()).isLessThan(1e-9);
        long[] before = Shift.quantileBins(first, first, 10);
        assertThat(Shift.populationStability(before, Shift.quantileBins(first, alike, 10)))
                .isLessThan(0.1);
        assertThat(Shift.populationStability(before, Shift.quantileBins(first, shifted, 10)))
                .isGreaterThan(0.12);
        assertThat(Shift.jensenShannon(before, before)).isCloseTo(0, within(1e-12));
        assertThat(Shift.jensenShannon(new long[] {1_000_000, 0}, new long[] {0, 1_000_000}))
                .isCloseTo(1, within(1e-4));
    }

    /** Kolmogorov's 5 % point is 1.358. */
    @Test
    void theTailHasItsTabulatedPoint() {
        double[] first = new double[100_000];
        double[] second = new double[100_000];
        int apart = (int) Math.round(1.358 * Math.sqrt(2 * 100_000.0));
        for (int i = 0; i < first.length; i++) {
            first[i] = i;
            second[i] = i + apart;
        }
        assertThat(Shift.kolmogorovSmirnov(first, second).pValue()).isCloseTo(0.05, within(1e-3));
    }

    @Test
    void readsTheBytesOfVersionOne() throws IOException {
        SampleSketch sketch = new SampleSketch(16, 1);
        for (int i = 0; i < 100; i++) {
            sketch.add(i);
        }
        try (InputStream in =
                Objects.requireNonNull(ShiftTest.class.getResourceAsStream("/snapshots/sample-sketch-v1.bin"))) {
            byte[] stored = in.readAllBytes();
            assertThat(SampleSketch.fromBytes(stored).toBytes()).isEqualTo(stored);
            assertThat(sketch.toBytes()).isEqualTo(stored);
        }
    }

    @Test
    void badInputIsNamedAndChangesNothing() {
        SampleSketch sketch = normal(1, 0);
        byte[] before = sketch.toBytes();
        assertThatThrownBy(() -> sketch.add(Double.NaN)).isInstanceOf(BadSampleException.class);
        assertThat(sketch.toBytes()).isEqualTo(before);
        assertThat(SampleSketch.fromBytes(before).toBytes()).isEqualTo(before);
        assertThatThrownBy(() -> SampleSketch.fromBytes(Arrays.copyOf(before, 20)))
                .isInstanceOf(SnapshotException.class);
        assertThatThrownBy(() -> Shift.populationStability(new long[] {1}, new long[] {1, 2}))
                .isInstanceOf(BadSampleException.class);
        assertThatThrownBy(() -> Shift.kolmogorovSmirnov(new double[] {2, 1}, new double[] {1}))
                .isInstanceOf(BadSampleException.class);
    }
}
