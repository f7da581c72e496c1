package co.litper.cerebro.learn;

import static org.assertj.core.api.Assertions.assertThat;

import co.litper.cerebro.world.Hash64;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ThinkingReportTest {
    private static ThinkingReport report(int cases, double gain) {
        List<ThinkingReport.Case> list = new ArrayList<>();
        int followed = 0;
        for (int i = 0; i < cases; i++) {
            double value = 20_000 * Hash64.toUnit(Hash64.of(1, i));
            double propensity = 0.3 + 0.4 * value / 20_000;
            boolean yes = Hash64.toUnit(Hash64.of(2, i)) < propensity;
            followed += yes ? 1 : 0;
            list.add(new ThinkingReport.Case(yes, yes ? propensity : 1 - propensity, value + (yes ? gain : 0)));
        }
        return new ThinkingReport(cases, cases, Map.of(), cases, followed, 0, 0, 0, list);
    }

    @Test
    void tellsWhatFollowingAddedBeyondWhatWouldHaveBeenEarnedAnyway() {
        ThinkingReport.Worth worth = report(3_000, 4_000).worth().orElseThrow();

        assertThat(worth.low()).as("seeds 1 and 2").isPositive().isLessThan(4_000);
        assertThat(worth.high()).isGreaterThan(4_000);
        assertThat(worth.copPerCase()).isBetween(3_000.0, 5_000.0);
    }

    @Test
    void doesNotClaimAGainThatIsNone() {
        ThinkingReport.Worth worth = report(3_000, 0).worth().orElseThrow();

        assertThat(worth.low()).isNegative();
        assertThat(worth.high()).isPositive();
    }

    @Test
    void saysNothingOfTooFewCases() {
        assertThat(report(40, 4_000).worth()).isEmpty();
    }
}
