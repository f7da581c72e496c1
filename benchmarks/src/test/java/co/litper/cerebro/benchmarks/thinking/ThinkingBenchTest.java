package co.litper.cerebro.benchmarks.thinking;

import static org.assertj.core.api.Assertions.assertThat;

import co.litper.cerebro.simulator.world.World;
import co.litper.cerebro.think.Chooser;
import co.litper.cerebro.vocabulary.Action;
import co.litper.cerebro.vocabulary.Carrier;
import co.litper.cerebro.vocabulary.CityCode;
import co.litper.cerebro.vocabulary.IssueReason;
import org.junit.jupiter.api.Test;

class ThinkingBenchTest {
    private static final Life SHORT = new Life(12, 2, 4);

    @Test
    void theSameMindInTheSameWorldComesToTheSame() {
        assertThat(SHORT.with(Mind.plain(), 5)).isEqualTo(SHORT.with(Mind.plain(), 5));
        assertThat(SHORT.with(Mind.plain(), 5)).isNotEqualTo(SHORT.with(Mind.plain(), 6));
    }

    @Test
    void aMindThatChangesNothingComesToWhatThePlainOneDoes() {
        SimilarCases unfed = new SimilarCases();
        LaneEvidence blind = new LaneEvidence();
        Mind mind = new Mind(
                unfed.chooser(blind.chooser(Chooser.EXPLORING)),
                (now, entries, parcels) -> assertThat(entries).isNotEmpty());

        assertThat(SHORT.with(mind, 5)).isEqualTo(SHORT.with(Mind.plain(), 5));
    }

    @Test
    void similarCasesMoveBidsTowardsWhatCameOfThemAndNoFurther() {
        SimilarCases cases = new SimilarCases();
        Mind mind = new Mind(Chooser.EXPLORING, (now, entries, parcels) -> entries.forEach(cases::take));
        new Life(40, 2, 4).with(mind, 5);

        double most = 0;
        for (Carrier carrier : World.carriers()) {
            for (Action action : Action.values()) {
                double more = cases.advantage(carrier, CityCode.UNKNOWN, IssueReason.BAD_ADDRESS, action);
                most = Math.max(most, Math.abs(more));
            }
        }
        assertThat(most).isPositive().isLessThan(1);
    }
}
