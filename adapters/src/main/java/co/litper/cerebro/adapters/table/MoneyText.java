package co.litper.cerebro.adapters.table;

import co.litper.cerebro.adapters.table.Parsed.Absent;
import co.litper.cerebro.adapters.table.Parsed.Value;
import co.litper.cerebro.adapters.table.Parsed.Wrong;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Reads amounts of Colombian pesos: {@code $ 45.900}, {@code 45,900.00}, {@code 45.900,00}, {@code 45900}.
 *
 * <p>A point or comma before exactly three final digits separates thousands, the last separator of two kinds the
 * decimals; in a number cell the point is always decimal. Decimals are rounded half up: pesos have none in practice.
 */
final class MoneyText {
    /** A trillion pesos: no parcel is worth that. */
    private static final long MAX_COP = 1_000_000_000_000L;

    /** So many digits stay below {@link #MAX_COP}. */
    private static final int WHOLE_DIGITS = 12;

    private static final int MAX_LENGTH = 30;
    private static final Pattern THOUSANDS_POINT = Pattern.compile("\\d{1,3}(\\.\\d{3})+(,\\d+)?");
    private static final Pattern THOUSANDS_COMMA = Pattern.compile("\\d{1,3}(,\\d{3})+(\\.\\d+)?");
    private static final Pattern DECIMAL = Pattern.compile("\\d+([.,]\\d+)?");
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,20}(\\.\\d{1,20})?([eE][+-]?\\d{1,2})?");

    private MoneyText() {}

    /** The amount in whole pesos; negative ones are wrong unless {@code signed}. */
    static Parsed<Long> parse(Cell cell, boolean signed) {
        String text = cell.text();
        if (Absence.isAbsent(text)) {
            return new Absent<>();
        }
        long whole = whole(text);
        if (whole >= 0) {
            return new Value<>(whole);
        }
        String bare = bare(text);
        boolean negative = bare.startsWith("-") || bare.endsWith("-") || (bare.startsWith("(") && bare.endsWith(")"));
        String digits = cell.kind() == Cell.Kind.NUMBER ? text : plain(bare.replaceAll("^[-(]|[-)]$", ""));
        if (bare.length() > MAX_LENGTH || !NUMBER.matcher(digits).matches()) {
            return new Wrong<>("is '" + Problems.shown(text) + "', which is not an amount");
        }
        if (negative && !signed) {
            return new Wrong<>("is negative: '" + Problems.shown(text) + "'");
        }
        BigDecimal amount = new BigDecimal(digits).abs();
        if (amount.compareTo(BigDecimal.valueOf(MAX_COP)) > 0) {
            return new Wrong<>("is above " + MAX_COP + " pesos");
        }
        long cop = amount.setScale(0, RoundingMode.HALF_UP).longValueExact();
        return new Value<>(negative ? -cop : cop);
    }

    /** The common case, digits alone, which needs no pattern; -1 if it is another. */
    private static long whole(String text) {
        if (text.length() > WHOLE_DIGITS) {
            return -1;
        }
        long value = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9') {
                return -1;
            }
            value = value * 10 + c - '0';
        }
        return value;
    }

    private static String bare(String text) {
        StringBuilder out = new StringBuilder(text.length());
        String upper = text.toUpperCase(Locale.ROOT).replace("COP", "");
        for (int i = 0; i < upper.length(); i++) {
            char c = upper.charAt(i);
            if (c == '\u2212') {
                out.append('-');
            } else if (c != '$' && c != ' ' && c != '\u00A0' && c != '\u202F' && c != '\'') {
                out.append(c);
            }
        }
        return out.toString();
    }

    /** The digits with a decimal point, or "" if it is no amount. */
    private static String plain(String bare) {
        boolean zeroFirst = bare.startsWith("0");
        if (!zeroFirst && THOUSANDS_POINT.matcher(bare).matches()) {
            return bare.replace(".", "").replace(',', '.');
        }
        if (!zeroFirst && THOUSANDS_COMMA.matcher(bare).matches()) {
            return bare.replace(",", "");
        }
        return DECIMAL.matcher(bare).matches() ? bare.replace(',', '.') : "";
    }
}
