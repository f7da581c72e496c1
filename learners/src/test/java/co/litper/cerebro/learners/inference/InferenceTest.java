package co.litper.cerebro.learners.inference;

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

class InferenceTest {
    /** Student's sleep data, as in R's data set of that name; R 4 gives the figures compared with. */
    private static final double[] FIRST = {0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0};

    private static final double[] SECOND = {1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4};

    @Test
    void welchAgreesWithRsTTest() {
        Effect effect = Comparison.welch(Moments.of(FIRST), Moments.of(SECOND), 0.95);
        assertThat(effect.pValue()).isCloseTo(0.07939, within(5e-6));
        assertThat(effect.low()).isCloseTo(-0.2054832, within(5e-7));
        assertThat(effect.high()).isCloseTo(3.3654832, within(5e-7));
    }

    @Test
    void aSlopeHasStudentsInterval() {
        Effect effect = Slope.of(new double[] {1, 2, 3, 4, 5}, new double[] {2, 4, 5, 4, 5}, 0.95);
        assertThat(effect.difference()).isCloseTo(0.6, within(1e-12));
        // Residual sum of squares 2.4 on 3 degrees of freedom over Σ(x − x̄)² = 10: error √0.08, t₀.₉₇₅ = 3.182446.
        assertThat(effect.high()).isCloseTo(0.6 + 3.182446 * Math.sqrt(0.08), within(1e-6));
        assertThat(effect.pValue()).isCloseTo(0.124, within(5e-4));
        assertThatThrownBy(() -> Slope.of(new double[] {1, 1, 1}, new double[] {1, 2, 3}, 0.95))
                .isInstanceOf(BadSampleException.class)
                .hasMessageContaining("Maybe");
        assertThat(Normal.below(Normal.reach(0.95))).isCloseTo(0.975, within(1e-12));
    }

    @Test
    void mannWhitneyAgreesWithRsWilcoxTestUnderTies() {
        assertThat(Comparison.mannWhitney(FIRST, SECOND)).isCloseTo(0.06933, within(5e-6));
        assertThat(Comparison.mannWhitney(new double[] {1, 1}, new double[] {1}))
                .isEqualTo(1);
    }

    @Test
    void fisherKnowsTheLadyWhoTastesTea() {
        assertThat(Comparison.fisher(3, 4, 1, 4)).isCloseTo(34.0 / 70, within(1e-12));
        assertThat(Comparison.isLarge(3, 4, 1, 4)).isFalse();
    }

    /** Counts of the Cookie Cats experiment (Kaggle), figures recomputed by the project's references. */
    @Test
    void cookieCatsHasItsPublishedValues() {
        assertThat(Comparison.proportions(8_502, 44_700, 8_279, 45_489, 0.95).pValue())
                .isCloseTo(0.00155, within(5e-6));
        assertThat(Comparison.proportions(20_034, 44_700, 20_119, 45_489, 0.95).pValue())
                .isCloseTo(0.0744, within(5e-5));
        assertThat(Comparison.sampleRatio(new long[] {44_700, 45_489}, new double[] {1, 1}))
                .isCloseTo(0.0086, within(5e-5));
    }

    @Test
    void manyTestsAgreeWithRsPAdjust() {
        assertThat(ManyTests.holm(0.03, 0.01, 0.04, 0.02))
                .containsExactly(new double[] {0.06, 0.04, 0.06, 0.06}, within(1e-12));
        assertThat(ManyTests.benjaminiHochberg(0.03, 0.01, 0.05, 0.005))
                .containsExactly(new double[] {0.04, 0.02, 0.05, 0.02}, within(1e-12));
        assertThatThrownBy(() -> ManyTests.holm(0.1, Double.NaN)).isInstanceOf(BadSampleException.class);
    }

