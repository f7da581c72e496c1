package co.litper.cerebro.think;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import co.litper.cerebro.learners.bandit.Choice;
import co.litper.cerebro.learners.bandit.Explorer;
import co.litper.cerebro.world.Draws;
import co.litper.cerebro.world.Hash64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExplorationTest {
    private static final int DRAWS = 40_000;

    /** 99.9 % points of chi-square by degrees of freedom; the seeds are fixed, so that the test gives one answer. */
    private static final double[] BOUND = {0, 10.83, 13.82, 16.27, 18.47, 20.52};

    private static final double[] VALUES = {0, 5_000, -200, 7_500, 7_400, 100};

    @ParameterizedTest
    @CsvSource({"0.02,1,111111", "0.3,2,111111", "0.5,3,101101", "0.3,4,110000", "1.0,5,111111", "0.1,6,011010"})
    void armsAreDrawnAsOftenAsTheirPropensitySays(double rate, long seed, String mask) {
        boolean[] feasible = new boolean[VALUES.length];
        int arms = 0;
        for (int i = 0; i < feasible.length; i++) {
            feasible[i] = mask.charAt(i) == '1';
            arms += feasible[i] ? 1 : 0;
        }
        double[] propensity = new double[VALUES.length];
        int[] drawn = new int[VALUES.length];
        Explorer exploration = new Explorer.EpsilonGreedy(rate);
        for (int i = 0; i < DRAWS; i++) {
            double unit = new Draws(seed, Hash64.of(77, "event-" + i)).unit(3);
            Choice draw = exploration.choose(VALUES, feasible, unit);
            drawn[draw.index()]++;
            propensity[draw.index()] = draw.propensity();
        }
        double sum = 0;
        double chiSquare = 0;
        for (int i = 0; i < drawn.length; i++) {
            if (feasible[i]) {
                sum += propensity[i];
                double expected = DRAWS * propensity[i];
                chiSquare += (drawn[i] - expected) * (drawn[i] - expected) / expected;
            } else {
                assertThat(drawn[i]).as("arm %d is not feasible", i).isZero();
            }
        }
        assertThat(sum).isCloseTo(1, within(1e-12));
        assertThat(chiSquare).as("seed %d, rate %s, %d arms", seed, rate, arms).isLessThan(BOUND[arms - 1]);
    }

    @Test
    void questionsOfOneEventAndEventsOfOneQuestionDrawApart() {
        int together = 0;
        for (int i = 0; i < DRAWS; i++) {
            Draws draws = new Draws(9, Hash64.of(77, "event-" + i));
            together += draws.unit(0) < 0.1 && draws.unit(1) < 0.1 ? 1 : 0;
        }
        double expected = DRAWS * 0.01;
        assertThat(Math.abs(together - expected)).as("seed 9").isLessThan(4 * Math.sqrt(expected));
    }

    @Test
    void withoutExplorationTheBestFeasibleArmIsCertain() {
        Choice drawn = new Explorer.EpsilonGreedy(0)
                .choose(VALUES, new boolean[] {true, true, true, false, false, true}, 0.999_999);

        assertThat(drawn.index()).isEqualTo(1);
        assertThat(drawn.propensity()).isEqualTo(1.0);
        assertThat(drawn.best()).isEqualTo(1);
    }

    @Test
    void aDrawThatTakesTheBestArmStillTakesItWhenExplorationGrowsRarer() {
        boolean[] feasible = {true, true, true, true, true, true};
        for (int i = 0; i < 1_000; i++) {
            double unit = i / 1_000.0;
            boolean often = new Explorer.EpsilonGreedy(0.3)
                            .choose(VALUES, feasible, unit)
                            .index()
                    == 3;
            boolean rare = new Explorer.EpsilonGreedy(0.1)
                            .choose(VALUES, feasible, unit)
                            .index()
                    == 3;
            assertThat(rare || !often).as("unit %s", unit).isTrue();
        }
    }
}
