package co.litper.cerebro.simulator.world;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What worlds look like in which nobody but the merchant's team acts: as merchants tell of theirs. */
class PassiveWorldTest {
    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13})
    void aWorldWithoutPlayerReturnsIsLateAndIsRescuedAsMerchantsTell(long seed) {
        Passive passive = new Passive(WorldParameters.sample(seed), seed, 150, 60);

        assertAll(
                "world " + seed + ": " + passive,
                () -> within("returns of COD", passive.returnsOfCod(), 0.17, 0.31),
                () -> within("late", passive.late(), 0.14, 0.33),
                () -> within("novedades", passive.troubled(), 0.20, 0.40),
                () -> within("rescued by the team", passive.rescuedByTeam(), 0.35, 0.75));
    }

    @Test
    void demandRisesWithPaydayAndFallsAtWeekends() {
        WorldParameters middle = WorldParameters.middle();
        World world = new World(middle, 1, Passive.HOLIDAYS, Passive.START, 1_000, s -> {});
        Orders orders = world.scene().nature.orders;

        double monday = orders.rate(day("2026-02-09"));
        assertTrue(monday > orders.rate(day("2026-02-08")), "a Sunday sells less than a Monday");
        assertTrue(orders.rate(day("2026-03-16")) > monday, "the Monday after payday sells more");
        assertTrue(orders.rate(day("2026-11-09")) > monday, "November sells more");
        assertTrue(orders.rate(day("2026-05-18")) < orders.rate(day("2026-05-25")), "a holiday sells less");
    }

    private static int day(String date) {
        return (int) LocalDate.parse(date).toEpochDay();
    }

    private static void within(String what, double value, double low, double high) {
        assertTrue(value >= low && value <= high, what + " is " + value + ", not " + low + " to " + high);
    }
}
