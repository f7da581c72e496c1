package co.litper.cerebro.learners.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class NormalTableTest {

    @Test
    void agreesWithPublishedValues() {
        double[][] published = {
            {0, 0.5},
            {1, 0.8413447460685429},
            {-1.959963984540054, 0.025},
            {2.5, 0.9937903346742238},
            {-4, 3.167124183311992e-5}
        };
        for (double[] pair : published) {
            assertThat(NormalTable.below(pair[0])).isCloseTo(pair[1], within(1e-9));
        }
        assertThat(NormalTable.below(-9)).isZero();
        assertThat(NormalTable.below(Double.POSITIVE_INFINITY)).isEqualTo(1);
    }
}
