package co.litper.cerebro.logistics;

import co.litper.cerebro.vocabulary.Carrier;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * By when a novedad must be answered, and a parcel fetched at the office, before the carrier sends it back.
 *
 * <p>Carriers differ and publish little, so the defaults are on the safe side: one business day to answer, five calendar
 * days in the office. Immutable and thread-safe if the calendar is.
 *
 * @param answerWithin business time to answer a novedad, a business day counting 24 hours; above zero, at most
 *     {@value #MOST_DAYS} days
 * @param fetchWithin calendar time that a parcel waits in the office; the same bounds
 * @param answerByCarrier business time of the carriers that differ
 * @param fetchByCarrier calendar time of the carriers that differ
 * @param holidays which days do not count as business days
 */
public record AnswerDeadlines(
        Duration answerWithin,
        Duration fetchWithin,
        Map<Carrier, Duration> answerByCarrier,
        Map<Carrier, Duration> fetchByCarrier,
        HolidayCalendar holidays) {

    /** No carrier keeps a parcel longer than two months. */
    public static final int MOST_DAYS = 60;

    /** @throws IllegalArgumentException naming every problem */
    public AnswerDeadlines {
        answerByCarrier = Map.copyOf(answerByCarrier);
        fetchByCarrier = Map.copyOf(fetchByCarrier);
        List<String> problems = new ArrayList<>();
        requireSpan(problems, "answerWithin", answerWithin);
        requireSpan(problems, "fetchWithin", fetchWithin);
        answerByCarrier.forEach((carrier, span) -> requireSpan(problems, "answerWithin of " + carrier.code(), span));
        fetchByCarrier.forEach((carrier, span) -> requireSpan(problems, "fetchWithin of " + carrier.code(), span));
        if (!problems.isEmpty()) {
            problems.sort(null);
            throw new IllegalArgumentException("deadlines: " + String.join("; ", problems)
                    + ". Maybe hours were read as days: one business day is P1D or PT24H.");
        }
    }

    /** One business day to answer, five calendar days in the office, the same for all carriers. */
    public static AnswerDeadlines standard(HolidayCalendar holidays) {
        return new AnswerDeadlines(Duration.ofDays(1), Duration.ofDays(5), Map.of(), Map.of(), holidays);
    }

    /** These deadlines with another business time to answer for {@code carrier}. */
    public AnswerDeadlines withAnswerWithin(Carrier carrier, Duration span) {
        Map<Carrier, Duration> more = new HashMap<>(answerByCarrier);
        more.put(carrier, span);
        return new AnswerDeadlines(answerWithin, fetchWithin, more, fetchByCarrier, holidays);
    }

    /** These deadlines with another calendar time in the office of {@code carrier}. */
    public AnswerDeadlines withFetchWithin(Carrier carrier, Duration span) {
        Map<Carrier, Duration> more = new HashMap<>(fetchByCarrier);
        more.put(carrier, span);
        return new AnswerDeadlines(answerWithin, fetchWithin, answerByCarrier, more, holidays);
    }

    /** Until when the novedad that {@code carrier} reported at {@code reportedAt} must be answered. */
    public Instant answerBy(Carrier carrier, Instant reportedAt) {
        return holidays.addBusinessTime(reportedAt, answerByCarrier.getOrDefault(carrier, answerWithin));
    }

    /** Until when the customer must fetch what reached the office of {@code carrier} at {@code arrivedAt}. */
    public Instant fetchBy(Carrier carrier, Instant arrivedAt) {
        return arrivedAt.plus(fetchByCarrier.getOrDefault(carrier, fetchWithin));
    }

    private static void requireSpan(List<String> problems, String name, Duration span) {
        if (!span.isPositive() || span.compareTo(Duration.ofDays(MOST_DAYS)) > 0) {
            problems.add(name + " must be above zero and at most " + MOST_DAYS + " days, is " + span);
        }
    }
}
