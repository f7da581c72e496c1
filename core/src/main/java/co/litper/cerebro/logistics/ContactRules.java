package co.litper.cerebro.logistics;

import co.litper.cerebro.world.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;

/**
 * When and how often a customer may be contacted: hours of the day in Bogotá, never on a Sunday or a holiday, few times
 * a day, few times per novedad.
 *
 * <p>The defaults are the hours of Colombia's Ley 2300 of 2023 for commercial contact and collection, taken for service
 * messages too. Immutable and thread-safe if the calendar is.
 *
 * @param weekdayFrom first moment from Monday to Friday, included
 * @param weekdayTo end from Monday to Friday, excluded
 * @param saturdayFrom first moment on Saturday, included
 * @param saturdayTo end on Saturday, excluded; equal to {@code saturdayFrom} for no contact on Saturdays
 * @param contactsPerDay contacts a day per customer, 1 to {@value #MOST_CONTACTS}, unless the customer wrote
 * @param attemptsPerIssue contacts about one novedad, 1 to {@value #MOST_CONTACTS}
 * @param holidays the days without contact
 */
public record ContactRules(
        LocalTime weekdayFrom,
        LocalTime weekdayTo,
        LocalTime saturdayFrom,
        LocalTime saturdayTo,
        int contactsPerDay,
        int attemptsPerIssue,
        HolidayCalendar holidays) {

    /** More contacts than this are not service. */
    public static final int MOST_CONTACTS = 10;

    /** @throws IllegalArgumentException naming every problem */
    public ContactRules {
        List<String> problems = new ArrayList<>();
        if (!weekdayFrom.isBefore(weekdayTo)) {
            problems.add("weekdayFrom " + weekdayFrom + " must be before weekdayTo " + weekdayTo);
        }
        if (saturdayTo.isBefore(saturdayFrom)) {
            problems.add("saturdayFrom " + saturdayFrom + " must not be after saturdayTo " + saturdayTo);
        }
        requireCount(problems, "contactsPerDay", contactsPerDay);
        requireCount(problems, "attemptsPerIssue", attemptsPerIssue);
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException("contact rules: " + String.join("; ", problems)
                    + ". Maybe hours were swapped: they are written as 07:00 and 19:00.");
        }
    }

    /** Monday to Friday 07:00–19:00, Saturday 08:00–15:00, one contact a day, three per novedad. */
    public static ContactRules standard(HolidayCalendar holidays) {
        return new ContactRules(
                LocalTime.of(7, 0), LocalTime.of(19, 0), LocalTime.of(8, 0), LocalTime.of(15, 0), 1, 3, holidays);
    }

    /** True if {@code at} lies within the hours of contact. */
    public boolean mayContact(Instant at) {
        ZonedDateTime local = at.atZone(Clock.BOGOTA);
        LocalTime time = local.toLocalTime();
        return isContactDay(local.toLocalDate())
                && !time.isBefore(opens(local.getDayOfWeek()))
                && time.isBefore(closes(local.getDayOfWeek()));
    }

    /**
     * True if one more contact is allowed at {@code at}: the hours, the day's contacts and the novedad's attempts. A
     * customer who wrote may be answered more than {@code contactsPerDay} times, in the same hours.
     *
     * @param contactsToday contacts already made on that day in Bogotá
     * @param attempts contacts already made about this novedad; 0 if it is not about one
     */
    public boolean mayContact(Instant at, int contactsToday, int attempts, boolean customerWrote) {
        return (customerWrote || contactsToday < contactsPerDay) && attempts < attemptsPerIssue && mayContact(at);
    }

    /**
     * The first moment from {@code at} on within the hours of contact; {@code at} itself if it is.
     *
     * @throws IllegalStateException if there is none within {@value HolidayCalendar#MAX_DAYS_OFF} days
     */
    public Instant nextWindow(Instant at) {
        if (mayContact(at)) {
            return at;
        }
        LocalDate today = HolidayCalendar.dayOf(at);
        for (int i = 0; i <= HolidayCalendar.MAX_DAYS_OFF; i++) {
            LocalDate day = today.plusDays(i);
            Instant opening =
                    day.atTime(opens(day.getDayOfWeek())).atZone(Clock.BOGOTA).toInstant();
            if (isContactDay(day) && opening.isAfter(at)) {
                return opening;
            }
        }
        throw new IllegalStateException("no contact hours within " + HolidayCalendar.MAX_DAYS_OFF + " days of " + today
                + ". Maybe the calendar calls every day a holiday.");
    }

    private boolean isContactDay(LocalDate day) {
        DayOfWeek weekday = day.getDayOfWeek();
        return weekday != DayOfWeek.SUNDAY && opens(weekday).isBefore(closes(weekday)) && !holidays.isHoliday(day);
    }

    private LocalTime opens(DayOfWeek weekday) {
        return weekday == DayOfWeek.SATURDAY ? saturdayFrom : weekdayFrom;
    }

    private LocalTime closes(DayOfWeek weekday) {
        return weekday == DayOfWeek.SATURDAY ? saturdayTo : weekdayTo;
    }

    private static void requireCount(List<String> problems, String name, int count) {
        if (count < 1 || count > MOST_CONTACTS) {
            problems.add(name + " must be 1 to " + MOST_CONTACTS + ", is " + count);
        }
    }
}
