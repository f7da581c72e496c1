package co.litper.cerebro.log;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;

/**
 * Moments as ISO-8601 text in UTC, with as few digits as tell them exactly: {@code 2026-03-01T14:05:09.25Z}.
 *
 * <p>Years 0 to 9999 go through hand-written digits (the log's hot path); anything else, and any offset other than
 * {@code Z} when read, through {@code java.time}.
 */
final class InstantText {
    /** Bytes that the longest text takes: a year of ten digits with sign, and nine decimals. */
    static final int MAX_BYTES = 40;

    private static final int SECONDS_A_DAY = 86_400;
    private static final long YEAR_0 = LocalDate.of(0, 1, 1).toEpochDay() * SECONDS_A_DAY;
    private static final long YEAR_10000 = LocalDate.of(10_000, 1, 1).toEpochDay() * SECONDS_A_DAY;
    private static final int FIRST_DECIMAL = 20;
    private static final int NANO_DIGITS = 9;

    private InstantText() {}

    /** Writes {@code instant} into {@code out}, which has room for {@link #MAX_BYTES}, and returns how many bytes. */
    static int write(Instant instant, byte[] out) {
        long second = instant.getEpochSecond();
        if (second < YEAR_0 || second >= YEAR_10000) {
            byte[] text = instant.toString().getBytes(StandardCharsets.US_ASCII);
            System.arraycopy(text, 0, out, 0, text.length);
            return text.length;
        }
        LocalDate day = LocalDate.ofEpochDay(Math.floorDiv(second, SECONDS_A_DAY));
        int ofDay = Math.floorMod(second, SECONDS_A_DAY);
        two(out, 0, day.getYear() / 100);
        two(out, 2, day.getYear() % 100);
        out[4] = '-';
        two(out, 5, day.getMonthValue());
        out[7] = '-';
        two(out, 8, day.getDayOfMonth());
        out[10] = 'T';
        two(out, 11, ofDay / 3600);
        out[13] = ':';
        two(out, 14, ofDay / 60 % 60);
        out[16] = ':';
        two(out, 17, ofDay % 60);
        int length = decimals(out, instant.getNano());
        out[length] = 'Z';
        return length + 1;
    }

    private static int decimals(byte[] out, int nano) {
        if (nano == 0) {
            return FIRST_DECIMAL - 1;
        }
        out[FIRST_DECIMAL - 1] = '.';
        int rest = nano;
        for (int i = FIRST_DECIMAL + NANO_DIGITS - 1; i >= FIRST_DECIMAL; i--) {
            out[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        int end = FIRST_DECIMAL + NANO_DIGITS;
        while (out[end - 1] == '0') {
            end--;
        }
        return end;
    }

    private static void two(byte[] out, int at, int value) {
        out[at] = (byte) ('0' + value / 10);
        out[at + 1] = (byte) ('0' + value % 10);
    }

    /** The moment that {@code text} tells, or empty if it tells none. */
    static Optional<Instant> parse(String text) {
        try {
            return Optional.of(
                    isPlain(text) ? plain(text) : OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** True for {@code dddd-dd-ddTdd:dd:dd[.d{1,9}]Z}. */
    private static boolean isPlain(String text) {
        int length = text.length();
        if (length < FIRST_DECIMAL || length > FIRST_DECIMAL + NANO_DIGITS + 1 || text.charAt(length - 1) != 'Z') {
            return false;
        }
        for (int i = 0; i < length - 1; i++) {
            char c = text.charAt(i);
            boolean fits = switch (i) {
                case 4, 7 -> c == '-';
                case 10 -> c == 'T';
                case 13, 16 -> c == ':';
                case 19 -> c == '.' && length > FIRST_DECIMAL + 1;
                default -> c >= '0' && c <= '9';
            };
            if (!fits) {
                return false;
            }
        }
        return true;
    }

    private static Instant plain(String text) {
        int hour = digits(text, 11, 13);
        int minute = digits(text, 14, 16);
        int second = digits(text, 17, 19);
        if (hour > 23 || minute > 59 || second > 59) {
            throw new DateTimeException("no such time of day");
        }
        long day = LocalDate.of(digits(text, 0, 4), digits(text, 5, 7), digits(text, 8, 10))
                .toEpochDay();
        long epochSecond = day * SECONDS_A_DAY + hour * 3600L + minute * 60L + second;
        return Instant.ofEpochSecond(epochSecond, nanos(text));
    }

    private static int nanos(String text) {
        int end = text.length() - 1;
        if (end <= FIRST_DECIMAL) {
            return 0;
        }
        int nanos = digits(text, FIRST_DECIMAL, end);
        for (int i = end - FIRST_DECIMAL; i < NANO_DIGITS; i++) {
            nanos *= 10;
        }
        return nanos;
    }

    private static int digits(String text, int from, int to) {
        int value = 0;
        for (int i = from; i < to; i++) {
            value = value * 10 + (text.charAt(i) - '0');
        }
        return value;
    }
}
