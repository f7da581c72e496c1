package co.litper.cerebro.simulator.world;

import co.litper.cerebro.log.Envelope;
import co.litper.cerebro.logistics.HolidayCalendar;
import co.litper.cerebro.simulator.Ending;
import co.litper.cerebro.simulator.Handler;
import co.litper.cerebro.simulator.IssueStory;
import co.litper.cerebro.simulator.ParcelStory;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** A world in which no player acts, and what became of its parcels. */
final class Passive {
    static final Instant START = Instant.parse("2026-02-02T05:00:00Z");
    static final HolidayCalendar HOLIDAYS = HolidayCalendar.of(Set.of(
            LocalDate.parse("2026-03-23"),
            LocalDate.parse("2026-04-02"),
            LocalDate.parse("2026-04-03"),
            LocalDate.parse("2026-05-01"),
            LocalDate.parse("2026-05-18")));

    final List<ParcelStory> ended = new ArrayList<>();
    final List<ParcelStory> open;
    final List<Envelope> events = new ArrayList<>();

    Passive(WorldParameters parameters, long seed, int ordersPerDay, int days) {
        World world = new World(parameters, seed, HOLIDAYS, START, ordersPerDay, ended::add);
        world.run(events::add, START.plus(Duration.ofDays(days)));
        open = world.open();
    }

    private List<ParcelStory> guided() {
        return ended.stream().filter(s -> s.ending() != Ending.CANCELLED).toList();
    }

    double returnsOfCod() {
        return guided().stream()
                .filter(ParcelStory::cod)
                .mapToInt(s -> s.ending() == Ending.RETURNED ? 1 : 0)
                .average()
                .orElse(0);
    }

    double late() {
        return guided().stream()
                .filter(s -> s.ending() == Ending.DELIVERED)
                .mapToInt(s -> s.isLate() ? 1 : 0)
                .average()
                .orElse(0);
    }

    double troubled() {
        return guided().stream()
                .mapToInt(s -> s.issues().isEmpty() ? 0 : 1)
                .average()
                .orElse(0);
    }

    double rescued() {
        return guided().stream()
                .filter(s -> !s.issues().isEmpty())
                .mapToInt(s -> s.ending() == Ending.DELIVERED ? 1 : 0)
                .average()
                .orElse(0);
    }

    /** Of parcels whose last novedad the team took up, the share delivered. */
    double rescuedByTeam() {
        return guided().stream()
                .filter(s -> !s.issues().isEmpty() && s.issues().getLast().handler() == Handler.PEOPLE)
                .mapToInt(s -> s.ending() == Ending.DELIVERED ? 1 : 0)
                .average()
                .orElse(0);
    }

    double handledBy(Handler handler) {
        List<IssueStory> issues =
                guided().stream().flatMap(s -> s.issues().stream()).toList();
        return issues.stream()
                .mapToInt(i -> i.handler() == handler ? 1 : 0)
                .average()
                .orElse(0);
    }

    double contacts() {
        return guided().stream().mapToInt(s -> s.contactsAt().size()).average().orElse(0);
    }

    double margin() {
        return guided().stream().mapToLong(ParcelStory::marginCop).average().orElse(0);
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "parcels %d late %.3f returnsCod %.3f novedades %.3f rescued %.3f byTeam %.3f people %.3f carrier %.3f contacts %.3f margin %.0f events %d",
                guided().size(),
                late(),
                returnsOfCod(),
                troubled(),
                rescued(),
                rescuedByTeam(),
                handledBy(Handler.PEOPLE),
                handledBy(Handler.CARRIER),
                contacts(),
                margin(),
                events.size());
    }
}
