package co.litper.cerebro.learn.improve;

import co.litper.cerebro.learn.improve.ParcelEnd.Fate;
import co.litper.cerebro.learners.inference.Effect;
import co.litper.cerebro.learners.inference.Slope;
import co.litper.cerebro.world.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** Sums parcels up by the week in which they ended. One thread. */
final class Weeks {
    /** Ten years; the oldest weeks beyond that are dropped. */
    private static final int MOST_WEEKS = 520;
    /** Weeks with fewer cases swing by chance and bend no line. */
    private static final int LEAST_CASES = 20;

    private static final double COVERAGE = 0.95;

    private final TreeMap<LocalDate, Tally> tallies = new TreeMap<>();

    /** Counts of one week. */
    private static final class Tally {
        long parcels;
        long decisions;
        double points;
        double cop;
        long delivered;
        long late;
        long returned;
        long issues;
        long rescued;
        final ErrorBins delays = new ErrorBins();
        final ErrorBins returns = new ErrorBins();

        void add(ParcelEnd end) {
            parcels++;
            decisions += end.decisions();
            points += end.points();
            cop += end.cop();
            delivered += end.fate().isDelivered() ? 1 : 0;
            late += end.fate() == Fate.LATE ? 1 : 0;
            returned += end.fate() == Fate.RETURNED ? 1 : 0;
            issues += end.reason() == null ? 0 : 1;
            rescued += end.reason() != null && end.fate().isDelivered() ? 1 : 0;
            if (end.fate().isDelivered()) {
                delays.add(end.forecast().delay(), end.fate() == Fate.LATE);
            }
            if (end.fate() != Fate.CANCELLED) {
                returns.add(end.forecast().giveBack(), end.fate() == Fate.RETURNED);
            }
        }

        double value(Metric metric) {
            return switch (metric) {
                case REWARD -> points / decisions;
                case PESOS -> cop / parcels;
                case LATE -> (double) late / delivered;
                case RETURNED -> (double) returned / (delivered + returned);
                case RESCUED -> (double) rescued / issues;
                case DELAY_ERROR -> delays.error();
                case RETURN_ERROR -> returns.error();
            };
        }

        long cases(Metric metric) {
            return switch (metric) {
                case REWARD -> decisions;
                case PESOS -> parcels;
                case LATE, DELAY_ERROR -> delivered;
                case RETURNED, RETURN_ERROR -> delivered + returned;
                case RESCUED -> issues;
            };
        }
    }

    void add(ParcelEnd end) {
        tallies.computeIfAbsent(monday(end.endedMs()), day -> new Tally()).add(end);
        if (tallies.size() > MOST_WEEKS) {
            tallies.pollFirstEntry();
        }
    }

    static LocalDate monday(long epochMs) {
        return Instant.ofEpochMilli(epochMs)
                .atZone(Clock.BOGOTA)
                .toLocalDate()
                .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    List<Trend> trends() {
        return Arrays.stream(Metric.values()).map(this::trend).toList();
    }

    private Trend trend(Metric metric) {
        List<Trend.Week> weeks = new ArrayList<>();
        tallies.forEach((monday, tally) -> {
            if (tally.cases(metric) > 0) {
                weeks.add(new Trend.Week(monday, tally.value(metric), tally.cases(metric)));
            }
        });
        return new Trend(metric, weeks, slope(weeks));
    }

    /** The first week and the last are mostly cut short, and hold the parcels that ended soonest. */
    private static Optional<Effect> slope(List<Trend.Week> weeks) {
        if (weeks.size() < Slope.LEAST_POINTS + 2) {
            return Optional.empty();
        }
        List<Trend.Week> whole = weeks.subList(1, weeks.size() - 1).stream()
                .filter(w -> w.cases() >= LEAST_CASES)
                .toList();
        if (whole.size() < Slope.LEAST_POINTS) {
            return Optional.empty();
        }
        LocalDate first = whole.getFirst().monday();
        double[] x = whole.stream()
                .mapToDouble(w -> ChronoUnit.WEEKS.between(first, w.monday()))
                .toArray();
        double[] y = whole.stream().mapToDouble(Trend.Week::value).toArray();
        return Optional.of(Slope.of(x, y, COVERAGE));
    }
}
