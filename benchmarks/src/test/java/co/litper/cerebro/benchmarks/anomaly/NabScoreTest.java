package co.litper.cerebro.benchmarks.anomaly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class NabScoreTest {
    private static final int ROWS = 1_000;
    private static final NabFile FILE = file(new NabFile.Window(400, 499), new NabFile.Window(700, 799));

    private static NabFile file(NabFile.Window... windows) {
        return new NabFile("a/b.csv", new String[ROWS], new long[ROWS], new double[ROWS], List.of(windows));
    }

    private static NabScore score(NabProfile profile, int... alarms) {
        double[] scores = new double[ROWS];
        for (int row : alarms) {
            scores[row] = 1;
        }
        return score(profile, List.of(FILE), List.of(scores));
    }

    private static NabScore score(NabProfile profile, List<NabFile> files, List<double[]> scores) {
        NabRows rows = NabRows.of(files, scores);
        return NabScore.of(rows, rows.once(), profile);
    }

    @Test
    void nothingSaidIsZeroAndAllFoundAtOnceIsAHundred() {
        assertThat(score(NabProfile.STANDARD).score()).isZero();
        assertThat(score(NabProfile.STANDARD, 400, 700).score()).isCloseTo(100, within(1e-9));
        assertThat(score(NabProfile.LOW_MISSES, 400, 700).score()).isCloseTo(100, within(1e-9));
    }

    /** By hand: 2/(1 + e^(5x)) − 1 at x = −(499 − 450 + 1)/100, over its value at −1. */
    @Test
    void aWindowIsWorthTheLessTheLaterItIsFoundAndOnlyOnce() {
        double half = 0.8482836 / 0.9866143;
        double expected = 100 * (half - 1 + 2) / 4;
        assertThat(score(NabProfile.STANDARD, 450).score()).isCloseTo(expected, within(1e-4));
        assertThat(score(NabProfile.STANDARD, 450, 470, 490).score()).isCloseTo(expected, within(1e-4));
        assertThat(score(NabProfile.LOW_MISSES, 450).score()).isCloseTo(100 * (half - 2 + 4) / 6, within(1e-4));
    }

    @Test
    void aFalseAlarmCostsLessJustBehindAWindowAndNothingInTheProbation() {
        NabScore clean = score(NabProfile.STANDARD, 400, 700);
        NabScore before = score(NabProfile.STANDARD, 400, 700, 300);
        NabScore behind = score(NabProfile.STANDARD, 400, 700, 505);
        assertThat(clean.score() - before.score()).isCloseTo(100 * 0.11 / 4, within(1e-9));
        assertThat(clean.score() - behind.score()).isBetween(0.1, 0.5);
        assertThat(score(NabProfile.LOW_FALSE_ALARMS, 400, 700, 300).score())
                .isCloseTo(100 - 100 * 0.22 / 4, within(1e-9));
        assertThat(score(NabProfile.STANDARD, 400, 700, 149).score()).isCloseTo(100, within(1e-9));
        assertThat(before.falseAlarms()).isEqualTo(1);
        assertThat(before.found()).isEqualTo(2);
    }

    @Test
    void oneThresholdServesAllFiles() {
        double[] quiet = new double[ROWS];
        quiet[400] = 0.3;
        quiet[700] = 0.3;
        double[] loud = new double[ROWS];
        for (int row = 200; row < 390; row++) {
            loud[row] = 0.5;
        }
        loud[400] = 0.9;
        loud[700] = 0.9;
        NabScore together = score(NabProfile.STANDARD, List.of(FILE, FILE), List.of(quiet, loud));
        assertThat(together.score()).isCloseTo(50, within(1e-9));
        assertThat(together.threshold()).isEqualTo(0.9);
        NabRows alone = NabRows.of(List.of(FILE), List.of(quiet));
        assertThat(NabScore.at(alone, alone.once(), NabProfile.STANDARD, 0.9).score())
                .isZero();
    }

    @Test
    void aFileThatCountsOftenIsLikeManyFilesAndOneThatDoesNotCountIsLikeNone() {
        NabFile other = file(new NabFile.Window(600, 649));
        List<double[]> scores = List.of(said(1), said(2), said(3));
        NabRows rows = NabRows.of(List.of(FILE, other, FILE), scores);

        for (NabProfile profile : List.of(NabProfile.STANDARD, NabProfile.LOW_FALSE_ALARMS, NabProfile.LOW_MISSES)) {
            NabScore counted = NabScore.of(rows, new int[] {3, 1, 0}, profile);
            NabScore repeated = score(
                    profile,
                    List.of(FILE, other, FILE, FILE),
                    List.of(scores.get(0), scores.get(1), scores.get(0), scores.get(0)));

            assertThat(counted.score()).isCloseTo(repeated.score(), within(1e-9));
            assertThat(counted.worth()).isCloseTo(repeated.worth(), within(1e-9));
            assertThat(counted.threshold()).isEqualTo(repeated.threshold());
            assertThat(counted.found()).isEqualTo(repeated.found()).isPositive();
            assertThat(counted.falseAlarms()).isEqualTo(repeated.falseAlarms()).isPositive();
        }
    }

    /** Scores in twentieths, so that many tie; higher within windows. */
    private static double[] said(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] scores = new double[ROWS];
        for (int row = 0; row < ROWS; row++) {
            boolean inside = row / 100 == 4 || row / 50 == 12 || row / 100 == 7;
            scores[row] = (random.nextInt(inside ? 20 : 19) + 1) / 20.0;
        }
        scores[300] = 1;
        return scores;
    }
}
