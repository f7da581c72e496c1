package co.litper.cerebro.benchmarks.anomaly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
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
        return NabScore.of(List.of(FILE), List.of(scores), profile);
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
        NabScore together = NabScore.of(List.of(FILE, FILE), List.of(quiet, loud), NabProfile.STANDARD);
        assertThat(together.score()).isCloseTo(50, within(1e-9));
        assertThat(together.threshold()).isEqualTo(0.9);
        assertThat(NabScore.at(List.of(FILE), List.of(quiet), NabProfile.STANDARD, 0.9)
                        .score())
                .isZero();
    }
}
