package co.litper.cerebro.simulator.report;

import static org.assertj.core.api.Assertions.assertThat;

import co.litper.cerebro.logistics.HolidayCalendar;
import co.litper.cerebro.simulator.Told;
import co.litper.cerebro.simulator.player.Players;
import co.litper.cerebro.vocabulary.Action;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** In a world where another delivery solves every novedad and nothing else does. */
class AutonomyStudyTest {
    private static final int WORLDS = 2;

    @Test
    void anActionThatHelpsRisesStepByStepAndFallsSoonAfterItsChannelFailsSilently() throws InterruptedException {
        Plan plan = new Plan(
                List.of(Players.PASSIVE),
                WORLDS,
                1,
                Told.MONDAY.minus(Duration.ofHours(10)),
                0,
                240,
                20,
                HolidayCalendar.none(),
                Map.of(),
                false);
        AutonomyTimes times =
                new AutonomyStudy(plan, new ScriptedStages(), Watch.NONE).run(2).orElseThrow();

        AutonomyTimes.Earned again = times.earned().stream()
                .filter(e -> e.action() == Action.REDELIVER)
                .findAny()
                .orElseThrow();
        assertThat(again.approving()).isEqualTo(WORLDS);
        assertThat(again.approvingDays().orElseThrow())
                .isLessThan(again.actingDays().orElseThrow());
        AutonomyTimes.Lost lost = times.lost().getFirst();
        assertThat(lost.silent()).isEqualTo(Action.REDELIVER);
        assertThat(lost.held()).isEqualTo(WORLDS);
        assertThat(lost.lost()).isEqualTo(WORLDS);
        assertThat(lost.lostWithout()).isZero();
    }
}
