package co.litper.cerebro.learners.optimise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class NelderMeadTest {
    private static final NelderMead SEARCH = new NelderMead(0.5, 1e-14, 20_000);

    @Test
    void findsTheEndOfACurvedValley() {
        Minimum found = SEARCH.minimise(
                p -> 100 * Math.pow(p[1] - p[0] * p[0], 2) + Math.pow(1 - p[0], 2), new double[] {-1.2, 1});
        assertThat(found.settled()).isTrue();
        assertThat(found.point()[0]).isCloseTo(1, within(1e-5));
        assertThat(found.point()[1]).isCloseTo(1, within(1e-5));
    }

    @Test
    void findsTheMiddleOfALongBowlInEightDimensions() {
        Minimum found = SEARCH.minimise(
                p -> {
                    double sum = 0;
                    for (int i = 0; i < p.length; i++) {
                        sum += (i + 1) * (p[i] - i) * (p[i] - i);
                    }
                    return sum;
                },
                new double[8]);
        for (int i = 0; i < 8; i++) {
            assertThat(found.point()[i]).isCloseTo(i, within(1e-4));
        }
    }

    @Test
    void staysWhereTheFunctionIsDefined() {
        Minimum found = SEARCH.minimise(p -> p[0] - Math.log(p[0]), new double[] {3});
        assertThat(found.point()[0]).isCloseTo(1, within(1e-5));
    }

    @Test
    void saysThatItRanOutOfEvaluations() {
        Minimum found = new NelderMead(0.5, 1e-14, 10).minimise(p -> -p[0], new double[] {0});
        assertThat(found.settled()).isFalse();
        assertThat(found.point()[0]).isPositive();
    }
}
