package co.litper.cerebro.logistics;

import co.litper.cerebro.world.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Set;

/**
 * Tells which days are public holidays in Colombia, and counts business days: Monday to Friday without holidays, in
 * Bogotá's time. Implementations are pure and thread-safe.
 */
@FunctionalInterface
public interface HolidayCalendar {
    /** Most business days that can be counted, forward or back; about four years. */
    int MAX_BUSINESS_DAYS = 1_000;

    /** Days in a row without a business day after which a calendar is taken to be broken. */
    int MAX_DAYS_OFF = 60;

    /** True if {@code date} is a public holiday; Sundays are not unless they are holidays themselves. */
    boolean isHoliday(LocalDate date);

    /** No holidays: for tests, and where none are known. */
    static HolidayCalendar none() {
        return date -> false;
    }

    /** Exactly these days, whatever the year. */
    static HolidayCalendar of(Set<LocalDate> holidays) {
        Set<LocalDate> copy = Set.copyOf(holidays);
        return copy::contains;
    }

    /** The day that {@code instant} falls on in Bogotá. */
    static LocalDate dayOf(Instant instant) {
        return LocalDate.ofInstant(instant, Clock.BOGOTA);
    }

    /** True from Monday to Friday, holidays excepted. */
    default boolean isBusinessDay(LocalDate date) {
        DayOfWeek day = date.getDayOfWeek();
        return day != DayOfWeek.SATURDAY && day != DayOfWeek.SUNDAY && !isHoliday(date);
    }

    /**
     * The {@code days}-th business day after {@code date}, or before it if {@code days} is negative. Zero gives the date
     * itself, whatever day it is. Linear in {@code days}.
     *
     * @param days from -{@value #MAX_BUSINESS_DAYS} to {@value #MAX_BUSINESS_DAYS}
     * @throws IllegalArgumentException beyond that
     */
    default LocalDate addBusinessDays(LocalDate date, int days) {
        if (Math.abs((long) days) > MAX_BUSINESS_DAYS) {
            throw new IllegalArgumentException(
                    "business days must be within " + MAX_BUSINESS_DAYS + " either way, are " + days);
        }
        LocalDate day = date;
        for (int left = Math.abs(days); left > 0; left--) {
            day = nextBusinessDay(day, Integer.signum(days));
        }
        return day;
    }

    /**
     * The moment when {@code amount} of business time has passed since {@code from}; a business day has 24 hours, other
     * days none. One day from Friday 15:00 is Monday 15:00; one day from Saturday is the end of Monday.
     *
     * @param amount from zero to {@value #MAX_BUSINESS_DAYS} days
     * @throws IllegalArgumentException beyond that
     */
    default Instant addBusinessTime(Instant from, Duration amount) {
        if (amount.isNegative() || amount.compareTo(Duration.ofDays(MAX_BUSINESS_DAYS)) > 0) {
            throw new IllegalArgumentException(
                    "business time must be from zero to " + MAX_BUSINESS_DAYS + " days, is " + amount);
        }
        ZonedDateTime at = from.atZone(Clock.BOGOTA);
        if (!isBusinessDay(at.toLocalDate())) {
            at = nextBusinessDay(at.toLocalDate(), 1).atStartOfDay(Clock.BOGOTA);
        }
        Duration left = amount;
        Duration today = untilMidnight(at);
        while (left.compareTo(today) > 0) {
            left = left.minus(today);
            at = nextBusinessDay(at.toLocalDate(), 1).atStartOfDay(Clock.BOGOTA);
            today = untilMidnight(at);
        }
        return at.plus(left).toInstant();
    }

    private static Duration untilMidnight(ZonedDateTime at) {
        return Duration.between(at, at.toLocalDate().plusDays(1).atStartOfDay(Clock.BOGOTA));
    }

    private LocalDate nextBusinessDay(LocalDate date, int step) {
        for (int i = 1; i <= MAX_DAYS_OFF; i++) {
            LocalDate day = date.plusDays((long) i * step);
            if (isBusinessDay(day)) {
                return day;
            }
        }
        throw new IllegalStateException("no business day within " + MAX_DAYS_OFF + " days of " + date
                + ". Maybe the calendar calls every day a holiday.");
    }
}
