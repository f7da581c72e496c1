package co.litper.cerebro.message;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds the time that a message names: {@code mañana después de las 3}. By rule, since people name hours in few ways. Pure.
 * Where a day is named without an hour, all of the day is meant; where an hour without a day, the next day on which it can be.
 */
final class Hours {
    /** Before this hour nobody means the night: {@code las 3} is three in the afternoon. */
    private static final int MORNING = 7;

    private static final int NOON = 12;
    private static final int EVENING = 18;
    private static final int DAY = 24;
    private static final int DEFAULT_FROM = 8;
    private static final int DEFAULT_UNTIL = 19;

    private static final String HOUR =
            "(?:las |la )?(\\d{1,2})(?: (?:y )?\\d{2}\\b)? ?(am|pm|a m|p m|de la manana|de la tarde|de la noche)?";
    private static final Pattern AFTER = Pattern.compile("(?:despues de|a partir de|desde|luego de|pasadas?) " + HOUR);
    private static final Pattern BEFORE = Pattern.compile("(?:antes de|hasta) " + HOUR);
    private static final Pattern BETWEEN = Pattern.compile(
            "entre (?:las )?(\\d{1,2}) (?:y|a) (?:las )?(\\d{1,2}) ?(am|pm|a m|p m|de la manana|de la tarde|de la noche)?");
    private static final Pattern AT = Pattern.compile("(?:a|tipo|como a|sobre) " + HOUR);
    private static final Map<String, DayOfWeek> DAYS = Map.of(
            "lunes", DayOfWeek.MONDAY,
            "martes", DayOfWeek.TUESDAY,
            "miercoles", DayOfWeek.WEDNESDAY,
            "jueves", DayOfWeek.THURSDAY,
            "viernes", DayOfWeek.FRIDAY,
            "sabado", DayOfWeek.SATURDAY,
            "domingo", DayOfWeek.SUNDAY);
    private static final Pattern WEEKDAY =
            Pattern.compile("\\b(lunes|martes|miercoles|jueves|viernes|sabado|domingo)\\b");
    private static final Pattern TOMORROW = Pattern.compile("(?<!la )(?<!esta )(?<!pasado )\\bmanana\\b");
    private static final Pattern DENIED =
            Pattern.compile("\\b(lunes|martes|miercoles|jueves|viernes|sabado|domingo|hoy|manana) no\\b");

    private Hours() {}

    private record Span(int from, int until) {}

    /** The time named in a message written on {@code today}, or empty. */
    static Optional<When> in(String text, LocalDate today) {
        String plain = DENIED.matcher(Words.plain(text)).replaceAll(" ");
        Optional<LocalDate> day = day(plain, today);
        Optional<Span> span = span(plain);
        if (day.isEmpty() && span.isEmpty()) {
            return Optional.empty();
        }
        Span hours = span.orElse(new Span(DEFAULT_FROM, DEFAULT_UNTIL));
        return Optional.of(new When(day.orElse(today.plusDays(1)), hours.from(), hours.until()));
    }

    private static Optional<LocalDate> day(String plain, LocalDate today) {
        if (plain.contains("pasado manana")) {
            return Optional.of(today.plusDays(2));
        }
        if (TOMORROW.matcher(plain).find()) {
            return Optional.of(today.plusDays(1));
        }
        Matcher weekday = WEEKDAY.matcher(plain);
        if (weekday.find()) {
            return Optional.ofNullable(DAYS.get(weekday.group(1))).map(d -> today.with(TemporalAdjusters.next(d)));
        }
        return plain.matches(".*\\bhoy\\b.*") ? Optional.of(today) : Optional.empty();
    }

    private static Optional<Span> span(String plain) {
        Matcher between = BETWEEN.matcher(plain);
        if (between.find()) {
            String part = between.group(3);
            return ordered(hour(between.group(1), part), hour(between.group(2), part));
        }
        Matcher after = AFTER.matcher(plain);
        if (after.find()) {
            return ordered(hour(after.group(1), after.group(2)), DAY - 2);
        }
        Matcher before = BEFORE.matcher(plain);
        if (before.find()) {
            return ordered(MORNING, hour(before.group(1), before.group(2)));
        }
        Matcher at = AT.matcher(plain);
        if (at.find()) {
            int hour = hour(at.group(1), at.group(2));
            return ordered(hour, hour + 2);
        }
        return partOfDay(plain);
    }

    private static Optional<Span> partOfDay(String plain) {
        if (plain.contains("mediodia")) {
            return Optional.of(new Span(NOON, DEFAULT_UNTIL));
        }
        if (plain.matches(".*\\b(?:la|esta|en la|por la) tardes?\\b.*")) {
            return Optional.of(new Span(NOON, EVENING));
        }
        if (plain.matches(".*\\b(?:la|las|esta) noches?\\b.*")) {
            return Optional.of(new Span(EVENING, DAY - 2));
        }
        return plain.matches(".*\\b(?:la|las|esta) mananas?\\b.*|.*\\btemprano\\b.*")
                ? Optional.of(new Span(MORNING, NOON))
                : Optional.empty();
    }

    private static Optional<Span> ordered(int from, int until) {
        return from >= 0 && from < until && until <= DAY ? Optional.of(new Span(from, until)) : Optional.empty();
    }

    private static int hour(String digits, @Nullable String part) {
        int hour = Integer.parseInt(digits);
        boolean morning = part != null && (part.startsWith("a") || part.endsWith("manana"));
        boolean later = part != null && !morning;
        boolean meansAfternoon = later || (part == null && hour < MORNING);
        return meansAfternoon && hour < NOON ? hour + NOON : hour;
    }
}
