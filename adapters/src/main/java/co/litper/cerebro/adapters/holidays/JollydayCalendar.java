package co.litper.cerebro.adapters.holidays;

import co.litper.cerebro.logistics.HolidayCalendar;
import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.LocalDate;
import java.time.Year;
import java.util.BitSet;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Colombia's public holidays as Jollyday computes them, moved to Monday where the law moves them, for any year.
 *
 * <p>A year is computed once and then one bit is read per question. Thread-safe.
 */
public final class JollydayCalendar implements HolidayCalendar {
    private static final String COLOMBIA = "co";
    /** Years kept; decisions are about this year and the next, imports about a few before. */
    private static final int MOST_YEARS = 64;

    private final HolidayManager manager = HolidayManager.getInstance(ManagerParameters.create(COLOMBIA));
    private final Map<Integer, BitSet> holidaysByYear = new ConcurrentHashMap<>();

    @Override
    public boolean isHoliday(LocalDate date) {
        BitSet holidays = holidaysByYear.get(date.getYear());
        if (holidays == null) {
            holidays = compute(date.getYear());
        }
        return holidays.get(date.getDayOfYear());
    }

    /** The manager keeps tables of its own that two threads must not fill at once. */
    private synchronized BitSet compute(int year) {
        BitSet holidays = new BitSet();
        for (Holiday holiday : manager.getHolidays(Year.of(year), HolidayType.PUBLIC_HOLIDAY)) {
            holidays.set(holiday.getDate().getDayOfYear());
        }
        if (holidaysByYear.size() >= MOST_YEARS) {
            holidaysByYear.clear();
        }
        holidaysByYear.put(year, holidays);
        return holidays;
    }
}
