package co.litper.cerebro.adapters.holidays;

import co.litper.cerebro.logistics.HolidayCalendar;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.temporal.TemporalAdjusters;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Colombia's public holidays by law 51 of 1983 (<i>ley Emiliani</i>): some on their day, some on the Monday that follows it, some
 * counted from Easter; and by the law that added Our Lady of Chiquinquirá in 2026. For any year from 1984 on.
 *
 * <p>Computed here and not by a library because that took a quarter of the start of a service; the tests hold it to Jollyday's
 * answer for every day of a century, so that a law which a newer Jollyday knows is noticed.
 *
 * <p>A year is computed once and then one bit is read per question. Thread-safe.
 */
public final class ColombianHolidays implements HolidayCalendar {
    /** Years kept; decisions are about this year and the next, imports about a few before. */
    private static final int MOST_YEARS = 64;

    private static final List<MonthDay> ON_THEIR_DAY = List.of(
            MonthDay.of(1, 1),
            MonthDay.of(5, 1),
            MonthDay.of(7, 20),
            MonthDay.of(8, 7),
            MonthDay.of(12, 8),
            MonthDay.of(12, 25));

    private static final List<MonthDay> ON_THE_NEXT_MONDAY = List.of(
            MonthDay.of(1, 6),
            MonthDay.of(3, 19),
            MonthDay.of(6, 29),
            MonthDay.of(8, 15),
            MonthDay.of(10, 12),
            MonthDay.of(11, 1),
            MonthDay.of(11, 11));

    /** Of Chiquinquirá, moved to Monday too. */
    private static final MonthDay ROSARY = MonthDay.of(7, 9);

    private static final int ROSARY_SINCE = 2026;

    /** Holy Thursday, Good Friday, Easter itself; Ascension, Corpus Christi and the Sacred Heart on their Mondays. Days. */
    private static final int[] FROM_EASTER = {-3, -2, 0, 43, 64, 71};

    private final Map<Integer, BitSet> holidaysByYear = new ConcurrentHashMap<>();

    @Override
    public boolean isHoliday(LocalDate date) {
        BitSet holidays = holidaysByYear.get(date.getYear());
        if (holidays == null) {
            holidays = compute(date.getYear());
            if (holidaysByYear.size() >= MOST_YEARS) {
                holidaysByYear.clear();
            }
            holidaysByYear.put(date.getYear(), holidays);
        }
        return holidays.get(date.getDayOfYear());
    }

    private static BitSet compute(int year) {
        BitSet holidays = new BitSet();
        ON_THEIR_DAY.forEach(day -> holidays.set(day.atYear(year).getDayOfYear()));
        ON_THE_NEXT_MONDAY.forEach(day -> holidays.set(moved(day, year)));
        if (year >= ROSARY_SINCE) {
            holidays.set(moved(ROSARY, year));
        }
        for (int days : FROM_EASTER) {
            holidays.set(easter(year).plusDays(days).getDayOfYear());
        }
        return holidays;
    }

    private static int moved(MonthDay day, int year) {
        return day.atYear(year)
                .with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY))
                .getDayOfYear();
    }

    /** Easter Sunday of the Gregorian calendar: Butcher's algorithm as Meeus gives it (Astronomical Algorithms, chapter 8). */
    private static LocalDate easter(int year) {
        int a = year % 19;
        int b = year / 100;
        int c = year % 100;
        int epact = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
        int weekday = (32 + 2 * (b % 4) + 2 * (c / 4) - epact - c % 4) % 7;
        int shift = (a + 11 * epact + 22 * weekday) / 451;
        int day = epact + weekday - 7 * shift + 114;
        return LocalDate.of(year, day / 31, day % 31 + 1);
    }
}
