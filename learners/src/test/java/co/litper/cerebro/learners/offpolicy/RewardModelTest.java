package co.litper.cerebro.learners.offpolicy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import co.litper.cerebro.learners.offpolicy.RewardModel.Kind;
import co.litper.cerebro.learners.offpolicy.RewardModel.Settings;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class RewardModelTest {
    private static final long SEED = 4;
    private static final int ROWS = 4_000;

    @Test
    void bothKindsFindTheWeightsThatMadeTheRewards() {
        SplittableRandom random = new SplittableRandom(SEED);
        float[][] rows = new float[ROWS][];
        double[] linear = new double[ROWS];
        double[] binary = new double[ROWS];
        for (int i = 0; i < ROWS; i++) {
            rows[i] = new float[] {(float) random.nextGaussian(), random.nextInt(2), 0};
            double score = 1.5 * rows[i][0] - 1 * rows[i][1] + 0.5;
            linear[i] = score + 0.1 * random.nextGaussian();
            binary[i] = random.nextDouble() < 1 / (1 + Math.exp(-score)) ? 1 : 0;
        }
        float[] asked = {1, 1, 3};
        RewardModel[] lines = RewardModel.crossFit(rows, linear, 2, new Settings(Kind.LINEAR, 0.1));
        RewardModel[] odds = RewardModel.crossFit(rows, binary, 2, new Settings(Kind.LOGISTIC, 0.1));
        for (int fold = 0; fold < 2; fold++) {
            assertThat(lines[fold].predict(asked)).as("seed %d", SEED).isCloseTo(1, within(0.02));
            assertThat(odds[fold].predict(asked)).as("seed %d", SEED).isCloseTo(0.731, within(0.05));
        }
    }

    @Test
    void constantRewardsAndNoRowsGiveAModelAllTheSame() {
        float[][] rows = {{1}, {1}, {1}};
        double[] ones = {1, 1, 1};
        assertThat(RewardModel.fit(rows, ones, new int[] {0, 1, 2}, new Settings(Kind.LOGISTIC, 1))
                        .predict(new float[] {1}))
                .isBetween(0.9, 1.0);
        assertThat(RewardModel.fit(rows, ones, new int[0], new Settings(Kind.LINEAR, 1))
                        .predict(new float[] {1}))
                .isZero();
    }

    @Test
    void badRowsAreNamed() {
        Settings settings = new Settings(Kind.LOGISTIC, 1);
        assertBad(new float[][] {{1}, {Float.NaN}}, new double[] {0, 1}, settings, "row 1 holds NaN");
        assertBad(new float[][] {{1}, {1, 2}}, new double[] {0, 1}, settings, "row 1 has 2 values");
        assertBad(new float[][] {{1}, {1}}, new double[] {0, 2}, settings, "reward 1 is 2.0");
    }

    private static void assertBad(float[][] rows, double[] rewards, Settings settings, String message) {
        assertThatThrownBy(() -> RewardModel.fit(rows, rewards, new int[] {0, 1}, settings))
                .isInstanceOf(BadLogException.class)
                .hasMessageContaining(message);
    }
}
