package co.litper.cerebro.simulator.report;

import static org.assertj.core.api.Assertions.assertThat;

import co.litper.cerebro.logistics.HolidayCalendar;
import co.litper.cerebro.simulator.check.Violation;
import co.litper.cerebro.simulator.player.Players;
import co.litper.cerebro.simulator.world.WorldParameters;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every player in a small Colombia, with all checkers watching. */
class RulesAreKeptTest {
    private static final Instant START = Instant.parse("2026-01-05T05:00:00Z");
    private static final HolidayCalendar HOLIDAYS = HolidayCalendar.of(Set.of(LocalDate.of(2026, 1, 12)));

    @ParameterizedTest
    @EnumSource(Players.class)
    void noPlayerBreaksARule(Players who) throws InterruptedException {
        Plan plan = new Plan(List.of(who), 1, 7, START, 3, 10, 10, HOLIDAYS, Map.of(), true);
        WorldStages stages = new WorldStages(WorldParameters::sample, HOLIDAYS, START, 20);
        Standings standings = new Tournament(plan, stages, Watch.NONE).play(1).orElseThrow();

        List<Violation> violations = standings.violations(who);
        assertThat(violations).as("./cerebro simulate --seed 7 --worlds 1").isEmpty();
        assertThat(standings.orders(who)).isGreaterThan(100);
    }
}
