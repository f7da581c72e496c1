package co.litper.cerebro.server.livedemo;

import co.litper.cerebro.simulator.report.Chronicle.Day;
import co.litper.cerebro.vocabulary.Carrier;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalInt;

/**
 * How parcels went around a carrier that was broken. Shares are of all parcels, 0 to 1, NaN where there were none.
 *
 * @param carrier which
 * @param brokenOn the day, in Bogotá
 * @param before its share in the {@link #WINDOW} days before
 * @param after its share in the last {@link #WINDOW} days known, none of them before it was broken
 * @param halvedAfter days from the break to the middle of the first {@link #WINDOW} days in which it had at most half its
 *     share; empty if it never fell so far
 */
public record Detour(Carrier carrier, LocalDate brokenOn, double before, double after, OptionalInt halvedAfter) {
    /** Days of a share: a whole week, as weekdays differ. */
    public static final int WINDOW = 7;

    private static final double HALF = 0.5;

    /** What the days tell. O(days × window). */
    public static Detour of(List<Day> days, Carrier carrier, LocalDate brokenOn) {
        List<Day> earlier =
                days.stream().filter(day -> day.day().isBefore(brokenOn)).toList();
        List<Day> later =
                days.stream().filter(day -> !day.day().isBefore(brokenOn)).toList();
        double before = share(earlier.subList(Math.max(0, earlier.size() - WINDOW), earlier.size()), carrier);
        double after = share(later.subList(Math.max(0, later.size() - WINDOW), later.size()), carrier);
        return new Detour(carrier, brokenOn, before, after, halved(later, carrier, before));
    }

    private static OptionalInt halved(List<Day> later, Carrier carrier, double before) {
        for (int from = 0; from + WINDOW <= later.size(); from++) {
            if (share(later.subList(from, from + WINDOW), carrier) <= HALF * before) {
                return OptionalInt.of(from + WINDOW / 2);
            }
        }
        return OptionalInt.empty();
    }

    /** A carrier's share over days. */
    public static double share(List<Day> days, Carrier carrier) {
        int total = days.stream().mapToInt(Day::total).sum();
        int its = days.stream()
                .mapToInt(day -> day.guides().getOrDefault(carrier, 0))
                .sum();
        return total == 0 ? Double.NaN : its / (double) total;
    }
}
