package co.litper.cerebro.adapters.table;

import co.litper.cerebro.adapters.table.Parsed.Value;
import co.litper.cerebro.adapters.table.Parsed.Wrong;
import java.math.BigDecimal;
import java.util.regex.Pattern;

/** Reads guide numbers and ids, which Excel likes to turn into numbers, and says when it lost digits. */
final class CodeText {
    /** Excel keeps this many significant digits. */
    private static final int EXACT_DIGITS = 15;

    private static final int MAX_LENGTH = 64;
    /** Exponents beyond this are no code; keeps {@link BigDecimal} from unfolding them. */
    private static final int MAX_EXPONENT = 30;

    private static final Pattern SCIENTIFIC = Pattern.compile("(\\d{1,20})(?:[.,](\\d{1,20}))?[eE]\\+?(\\d{1,3})");
    private static final Pattern TEXT_FORMULA = Pattern.compile("=\"([^\"]*)\"");
    private static final Pattern FLOAT = Pattern.compile("(\\d+)\\.0+");

    private CodeText() {}

    /**
     * The code that a cell holds. Text stays as it is, leading zeros included; {@code ="0123"} and {@code '0123} are
     * unwrapped; scientific notation and numbers are unfolded when no digit was lost.
     */
    static Parsed<String> parse(Cell cell) {
        if (cell.kind() == Cell.Kind.TEXT && plainDigits(cell.text())) {
            return new Value<>(cell.text());
        }
        String text = unwrap(cell.text());
        if (Absence.isAbsent(text)) {
            return new Parsed.Absent<>();
        }
        if (text.length() > MAX_LENGTH) {
            return new Wrong<>("has " + text.length() + " characters, at most " + MAX_LENGTH);
        }
        if (cell.kind() == Cell.Kind.NUMBER) {
            return number(text);
        }
        var asFloat = FLOAT.matcher(text);
        if (asFloat.matches()) {
            return new Value<>(asFloat.group(1));
        }
        return SCIENTIFIC.matcher(text).matches() ? unfold(text) : new Value<>(text);
    }

    /** The common case, which needs no pattern. */
    private static boolean plainDigits(String text) {
        if (text.isEmpty() || text.length() > MAX_LENGTH) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    private static String unwrap(String text) {
        var formula = TEXT_FORMULA.matcher(text);
        String inner = formula.matches() ? formula.group(1) : text;
        return (inner.startsWith("'") ? inner.substring(1) : inner).strip();
    }

    /** A number cell holds a double: exact if it is whole and has no more digits than Excel keeps. */
    private static Parsed<String> number(String text) {
        try {
            BigDecimal exact = new BigDecimal(text).stripTrailingZeros();
            int digits = exact.precision() - exact.scale();
            if (exact.signum() < 0 || exact.scale() > 0) {
                return new Wrong<>("is a number that is not whole and positive");
            }
            if (digits > EXACT_DIGITS) {
                return new Wrong<>("is a number of " + digits + " digits, of which Excel keeps " + EXACT_DIGITS
                        + ". Maybe format the column as text and export again");
            }
            return new Value<>(exact.toBigIntegerExact().toString());
        } catch (ArithmeticException | NumberFormatException notANumber) {
            return new Wrong<>("is not a number that can be read");
        }
    }

    /** Written as 1.23E+11: whole and complete only if the mantissa tells every digit. */
    private static Parsed<String> unfold(String text) {
        BigDecimal value = new BigDecimal(text.replace(',', '.'));
        if (value.scale() == 0) {
            return new Value<>(value.toBigIntegerExact().toString());
        }
        if (value.scale() < -MAX_EXPONENT || value.scale() > 0) {
            return new Value<>(text);
        }
        return new Wrong<>("was turned into " + text + " by a spreadsheet, which lost its last " + -value.scale()
                + " digits. Maybe format the column as text and export again");
    }
}
