package co.litper.cerebro.simulator.check;

import co.litper.cerebro.act.Channel;
import co.litper.cerebro.act.Dispatch;
import co.litper.cerebro.event.CustomerEvent;
import co.litper.cerebro.event.LogisticsEvent.IssueReported;
import co.litper.cerebro.log.Envelope;
import co.litper.cerebro.logistics.HolidayCalendar;
import co.litper.cerebro.vocabulary.Action;
import co.litper.cerebro.vocabulary.PersonRef;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Customers are contacted Monday to Friday 07:00–19:00, Saturday 08:00–15:00, never on a Sunday or a holiday, once a day
 * unless they wrote, three times per novedad. Only what a player's effects do is counted; the merchant's own team is not
 * under its command.
 */
final class ContactHours extends Checker {
    private static final ZoneId BOGOTA = ZoneId.of("America/Bogota");
    private static final int PER_DAY = 1;
    private static final int PER_ISSUE = 3;
    private static final Duration WROTE = Duration.ofHours(24);

    private final HolidayCalendar holidays;
    private final SubjectsOfGuides subjects = new SubjectsOfGuides();
    private final Set<String> events = new HashSet<>();
    private final Map<PersonRef, Instant> wrote = new HashMap<>();
    private final Map<Day, Integer> byDay = new HashMap<>();
    private final Map<String, Integer> issues = new HashMap<>();
    private final Map<String, Integer> byIssue = new HashMap<>();

    /** A customer's day. */
    private record Day(PersonRef customer, LocalDate date) {}

    ContactHours(HolidayCalendar holidays) {
        this.holidays = holidays;
    }

    @Override
    void told(Envelope e) {
        subjects.told(e);
        if (!events.add(e.source() + " " + e.id())) {
            return;
        }
        if (e.event() instanceof CustomerEvent said) {
            wrote.put(said.customer(), e.recordedAt());
        } else if (e.event() instanceof IssueReported issue) {
            issues.merge(subjects.ofGuide(issue.guideNumber()), 1, Integer::sum);
        }
    }

    @Override
    void acted(Instant now, Dispatch effect, Channel.Result result) {
        if (result != Channel.Result.DONE || !effect.action().contactsCustomer()) {
            return;
        }
        ZonedDateTime local = now.atZone(BOGOTA);
        if (!isAllowed(local)) {
            violated(effect.subject(), now, effect.action() + " at " + local);
        }
        Instant last = wrote.get(effect.customer());
        boolean wroteLately = last != null && !last.isBefore(now.minus(WROTE));
        int today = byDay.merge(new Day(effect.customer(), local.toLocalDate()), 1, Integer::sum);
        if (today > PER_DAY && !wroteLately) {
            violated(effect.subject(), now, "contact " + today + " of the customer on " + local.toLocalDate());
        }
        if (effect.action() != Action.NOTIFY_CUSTOMER) {
            countAttempt(effect, now);
        }
    }

    /** Telling a customer of a delay is a contact, but none about a novedad. */
    private void countAttempt(Dispatch effect, Instant now) {
        int issue = issues.getOrDefault(effect.subject(), 0);
        int attempts = byIssue.merge(effect.subject() + "#" + issue, 1, Integer::sum);
        if (issue > 0 && attempts > PER_ISSUE) {
            violated(effect.subject(), now, "attempt " + attempts + " about novedad " + issue);
        }
    }

    private boolean isAllowed(ZonedDateTime local) {
        if (local.getDayOfWeek() == DayOfWeek.SUNDAY || holidays.isHoliday(local.toLocalDate())) {
            return false;
        }
        boolean saturday = local.getDayOfWeek() == DayOfWeek.SATURDAY;
        LocalTime from = LocalTime.of(saturday ? 8 : 7, 0);
        LocalTime to = LocalTime.of(saturday ? 15 : 19, 0);
        return !local.toLocalTime().isBefore(from) && local.toLocalTime().isBefore(to);
    }
}
