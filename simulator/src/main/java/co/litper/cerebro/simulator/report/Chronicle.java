package co.litper.cerebro.simulator.report;

import co.litper.cerebro.event.LogisticsEvent.GuideCreated;
import co.litper.cerebro.log.Envelope;
import co.litper.cerebro.simulator.ParcelStory;
import co.litper.cerebro.vocabulary.Carrier;
import co.litper.cerebro.world.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How the parcels of a world fare that has no planned end: service and money by week of the order, and who carries how many,
 * by day of the guide; a day without guides is none. Keeps the last {@link #MOST_WEEKS} weeks and {@link #MOST_DAYS} days. Not thread-safe.
 */
public final class Chronicle {
    /** Two years: more than a curve on a screen can tell apart. */
    public static final int MOST_WEEKS = 104;
    /** Four months, in which a fault and what came after it can be seen. */
    public static final int MOST_DAYS = 120;

    private static final Duration WEEK = Duration.ofDays(Standings.WEEK);

    private final Instant start;
    private final TreeMap<Integer, Tally> byWeek = new TreeMap<>();
    private final TreeMap<LocalDate, TreeMap<Carrier, Integer>> byDay = new TreeMap<>();

    /** @param start the first moment of week 0 */
    public Chronicle(Instant start) {
        this.start = start;
    }

    /**
     * The parcels ordered in one week, as far as is known.
     *
     * @param week 0 and up
     * @param orders of the week, those under way included
     * @param endedShare of them that have ended, 0 to 1
     * @param marginCop pesos that those which ended earned, a parcel; NaN if none has
     * @param lateShare of what was delivered, 0 to 1; NaN if nothing was
     * @param returnShare of what ended under a guide, 0 to 1; NaN if nothing did
     */
    public record Week(
            int week, long orders, double endedShare, double marginCop, double lateShare, double returnShare) {}

    /**
     * Guides made on one day.
     *
     * @param day in Bogotá
     * @param guides by carrier, those without any left out
     */
    public record Day(LocalDate day, SortedMap<Carrier, Integer> guides) {
        /** Guides of all carriers. */
        public int total() {
            return guides.values().stream().mapToInt(Integer::intValue).sum();
        }
    }

    /** Takes in what became of a parcel. */
    public void ended(ParcelStory story) {
        week(story).add(story);
        while (byWeek.size() > MOST_WEEKS) {
            byWeek.pollFirstEntry();
        }
    }

    private Tally week(ParcelStory story) {
        return byWeek.computeIfAbsent(weekOf(story), _ -> new Tally());
    }

    private int weekOf(ParcelStory story) {
        return Math.toIntExact(Duration.between(start, story.orderedAt()).dividedBy(WEEK));
    }

    /** Takes in what the feed tells; only guides count here. */
    public void meet(Envelope event) {
        if (event.event() instanceof GuideCreated guide) {
            LocalDate day = event.recordedAt().atZone(Clock.BOGOTA).toLocalDate();
            byDay.computeIfAbsent(day, _ -> new TreeMap<>())
                    .merge(guide.parcel().carrier(), 1, Integer::sum);
            while (byDay.size() > MOST_DAYS) {
                byDay.pollFirstEntry();
            }
        }
    }

    /**
     * The weeks, oldest first. O(weeks + open).
     *
     * @param open the stories of what is under way
     */
    public List<Week> weeks(List<ParcelStory> open) {
        TreeMap<Integer, Tally> all = new TreeMap<>();
        byWeek.forEach((week, known) -> {
            Tally sum = new Tally();
            sum.addAll(known);
            all.put(week, sum);
        });
        open.forEach(
                story -> all.computeIfAbsent(weekOf(story), _ -> new Tally()).add(story));
        List<Week> weeks = new ArrayList<>();
        all.forEach((week, sum) -> weeks.add(new Week(
                week, sum.orders(), 1 - sum.openShare(), sum.marginOfEndedCop(), sum.lateShare(), sum.returnShare())));
        return weeks;
    }

    /** The days, oldest first. */
    public List<Day> days() {
        return byDay.entrySet().stream()
                .map(day -> new Day(day.getKey(), new TreeMap<>(day.getValue())))
                .toList();
    }
}
