package co.litper.cerebro.simulator.world;

import co.litper.cerebro.logistics.HolidayCalendar;
import java.time.LocalDate;

/**
 * Bogotá's days as numbers (days since 1970-01-01) and moments as epoch milliseconds, so that the hot path makes no
 * calendar objects. Carriers work from Monday to Saturday without holidays; business days are Monday to Friday without.
 *
 * <p>Holidays are read once for {@link #HORIZON} days. Immutable and thread-safe.
 */
final class Days {
    static final long HOUR = 3_600_000L;
    static final long MINUTE = 60_000L;
    static final long DAY = 24 * HOUR;

    /** Bogotá is five hours behind Greenwich all year. */
    private static final long OFFSET = 5 * HOUR;
    /** Days known before the start and in all; eleven years. */
    private static final int BEFORE = 60;

    private static final int HORIZON = 4_000;
    private static final int SATURDAY = 5;
    private static final int SUNDAY = 6;

    private final int first;
    private final boolean[] holiday = new boolean[HORIZON];
    /** Working days before a day, and the day on which each stands. */
    private final int[] worked = new int[HORIZON + 1];

    private final int[] workingDay = new int[HORIZON];
    private final boolean[] rainy = new boolean[HORIZON];
    private final boolean[] high = new boolean[HORIZON];
    private final int[] sincePayday = new int[HORIZON];

    Days(HolidayCalendar holidays, long startMs) {
        first = dayOf(startMs) - BEFORE;
        int count = 0;
        for (int i = 0; i < HORIZON; i++) {
            LocalDate date = LocalDate.ofEpochDay(first + i);
            holiday[i] = holidays.isHoliday(date);
            rainy[i] = Season.isRainy(date);
            high[i] = Season.isHigh(date);
            sincePayday[i] = Season.sincePayday(date);
            worked[i] = count;
            if (!holiday[i] && weekday(first + i) != SUNDAY) {
                workingDay[count++] = first + i;
            }
        }
        worked[HORIZON] = count;
    }

    /** The day in Bogotá. */
    static int dayOf(long ms) {
        return (int) Math.floorDiv(ms - OFFSET, DAY);
    }

    /** The hour of the day in Bogotá with its fraction, 0 to 24. */
    static double hourOf(long ms) {
        return Math.floorMod(ms - OFFSET, DAY) / (double) HOUR;
    }

    /** The moment of {@code hour} of a day in Bogotá. */
    static long at(int day, double hour) {
        return day * DAY + OFFSET + Math.round(hour * HOUR);
    }

    /** 0 for Monday to 6 for Sunday. */
    static int weekday(int day) {
        return Math.floorMod(day + 3, 7);
    }

    boolean isHoliday(int day) {
        return holiday[index(day)];
    }

    /** True in the rainy months. */
    boolean isRainy(int day) {
        return rainy[index(day)];
    }

    /** True in the months before Christmas. */
    boolean isHigh(int day) {
        return high[index(day)];
    }

    /** Days since the last payday, from 0. */
    int sincePayday(int day) {
        return sincePayday[index(day)];
    }

    /** True if carriers deliver. */
    boolean isWorking(int day) {
        return !isHoliday(day) && weekday(day) != SUNDAY;
    }

    /** True from Monday to Friday without holidays. */
    boolean isBusiness(int day) {
        return isWorking(day) && weekday(day) != SATURDAY;
    }

    /** The {@code n}-th working day after a day; of 0 the first one from the day on. */
    int plusWorking(int day, int n) {
        int before = worked[index(day)];
        int at = n == 0 ? before : isWorking(day) ? before + n : before + n - 1;
        return workingDay[Math.min(at, worked[HORIZON] - 1)];
    }

    /**
     * The day of the next attempt if the carrier is told now: the next working
     * day's tour if told by 18:00, else the one after.
     */
    int nextTour(long ms) {
        int told = dayOf(ms);
        return hourOf(ms) < 18 ? plusWorking(told, 1) : plusWorking(plusWorking(told + 1, 0), 1);
    }

    /** The moment after {@code hours} of business time, 24 to a business day. */
    long plusBusinessHours(long ms, double hours) {
        long left = Math.round(hours * HOUR);
        int day = dayOf(ms);
        long at = ms;
        while (true) {
            if (isBusiness(day)) {
                long today = at(day + 1, 0) - at;
                if (left <= today) {
                    return at + left;
                }
                left -= today;
            }
            day++;
            at = at(day, 0);
        }
    }

    /** The first moment from one on in the team's hours: 07–19 on business days, 08–15 on Saturdays. */
    long nextContact(long ms) {
        int day = dayOf(ms);
        double hour = hourOf(ms);
        while (true) {
            double opens = weekday(day) == SATURDAY ? 8 : 7;
            double closes = weekday(day) == SATURDAY ? 15 : 19;
            if (isWorking(day) && hour < closes) {
                return hour >= opens ? ms : at(day, opens);
            }
            day++;
            hour = 0;
            ms = at(day, 0);
        }
    }

    /** The team's next round after a moment: 09:00 and 14:00 on business days. */
    long nextRound(long ms) {
        int day = dayOf(ms);
        while (true) {
            if (isBusiness(day)) {
                if (ms < at(day, 9)) {
                    return at(day, 9);
                }
                if (ms < at(day, 14)) {
                    return at(day, 14);
                }
            }
            day++;
        }
    }

    private int index(int day) {
        int index = day - first;
        if (index < 0 || index >= HORIZON) {
            throw new IllegalStateException("day " + LocalDate.ofEpochDay(day) + " is beyond the " + HORIZON
                    + " days of this world. Maybe it should start later.");
        }
        return index;
    }
}
