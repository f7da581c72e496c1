package co.litper.cerebro.simulator.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import co.litper.cerebro.event.LogisticsEvent.GuideCreated;
import co.litper.cerebro.logistics.HolidayCalendar;
import co.litper.cerebro.simulator.Ending;
import co.litper.cerebro.simulator.ParcelStory;
import co.litper.cerebro.simulator.Player;
import co.litper.cerebro.simulator.world.World;
import co.litper.cerebro.simulator.world.WorldParameters;
import co.litper.cerebro.world.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a world without an end is told by. */
class ChronicleTest {
    private static final Instant START = Instant.parse("2026-01-05T05:00:00Z");

    private final Chronicle chronicle = new Chronicle(START);
    private final List<ParcelStory> stories = new ArrayList<>();
    private int guides;
    private final World world =
            new World(WorldParameters.sample(2), 2, HolidayCalendar.of(Set.of()), START, 30, this::ended);
    private final Player player = event -> {
        chronicle.meet(event);
        guides += event.event() instanceof GuideCreated ? 1 : 0;
    };

    private void ended(ParcelStory story) {
        stories.add(story);
        chronicle.ended(story);
    }

    @Test
    void aWeekHoldsItsOrdersWhetherTheyHaveEndedOrNot() {
        world.run(player, START.plus(Duration.ofDays(16)));
        List<Chronicle.Week> weeks = chronicle.weeks(world.open());

        assertEquals(List.of(0, 1, 2), weeks.stream().map(Chronicle.Week::week).toList());
        assertEquals(
                stories.size() + world.open().size(),
                weeks.stream().mapToLong(Chronicle.Week::orders).sum());
        assertTrue(weeks.getFirst().endedShare() > weeks.getLast().endedShare());
        List<ParcelStory> first = stories.stream()
                .filter(story -> story.orderedAt().isBefore(START.plus(Duration.ofDays(7))))
                .toList();
        assertEquals(
                first.stream().mapToLong(ParcelStory::marginCop).average().orElseThrow(),
                weeks.getFirst().marginCop(),
                1e-6);
        assertEquals(
                first.stream().filter(ParcelStory::isLate).count()
                        / (double) first.stream()
                                .filter(story -> story.ending() == Ending.DELIVERED)
                                .count(),
                weeks.getFirst().lateShare(),
                1e-9);
        assertEquals(weeks, chronicle.weeks(world.open()), "asking changes nothing");
    }

    @Test
    void everyGuideCountsOnItsDayAndOldDaysAreForgotten() {
        world.run(player, START.plus(Duration.ofDays(10)));
        assertEquals(
                guides, chronicle.days().stream().mapToInt(Chronicle.Day::total).sum());

        // Left to habit, guides are made on working days only.
        Instant end = START.plus(Duration.ofDays(2 * Chronicle.MOST_DAYS));
        world.run(player, end);
        List<Chronicle.Day> days = chronicle.days();
        assertEquals(Chronicle.MOST_DAYS, days.size());
        LocalDate last = end.atZone(Clock.BOGOTA).toLocalDate();
        assertTrue(days.getLast().day().isAfter(last.minusDays(4)), "the newest stay");
        assertTrue(days.getFirst().day().isAfter(last.minusDays(2 * Chronicle.MOST_DAYS - 7)), "the oldest go");
    }
}
