package co.litper.cerebro.server.text;

import co.litper.cerebro.world.Clock;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;

/**
 * Numbers, pesos, times and spans as they are written in Colombia: dots between thousands, a comma before decimals,
 * Bogotá's time, in both languages. Independent of the machine's locale and zone.
 */
public final class Figures {
    private static final int GROUP = 3;
    private static final long HOURS_A_DAY = 24;
    private static final long MINUTES_AN_HOUR = 60;
    private static final int PERCENT = 100;
    private static final char NO_BREAK_SPACE = '\u00a0';
    private static final String WORD_JOINER = "\u2060";

    private Figures() {}

    /** A whole number: {@code 45.900}. */
    public static String count(long number) {
        return grouped(Long.toString(number));
    }

    private static String grouped(String digits) {
        StringBuilder out = new StringBuilder(digits);
        int first = digits.startsWith("-") ? 1 : 0;
        for (int i = digits.length() - GROUP; i > first; i -= GROUP) {
            out.insert(i, '.');
        }
        return out.toString();
    }

    /** An amount in pesos: {@code $ 45.900}, {@code -$ 300}. */
    public static String pesos(long cop) {
        return cop < 0 ? "-$ " + count(cop).substring(1) : "$ " + count(cop);
    }

    /** A number with {@code decimals} digits after the comma, half away from zero; {@code –} if it is not finite. */
    public static String decimal(double number, int decimals) {
        if (!Double.isFinite(number)) {
            return "–";
        }
        BigDecimal rounded = BigDecimal.valueOf(number).setScale(decimals, RoundingMode.HALF_UP);
        String text = rounded.abs().toPlainString();
        int point = text.indexOf('.');
        String whole = grouped(point < 0 ? text : text.substring(0, point));
        String sign = rounded.signum() < 0 ? "-" : "";
        return sign + whole + (point < 0 ? "" : "," + text.substring(point + 1));
    }

    /** A share from 0 to 1 in whole percent: {@code 72 %}; {@code –} if it is not finite. */
    public static String percent(double share) {
        return percent(share, 0);
    }

    /** A share from 0 to 1 in percent with decimals: {@code 72,5 %}. */
    public static String percent(double share, int decimals) {
        return Double.isFinite(share) ? decimal(share * PERCENT, decimals) + " %" : "–";
    }

    /** A share with its bounds, never broken over two lines: {@code 53 % (14 %–24 %)}. */
    public static String percentBetween(double share, double low, double high, int decimals) {
        return unbroken(percent(share, decimals) + " (" + percent(low, decimals) + "–" + percent(high, decimals) + ")");
    }

    /** The same text with spaces that do not break, and dashes behind which no line ends. */
    private static String unbroken(String text) {
        return text.replace(' ', NO_BREAK_SPACE).replace("–", WORD_JOINER + "–" + WORD_JOINER);
    }

    /** A moment: {@code 2 mar 10:05}, in Bogotá. */
    public static String dayTime(Instant at, Language language) {
        ZonedDateTime local = at.atZone(Clock.BOGOTA);
        return local.getDayOfMonth() + " " + language.month(local.getMonthValue()) + " " + two(local.getHour()) + ":"
                + two(local.getMinute());
    }

    /** A moment with its year: {@code 2 mar 2026 10:05}, in Bogotá. */
    public static String dayYearTime(Instant at, Language language) {
        ZonedDateTime local = at.atZone(Clock.BOGOTA);
        return local.getDayOfMonth() + " " + language.month(local.getMonthValue()) + " " + local.getYear() + " "
                + two(local.getHour()) + ":" + two(local.getMinute());
    }

    /** The length of a span, its sign left out: {@code 2 d 4 h}, {@code 3 h 20 min}, {@code 12 min}. */
    public static String span(Duration span) {
        long minutes = span.abs().toMinutes();
        long hours = minutes / MINUTES_AN_HOUR;
        if (hours >= HOURS_A_DAY) {
            return hours / HOURS_A_DAY + " d " + hours % HOURS_A_DAY + " h";
        }
        return hours > 0 ? hours + " h " + minutes % MINUTES_AN_HOUR + " min" : minutes + " min";
    }

    private static String two(int number) {
        return number < 10 ? "0" + number : Integer.toString(number);
    }
}
