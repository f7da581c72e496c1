package co.litper.cerebro.adapters.table;

import co.litper.cerebro.adapters.table.Dated.Precision;
import co.litper.cerebro.adapters.table.Parsed.Absent;
import co.litper.cerebro.adapters.table.Parsed.Value;
import co.litper.cerebro.adapters.table.Parsed.Wrong;
import co.litper.cerebro.world.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads dates as exports write them: day first or ISO, with or without a time of 12 or 24 hours, and Excel's serial
 * numbers. Local times are Bogotá's. Immutable.
 */
final class DateText {
    /** How far a date may lie ahead of the clock: skew of carriers' machines, and days that begin elsewhere. */
    private static final Duration AHEAD = Duration.ofHours(24);
    /** Nothing that is imported is older; such dates are typing errors or zeros. */
    private static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);
    /** Serial numbers of 2000-01-01 and 2100-01-01. */
    private static final int MIN_SERIAL = 36_526;

    private static final int MAX_SERIAL = 73_051;
    /** Day 0 of Excel, with its belief in 29 February 1900 allowed for. */
    private static final LocalDate SERIAL_ZERO = LocalDate.of(1899, 12, 30);

    private static final int DAYS_1904 = 1_462;
    private static final int SECONDS_PER_DAY = 86_400;
    private static final int CENTURY = 2000;
    private static final int MAX_LENGTH = 40;

    private static final String TIME =
            "(?:[T ,]+(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:[.,]\\d{1,9})?)?\\s*([ap]\\.?\\s?m\\.?)?\\s*(Z|[+-]\\d{2}:?\\d{2})?)?";
    private static final Pattern DAY_FIRST = pattern("(\\d{1,2})[/.-](\\d{1,2})[/.-](\\d{4}|\\d{2})" + TIME);
    private static final Pattern YEAR_FIRST = pattern("(\\d{4})[/.-](\\d{1,2})[/.-](\\d{1,2})" + TIME);
    private static final Pattern ONLY_TIME =
            pattern("(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:[.,]\\d{1,9})?)?\\s*([ap]\\.?\\s?m\\.?)?");
    private static final Pattern SERIAL = pattern("\\d{5}([.,]\\d{1,15})?");
    private static final Pattern ZERO = pattern("0{1,4}[/.-]0{1,2}[/.-]0{1,4}.*|0(\\.0+)?");

    private final Instant latest;
    private final boolean from1904;

    /**
     * A reader of dates.
     *
     * @param now the present; dates over a day ahead of it are refused
     * @param from1904 true if serial numbers count from 1904, as workbooks of old Macs do
     */
    DateText(Instant now, boolean from1904) {
        this.latest = now.plus(AHEAD);
        this.from1904 = from1904;
    }

    /** The moment that a cell tells; a second cell may hold the time of day. */
    Parsed<Dated> parse(Cell date, Cell time) {
        String text = date.text();
        if (Absence.isAbsent(text)
                || (text.startsWith("0") && ZERO.matcher(text).matches())) {
            return new Absent<>();
        }
        try {
            Optional<Dated> read = text.length() > MAX_LENGTH ? Optional.empty() : read(text);
            if (read.isEmpty()) {
                return new Wrong<>("is '" + Problems.shown(text) + "', which is not a date");
            }
            return checked(withTime(read.get(), time.text()), text);
        } catch (DateTimeException impossible) {
            return new Wrong<>("is '" + Problems.shown(text)
                    + "', a day or hour that does not exist. Maybe month and day are swapped");
        }
    }

    private Parsed<Dated> checked(Dated dated, String text) {
        if (dated.at().isAfter(latest)) {
            return new Wrong<>("is '" + Problems.shown(text) + "', more than 24 hours ahead of now");
        }
        if (dated.at().isBefore(EARLIEST.atStartOfDay(Clock.BOGOTA).toInstant())) {
            return new Wrong<>("is '" + Problems.shown(text) + "', before the year " + EARLIEST.getYear());
        }
        return new Value<>(dated);
    }

    private Optional<Dated> read(String text) {
        Matcher dayFirst = DAY_FIRST.matcher(text);
        if (dayFirst.matches()) {
            int year = Integer.parseInt(dayFirst.group(3));
            int full = dayFirst.group(3).length() == 2 ? CENTURY + year : year;
            return Optional.of(at(LocalDate.of(full, number(dayFirst, 2), number(dayFirst, 1)), dayFirst));
        }
        Matcher yearFirst = YEAR_FIRST.matcher(text);
        if (yearFirst.matches()) {
            return Optional.of(
                    at(LocalDate.of(number(yearFirst, 1), number(yearFirst, 2), number(yearFirst, 3)), yearFirst));
        }
        return SERIAL.matcher(text).matches() ? serial(Double.parseDouble(text.replace(',', '.'))) : Optional.empty();
    }

    private static Dated at(LocalDate day, Matcher m) {
        if (m.group(4) == null) {
            return new Dated(day.atStartOfDay(Clock.BOGOTA).toInstant(), Precision.DAY);
        }
        LocalDateTime local = day.atTime(time(m, 4));
        String zone = m.group(8);
        Instant at = zone == null
                ? local.atZone(Clock.BOGOTA).toInstant()
                : local.toInstant(ZoneOffset.of(zone.toUpperCase(Locale.ROOT)));
        return new Dated(at, Precision.SECOND);
    }

    private static LocalTime time(Matcher m, int first) {
        int hour = number(m, first);
        int second = m.group(first + 2) == null ? 0 : number(m, first + 2);
        String half = m.group(first + 3);
        if (half != null) {
            if (hour < 1 || hour > 12) {
                throw new DateTimeException("hour " + hour + " of 12");
            }
            boolean afternoon = half.toLowerCase(Locale.ROOT).startsWith("p");
            hour = hour % 12 + (afternoon ? 12 : 0);
        }
        return LocalTime.of(hour, number(m, first + 1), second);
    }

    private Optional<Dated> serial(double serial) {
        double days = from1904 ? serial + DAYS_1904 : serial;
        if (days < MIN_SERIAL || days >= MAX_SERIAL) {
            return Optional.empty();
        }
        long seconds = Math.round(days * SECONDS_PER_DAY);
        LocalDateTime local = SERIAL_ZERO.atStartOfDay().plusSeconds(seconds);
        Precision precision = seconds % SECONDS_PER_DAY == 0 ? Precision.DAY : Precision.SECOND;
        return Optional.of(new Dated(local.atZone(Clock.BOGOTA).toInstant(), precision));
    }

    /** Adds the time of day that a column of its own tells, unless the date has one or it cannot be read. */
    private static Dated withTime(Dated dated, String time) {
        if (dated.precision() == Precision.SECOND || time.isEmpty()) {
            return dated;
        }
        LocalDate day = LocalDate.ofInstant(dated.at(), Clock.BOGOTA);
        Matcher m = ONLY_TIME.matcher(time);
        if (m.matches()) {
            return new Dated(day.atTime(time(m, 1)).atZone(Clock.BOGOTA).toInstant(), Precision.SECOND);
        }
        if (time.matches("0?\\.\\d{1,17}")) {
            long seconds = Math.round(Double.parseDouble(time) * SECONDS_PER_DAY) % SECONDS_PER_DAY;
            return new Dated(dated.at().plusSeconds(seconds), Precision.SECOND);
        }
        return dated;
    }

    private static int number(Matcher m, int group) {
        return Integer.parseInt(m.group(group));
    }

    private static Pattern pattern(String regex) {
        return Pattern.compile(regex, Pattern.CASE_INSENSITIVE);
    }
}
