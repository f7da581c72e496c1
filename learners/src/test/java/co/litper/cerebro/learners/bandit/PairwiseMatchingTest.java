package co.litper.cerebro.learners.bandit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PairwiseMatchingTest {
    private static final boolean[] ALL = {true, true, true};
    private static final PairwiseMatching SURE = new PairwiseMatching(0, 1);

    @Test
    void ofTwoArmsItIsThompsonSampling() {
        double[] means = {1, 0};
        double[] widths = {0.6, 0.8};
        SplittableRandom random = new SplittableRandom(5);
        int wins = 0;
        int draws = 200_000;
        for (int i = 0; i < draws; i++) {
            wins += means[1] + widths[1] * random.nextGaussian() > means[0] + widths[0] * random.nextGaussian() ? 1 : 0;
        }
        double[] out = new double[2];
        SURE.spread(means, widths, new boolean[] {true, true}, out);
        assertThat(out[1]).as("seed 5").isCloseTo((double) wins / draws, within(0.004));
        assertThat(out[0]).isCloseTo(1 - out[1], within(1e-12));
    }

    @Test
    void whereAllIsKnownOnlyTheRateExplores() {
        double[] out = new double[3];
        SURE.spread(new double[] {5, 7, 6}, new double[3], ALL, out);
        assertThat(out).containsExactly(0, 1, 0);
        new PairwiseMatching(0.1, 1).spread(new double[] {5, 7, 6}, new double[3], ALL, out);
        assertThat(Arrays.stream(out).sum()).isCloseTo(1, within(1e-12));
        assertThat(out[0]).isBetween(0.001, out[2]);
        assertThat(out[2]).isLessThan(0.1);
    }

    @Test
    void manyEqualRivalsLeaveTheBestItsShare() {
        int arms = 12;
        double[] widths = new double[arms];
        boolean[] allowed = new boolean[arms];
        Arrays.fill(widths, 3);
        Arrays.fill(allowed, true);
        double[] out = new double[arms];
        SURE.spread(new double[arms], widths, allowed, out);
        for (double p : out) {
            assertThat(p).isCloseTo(1.0 / arms, within(1e-12));
        }
    }

    @Test
    void whatIsNotAllowedIsNeverDrawn() {
        boolean[] allowed = {true, false, true};
        double[] means = {0, Double.NaN, 0.1};
        double[] widths = {1, Double.NaN, 1};
        for (int i = 0; i < 100; i++) {
            Choice drawn = new PairwiseMatching(0.5, 1).choose(means, widths, allowed, i / 100.0);
            assertThat(drawn.index()).isNotEqualTo(1);
            assertThat(drawn.propensity()).isEqualTo(drawn.distribution()[drawn.index()]);
        }
    }

    @Test
    void badNumbersAreNamed() {
        assertThatThrownBy(() -> SURE.choose(new double[3], new double[] {1, -1, 1}, ALL, 0))
                .isInstanceOf(BadChoiceException.class)
                .hasMessageContaining("width of arm 1");
        assertThatThrownBy(() -> SURE.choose(new double[3], new double[2], ALL, 0))
                .isInstanceOf(BadChoiceException.class);
        assertThatThrownBy(() -> new PairwiseMatching(0.1, 0)).isInstanceOf(IllegalArgumentException.class);
    }
}
