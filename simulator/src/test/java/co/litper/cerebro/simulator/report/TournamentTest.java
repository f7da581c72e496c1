package co.litper.cerebro.simulator.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import co.litper.cerebro.logistics.HolidayCalendar;
import co.litper.cerebro.simulator.Told;
import co.litper.cerebro.simulator.player.Players;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Players in a world that can be foretold. */
class TournamentTest {
    private static Plan plan(int worlds, Players... players) {
        return new Plan(
                List.of(players),
                worlds,
                1,
                Told.MONDAY.minus(Duration.ofHours(10)),
                3,
                14,
                6,
                HolidayCalendar.none(),
                Map.of(),
                true);
    }

    private static Standings play(Plan plan, int threads) throws InterruptedException {
        return new Tournament(plan, new ScriptedStages(), Watch.NONE)
                .play(threads)
                .orElseThrow();
    }

    @Test
    void eachPlayerEarnsWhatItsRuleIsWorth() throws InterruptedException {
        Standings standings = play(plan(2, Players.values()), 2);

        assertThat(standings.estimate(Players.PASSIVE, Measure.MARGIN).value()).isEqualTo(-20_000);
        assertThat(standings.estimate(Players.CONSTANTS, Measure.MARGIN).value())
                .isEqualTo(30_000);
        assertThat(standings.estimate(Players.CHEAPEST, Measure.MARGIN).value()).isEqualTo(30_000);
        assertThat(standings.estimate(Players.STATIC, Measure.MARGIN).value()).isEqualTo(28_000);
        assertThat(standings.estimate(Players.ORACLE, Measure.MARGIN).value()).isEqualTo(28_000);
        assertThat(standings.estimate(Players.RANDOM, Measure.MARGIN).value()).isBetween(0.0, 29_000.0);
        assertThat(standings.estimate(Players.PASSIVE, Measure.RETURNS).value()).isEqualTo(1);
        assertThat(standings.estimate(Players.CONSTANTS, Measure.AUTO_RESOLVED).value())
                .isEqualTo(1);
        assertThat(standings.estimate(Players.CEREBRO_WARM, Measure.OPEN).value())
                .isZero();
        assertThat(standings.orders(Players.STATIC)).isEqualTo(2L * 14 * 4);
        assertThat(standings.curve(Players.STATIC)).containsExactly(28_000.0, 28_000.0);
        assertThat(standings.estimate(Players.CEREBRO_WARM, Measure.COVERAGE).value())
                .isEqualTo(1);
        assertThat(standings.regret(Players.STATIC).value()).isZero();
    }

    @Test
    void equalPlansGiveEqualFiguresWhateverTheThreads() throws InterruptedException {
        Plan plan = plan(2, Players.RANDOM, Players.CEREBRO_COLD, Players.CEREBRO_WARM);
        Standings one = play(plan, 1);
        Standings three = play(plan, 3);
        for (Players who : plan.players()) {
            for (Measure measure : Measure.values()) {
                assertThat(three.estimate(who, measure)).isEqualTo(one.estimate(who, measure));
            }
        }
    }

    @Test
    void aStoppedTournamentTellsNothing() throws InterruptedException {
        Watch stopped = new Watch() {
            @Override
            public void planned(long days) {}

            @Override
            public void dayPassed() {}

            @Override
            public boolean isStopped() {
                return true;
            }
        };
        assertThat(new Tournament(plan(1, Players.STATIC), new ScriptedStages(), stopped).play(2))
                .isEmpty();
    }

    @Test
    void aFaultCostsWhatItTakesAndIsNeverBackWhereNobodyLearns() throws InterruptedException {
        List<FaultEffect> effects = new FaultStudy(plan(1, Players.STATIC), new ScriptedStages(), Watch.NONE)
                .run(2)
                .orElseThrow();
        assertThat(effects).hasSize(FaultStudy.MEETING.size());
        assertThat(effects.getFirst().player()).isEqualTo(Players.STATIC);
        assertThat(effects.getFirst().peakCop().value()).isZero();
    }

    @Test
    void lossesAreBackWhereATenthOfThemIsLeft() {
        assertThat(FaultStudy.backAfter(List.of(0.0, 900.0, 1_000.0, 500.0, 100.0, 700.0)))
                .isEqualTo(20);
        assertThat(FaultStudy.backAfter(List.of(1_000.0, 500.0))).isNull();
        assertThat(FaultStudy.backAfter(List.of(-1.0, 0.0))).isZero();
    }

    @Test
    void intervalsAreThoseOfStudentAndRatiosThoseOfSums() {
        Estimate mean = Estimate.mean(1, 2, 3, 4, 5);
        assertThat(mean.value()).isEqualTo(3);
        assertThat(mean.high()).isCloseTo(3 + 2.7764 * Math.sqrt(2.5 / 5), within(1e-3));
        Estimate ratio = Estimate.ratio(new double[] {1, 2, 6}, new double[] {2, 4, 4});
        assertThat(ratio.value()).isEqualTo(0.9);
        assertThat(ratio.low()).isLessThan(0.9);
        assertThat(ratio.high()).isGreaterThan(0.9);
        assertThat(Estimate.mean(7).low()).isNaN();
    }

    @Test
    void calibrationIsTheDistanceOfForecastAndShare() {
        Calibration calibration = new Calibration();
        for (int i = 0; i < 10; i++) {
            calibration.add(0.25, i < 5);
        }
        assertThat(calibration.error()).isCloseTo(0.25, within(1e-9));
    }
}
