package co.litper.cerebro.benchmarks.thinking;

import static org.assertj.core.api.Assertions.assertThat;

import co.litper.cerebro.adapters.holidays.ColombianHolidays;
import co.litper.cerebro.simulator.player.Players;
import co.litper.cerebro.simulator.report.Estimate;
import co.litper.cerebro.simulator.report.Mind;
import co.litper.cerebro.simulator.report.Plan;
import co.litper.cerebro.simulator.report.Variant;
import co.litper.cerebro.simulator.report.VariantStudy;
import co.litper.cerebro.simulator.report.Watch;
import co.litper.cerebro.simulator.report.WorldStages;
import co.litper.cerebro.simulator.world.World;
import co.litper.cerebro.simulator.world.WorldParameters;
import co.litper.cerebro.think.Chooser;
import co.litper.cerebro.vocabulary.Action;
import co.litper.cerebro.vocabulary.Carrier;
import co.litper.cerebro.vocabulary.CityCode;
import co.litper.cerebro.vocabulary.IssueReason;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ThinkingBenchTest {
    private static final Instant START = Instant.parse("2026-01-05T05:00:00Z");

    /** What a short life of few orders comes to. */
    private static List<Estimate> life(Mind mind, int ordersPerDay, long seed) throws InterruptedException {
        Plan plan = new Plan(
                List.of(Players.CEREBRO_WARM), 1, seed, START, 2, 4, 20, new ColombianHolidays(), Map.of(), false);
        WorldStages stages = new WorldStages(WorldParameters::sample, plan.holidays(), START, ordersPerDay);
        VariantStudy.Line line = new VariantStudy(plan, stages, 0, Watch.NONE)
                .run(List.of(Variant.minded("one", () -> mind)), 1)
                .orElseThrow()
                .getFirst();
        return List.of(line.marginCop(), line.rescued());
    }

    @Test
    void theSameMindInTheSameWorldComesToTheSame() throws InterruptedException {
        assertThat(life(Mind.plain(), 12, 5)).isEqualTo(life(Mind.plain(), 12, 5));
        assertThat(life(Mind.plain(), 12, 5)).isNotEqualTo(life(Mind.plain(), 12, 6));
    }

    @Test
    void aMindThatChangesNothingComesToWhatThePlainOneDoes() throws InterruptedException {
        SimilarCases unfed = new SimilarCases();
        LaneEvidence blind = new LaneEvidence();
        Mind mind = new Mind(
                unfed.chooser(blind.chooser(Chooser.EXPLORING)),
                (now, entries, parcels) -> assertThat(entries).isNotEmpty());

        assertThat(life(mind, 12, 5)).isEqualTo(life(Mind.plain(), 12, 5));
    }

    @Test
    void similarCasesMoveBidsTowardsWhatCameOfThemAndNoFurther() throws InterruptedException {
        SimilarCases cases = new SimilarCases();
        Mind mind = new Mind(Chooser.EXPLORING, (now, entries, parcels) -> entries.forEach(cases::take));
        life(mind, 40, 5);

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
