package co.litper.cerebro.learners.anomaly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import co.litper.cerebro.learners.linear.BadSampleException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

class SeriesDetectorTest {
    private static final long SEED = 3;
    private static final int STEP = 600;
    private static final int DAY = 86_400 / STEP;

    /** Of a noisy series with a daily wave. */
    private static double[] wave(int n, long seed) {
        Random random = new Random(seed);
        double[] values = new double[n];
        for (int i = 0; i < n; i++) {
            values[i] = 100 + 20 * Math.sin(2 * Math.PI * i / DAY) + random.nextGaussian();
        }
        return values;
    }

    private static List<Anomaly> watch(double[] values) {
        SeriesDetector detector = new SeriesDetector(SEED);
        List<Anomaly> said = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            said.add(detector.observe((long) i * STEP, values[i]));
        }
        return said;
    }

    private static long alarms(List<Anomaly> said, int from, int to) {
        return said.subList(from, to).stream().filter(a -> a.alarm() > 0.8).count();
    }

    @Test
    void whatComesLaterNeverChangesWhatWasSaid() {
        double[] values = wave(900, SEED);
        List<Anomaly> said = watch(values);
        for (int cut : new int[] {150, 400, 777}) {
            double[] other = values.clone();
            Random random = new Random(cut);
            for (int i = cut; i < other.length; i++) {
                other[i] = 1_000 * random.nextGaussian();
            }
            assertThat(watch(other).subList(0, cut)).as("cut at %d", cut).isEqualTo(said.subList(0, cut));
        }
    }

    @Test
    void findsASpikeAMissingPeakAndANewLevel() {
        for (IntToDoubleFunction fault : List.<IntToDoubleFunction>of(
                i -> i == 1_500 ? 80 : 0,
                i -> i >= 1_500 && i < 1_500 + DAY / 2 ? -20 * Math.sin(2 * Math.PI * i / DAY) - 20 : 0,
                i -> i >= 1_500 ? 60 : 0)) {
            double[] values = wave(1_700, SEED);
            for (int i = 0; i < values.length; i++) {
                values[i] += fault.applyAsDouble(i);
            }
            List<Anomaly> said = watch(values);
            assertThat(alarms(said, 1_500, 1_500 + DAY / 2)).as("seed %d", SEED).isBetween(1L, 12L);
            assertThat(alarms(said, 600, 1_500)).as("seed %d", SEED).isLessThanOrEqualTo(3);
        }
    }

    @Test
    void theNightlyJobIsNoNewsAndTheSameAtNoonIs() {
        double[] values = wave(14 * DAY, SEED);
        for (int day = 1; day < 14; day++) {
            values[day * DAY + 20] += 60;
        }
        int noon = 12 * DAY + 100;
        values[noon] += 60;
        List<Anomaly> said = watch(values);
        assertThat(said.get(noon).score()).isGreaterThan(said.get(12 * DAY + 20).score());
        assertThat(said.get(12 * DAY + 20).score())
                .isLessThan(said.get(2 * DAY + 20).score());
    }

    /** A bound holds for the score before suppression and so for it; slack for the finite sample. */
    @Test
    void anOrdinaryReadingSeldomScoresHigh() {
        int readings = 0;
        int[] above = new int[2];
        for (long seed = 0; seed < 3; seed++) {
            List<Anomaly> said = watch(wave(2_500, seed));
            for (Anomaly a : said.subList(500, said.size())) {
                readings++;
                above[0] += a.score() >= 0.9 ? 1 : 0;
                above[1] += a.score() >= 0.99 ? 1 : 0;
            }
        }
        assertThat(above[0]).as("of %d at .9, seeds 0 to 2", readings).isLessThan(readings / 10);
        assertThat(above[1]).as("of %d at .99, seeds 0 to 2", readings).isLessThan(readings / 100);
    }

    @Test
    void theExpectedRangeHoldsNearlyAllOrdinaryReadings() {
        double[] values = wave(2_500, SEED);
        List<Anomaly> said = watch(values);
        int inside = 0;
        for (int i = 1_000; i < values.length; i++) {
            inside += said.get(i).low() <= values[i] && values[i] <= said.get(i).high() ? 1 : 0;
        }
        assertThat(inside / 1_500.0).isBetween(0.97, 1.0);
        assertThat(said.get(2_000).high() - said.get(2_000).low()).isLessThan(20);
    }

    @Test
    void aConstantSeriesIsSilentUntilItIsNoLongerConstant() {
        double[] values = new double[1_000];
        Arrays.fill(values, 42.1);
        values[900] = 42.2;
        List<Anomaly> said = watch(values);
        assertThat(said.subList(0, 900)).allMatch(a -> a.score() == 0);
        assertThat(said.get(900).alarm()).isGreaterThan(0.8);
        assertThat(said.get(900).evidence().get(Source.RANGE)).isPositive();
    }

    @Test
    void whatIsMissingIsPassedOver() {
        double[] values = wave(900, SEED);
        SeriesDetector whole = new SeriesDetector(SEED);
        SeriesDetector holed = new SeriesDetector(SEED);
        for (int i = 0; i < values.length; i++) {
            holed.observe((long) i * STEP, Double.NaN);
            assertThat(holed.observe((long) i * STEP, values[i])).isEqualTo(whole.observe((long) i * STEP, values[i]));
        }
        byte[] before = whole.toBytes();
        assertThatThrownBy(() -> whole.observe(0, Double.POSITIVE_INFINITY)).isInstanceOf(BadSampleException.class);
        assertThat(whole.toBytes()).isEqualTo(before);
    }

    @Test
    void readingsAtOddTimesAndAfterAGapAreComparedWithTheSameTimeOfDay() {
        Random random = new Random(SEED);
        SeriesDetector detector = new SeriesDetector(SEED);
        long time = 0;
        Anomaly last = detector.observe(0, 100);
        for (int i = 0; i < 2_000; i++) {
            time += 300 + random.nextInt(600) + (i == 1_500 ? 2 * 86_400 : 0);
            double value = 100 + 20 * Math.sin(2 * Math.PI * time / 86_400.0) + random.nextGaussian();
            last = detector.observe(time, value);
            if (i > 1_000) {
                assertThat(last.expected()).isBetween(value - 15, value + 15);
            }
        }
        assertThat(detector.observe(time - 5_000, last.expected()).score()).isLessThan(0.9);
    }

    @Test
    void twoOfThreeAgreeOnWhatIsPlain() {
        double[] values = wave(1_000, SEED);
        values[900] += 200;
        List<Anomaly> said = watch(values);
        assertThat(said.get(900).agreed()).isTrue();
        assertThat(said.subList(300, 900).stream().filter(Anomaly::agreed).count())
                .isLessThan(20);
    }

    @Test
    void goesOnFromItsBytesAsIfNothingHadHappened() {
        double[] values = wave(9_000, SEED);
        SeriesDetector detector = new SeriesDetector(SEED);
        int cut = 8_600;
        for (int i = 0; i < cut; i++) {
            detector.observe((long) i * STEP, values[i]);
        }
        SeriesDetector again = SeriesDetector.fromBytes(detector.toBytes());
        assertThat(again.toBytes()).isEqualTo(detector.toBytes());
        for (int i = cut; i < values.length; i++) {
            assertThat(again.observe((long) i * STEP, values[i]))
                    .isEqualTo(detector.observe((long) i * STEP, values[i]));
        }
        assertThat(again.toBytes()).isEqualTo(detector.toBytes());
    }
}
