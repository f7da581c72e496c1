package co.litper.cerebro.learners.bandit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ExplorerTest {
    private static final List<Explorer> ALL =
            List.of(new Explorer.EpsilonGreedy(0.1), new Explorer.Softmax(0.5, 0.05), new Explorer.SquareCb(10));
    private static final long SEED = 3;

    @Test
    void everyDistributionSumsToOneOverAllowedArmsAndPrefersTheBest() {
        double[] values = {1, 3, 2, 100};
        boolean[] allowed = {true, true, true, false};
        for (Explorer explorer : ALL) {
            double[] p = explorer.distribution(values, allowed);
            assertThat(Arrays.stream(p).sum()).isCloseTo(1, within(1e-12));
            assertThat(p[3]).isZero();
            assertThat(p[1]).isGreaterThan(p[2]);
            assertThat(p[2]).isGreaterThanOrEqualTo(p[0]).isPositive();
        }
    }

    @Test
    void thePropensityIsTheShareAtWhichTheArmIsDrawn() {
        double[] values = {1, 1.2, 0.8};
        boolean[] allowed = {true, true, true};
        SplittableRandom random = new SplittableRandom(SEED);
        for (Explorer explorer : ALL) {
            int[] drawn = new int[3];
            int rounds = 40_000;
            for (int i = 0; i < rounds; i++) {
                Choice choice = explorer.choose(values, allowed, random.nextDouble());
                assertThat(choice.propensity()).isEqualTo(choice.distribution()[choice.index()]);
                drawn[choice.index()]++;
            }
            double[] p = explorer.distribution(values, allowed);
            for (int arm = 0; arm < 3; arm++) {
                assertThat((double) drawn[arm] / rounds)
                        .as("seed %d, %s", SEED, explorer)
                        .isCloseTo(p[arm], within(0.01));
            }
        }
    }

    @Test
    void aSingleArmIsCertain() {
        for (Explorer explorer : ALL) {
            Choice choice = explorer.choose(new double[] {5, 1}, new boolean[] {false, true}, 0.999999);
            assertThat(choice.index()).isEqualTo(1);
            assertThat(choice.propensity()).isCloseTo(1, within(1e-12));
        }
    }

    @Test
    void nothingToChooseFromIsNamed() {
        Explorer explorer = new Explorer.EpsilonGreedy(0.1);
        assertThatThrownBy(() -> explorer.choose(new double[] {1}, new boolean[] {false}, 0))
                .isInstanceOf(BadChoiceException.class)
                .hasMessageContaining("none of 1");
        assertThatThrownBy(() -> explorer.choose(new double[] {Double.NaN}, new boolean[] {true}, 0))
                .isInstanceOf(BadChoiceException.class);
        assertThatThrownBy(() -> explorer.choose(new double[] {1}, new boolean[] {true}, 1))
                .isInstanceOf(BadChoiceException.class);
    }
}