    @Test
    void powerFollowsTheTextbook() {
        assertThat(Power.unitsForMeans(0.5, 1, 0.05, 0.8)).isEqualTo(63);
        assertThat(Power.unitsForRates(0.5, 0.75, 0.05, 0.9)).isEqualTo(74);
        assertThat(Power.detectable(63, 1, 0.05, 0.8)).isCloseTo(0.5, within(0.002));
        assertThat(Power.days(63, 10)).isEqualTo(13);
        assertThatThrownBy(() -> Power.unitsForMeans(0, 1, 0.05, 0.8)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatWasKnownBeforeIsTakenOut() {
        SplittableRandom random = new SplittableRandom(4);
        double[][] before = new double[2][400];
        double[][] metric = new double[2][400];
        for (int g = 0; g < 2; g++) {
            for (int i = 0; i < 400; i++) {
                before[g][i] = random.nextGaussian(10, 3);
                metric[g][i] = before[g][i] + random.nextGaussian() + 0.5 * g;
            }
        }
        Effect plain = Comparison.welch(Moments.of(metric[0]), Moments.of(metric[1]), 0.95);
        Effect adjusted = Cuped.compare(metric[0], before[0], metric[1], before[1], 0.95);
        assertThat(adjusted.high() - adjusted.low()).as("seed 4").isLessThan(0.4 * (plain.high() - plain.low()));
        assertThat(adjusted.low()).isLessThan(0.5).isPositive();
        assertThat(adjusted.high()).isGreaterThan(0.5);
    }

    @Test
    void badSamplesAreNamed() {
        assertThatThrownBy(() -> Moments.of(1, Double.NaN)).isInstanceOf(BadSampleException.class);
        assertThatThrownBy(() -> Comparison.welch(Moments.of(1, 1), Moments.of(1, 1), 0.95))
                .isInstanceOf(BadSampleException.class)
                .hasMessageContaining("constant");
        assertThatThrownBy(() -> Comparison.proportions(5, 4, 1, 4, 0.95)).isInstanceOf(BadSampleException.class);
        assertThatThrownBy(() -> Comparison.proportions(0, 4, 0, 4, 0.95)).isInstanceOf(BadSampleException.class);
        assertThatThrownBy(() -> Comparison.sampleRatio(new long[] {0, 0}, new double[] {1, 1}))
                .isInstanceOf(BadSampleException.class);
        assertThatThrownBy(() -> Comparison.mannWhitney(new double[0], FIRST)).isInstanceOf(BadSampleException.class);
    }

    @Test
    void peekingAfterEveryObservationSeldomFindsWhatIsNotThere() {
        int found = 0;
        for (int seed = 0; seed < 200; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            DifferenceSequence sequence = new DifferenceSequence(0.95, 1_000);
            boolean decided = false;
            for (int i = 0; i < 4_000 && !decided; i++) {
                sequence.observe(random.nextBoolean(), random.nextDouble() < 0.2 ? 1 : 0);
                decided = sequence.isDecided();
            }
            found += decided ? 1 : 0;
        }
        assertThat(found).as("of 200, seeds 0 to 199").isLessThanOrEqualTo(10);
    }

    @Test
    void anEffectIsFoundAndTheIntervalHoldsIt() {
        SplittableRandom random = new SplittableRandom(9);
        DifferenceSequence sequence = new DifferenceSequence(0.95, 1_000);
        while (!sequence.isDecided() && sequence.count(true) < 20_000) {
            boolean second = random.nextBoolean();
            sequence.observe(second, random.nextDouble() < (second ? 0.3 : 0.2) ? 1 : 0);
        }
        assertThat(sequence.isDecided()).as("seed 9").isTrue();
        assertThat(Math.abs(sequence.difference() - 0.1)).isLessThan(sequence.reach());
    }

    private static DifferenceSequence stored() {
        DifferenceSequence sequence = new DifferenceSequence(0.95, 1_000);
        for (int i = 0; i < 300; i++) {
            sequence.observe(i % 2 == 0, i % 7);
        }
        return sequence;
    }

    @Test
    void readsTheBytesOfVersionOneAndRefusesOthers() throws IOException {
        byte[] now = stored().toBytes();
        try (InputStream in = Objects.requireNonNull(
                InferenceTest.class.getResourceAsStream("/snapshots/difference-sequence-v1.bin"))) {
            byte[] bytes = in.readAllBytes();
            assertThat(DifferenceSequence.fromBytes(bytes).toBytes()).isEqualTo(bytes);
            assertThat(now).isEqualTo(bytes);
        }
        DifferenceSequence sequence = DifferenceSequence.fromBytes(now);
        assertThatThrownBy(() -> sequence.observe(true, Double.NaN)).isInstanceOf(BadSampleException.class);
        assertThat(sequence.toBytes()).isEqualTo(now);
        assertThatThrownBy(() -> DifferenceSequence.fromBytes(Arrays.copyOf(now, now.length - 1)))
                .isInstanceOf(SnapshotException.class);
    }

    @Test
    void unitsAreSharedByWeightAndSaltsAreIndependent() {
        Allocation one = new Allocation("checkout", 3, 0, 1);
        Allocation two = new Allocation("price", 1, 1);
        long[] first = new long[3];
        long[] both = new long[2];
        for (int i = 0; i < 40_000; i++) {
            int variant = one.variant("parcel-" + i);
            first[variant]++;
            if (variant == 0) {
                both[two.variant("parcel-" + i)]++;
            }
        }
        assertThat(first[1]).isZero();
        assertThat(Comparison.sampleRatio(new long[] {first[0], first[2]}, new double[] {3, 1}))
                .isGreaterThan(0.001);
        assertThat(Comparison.sampleRatio(both, new double[] {1, 1})).isGreaterThan(0.001);
        assertThatThrownBy(() -> new Allocation("x", 0, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    /** Version 1 of the hash: a change of these numbers would move units between variants of running experiments. */
    @Test
    void theHashOfVersionOneStays() {
        assertThat(Allocation.hash(0, "")).isEqualTo(HASH_EMPTY);
        assertThat(Allocation.hash(42, "unit-1")).isEqualTo(HASH_UNIT);
    }

    private static final long HASH_EMPTY = 5197578548964807871L;
    private static final long HASH_UNIT = -5167477387051490299L;
}
