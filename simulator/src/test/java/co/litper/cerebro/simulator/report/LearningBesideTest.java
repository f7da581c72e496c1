package co.litper.cerebro.simulator.report;

import static org.assertj.core.api.Assertions.assertThat;

import co.litper.cerebro.logistics.HolidayCalendar;
import co.litper.cerebro.simulator.player.Players;
import co.litper.cerebro.simulator.world.WorldParameters;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A product that learns in a thread of its own, in a small Colombia. */
class LearningBesideTest {
    private static final Instant START = Instant.parse("2026-01-05T05:00:00Z");
    private static final HolidayCalendar HOLIDAYS = HolidayCalendar.none();

    private static List<Estimate> lived(boolean beside) throws InterruptedException {
        Plan plan = new Plan(List.of(Players.CEREBRO_WARM), 1, 7, START, 0, 30, 10, HOLIDAYS, Map.of(), false, beside);
        WorldStages stages = new WorldStages(WorldParameters::sample, HOLIDAYS, START, 60);
        Standings standings = new Tournament(plan, stages, Watch.NONE).play(1).orElseThrow();
        return Arrays.stream(Measure.values())
                .map(measure -> standings.estimate(Players.CEREBRO_WARM, measure))
                .toList();
    }

    @Test
    void learnsTheSameEachTimeHoweverTheThreadsRun() throws InterruptedException {
        List<Estimate> once = lived(true);
        assertThat(lived(true)).isEqualTo(once);
        assertThat(lived(false)).as("what is learned is used at once").isNotEqualTo(once);
    }
}
