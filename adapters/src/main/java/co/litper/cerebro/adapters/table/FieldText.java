package co.litper.cerebro.adapters.table;

import java.time.Instant;
import java.util.Optional;

/**
 * Reads single values as platforms write them, by the rules by which the cells of an export are read. Pure.
 */
public final class FieldText {
    private FieldText() {}

    /**
     * The moment that a text tells: ISO-8601, {@code dd/MM/yyyy} or {@code yyyy-MM-dd} with or without a time, in Bogotá's
     * time where no zone is told. Empty if it tells none, or one before the year 2000 or a day ahead of {@code now}.
     */
    public static Optional<Dated> moment(String text, Instant now) {
        return value(new DateText(now, false).parse(Cell.text(text.strip()), Cell.EMPTY));
    }

    /** The pesos that a text tells, such as {@code $ 89.900} or {@code 89900,00}; empty if it tells none. */
    public static Optional<Long> pesos(String text) {
        return value(MoneyText.parse(Cell.text(text.strip()), false));
    }

    /** The ten digits of a phone of Colombia, else whatever digits the text has; empty if none. */
    public static String phone(String text) {
        return Phone.parse(text).digits();
    }

    private static <T> Optional<T> value(Parsed<T> parsed) {
        return parsed instanceof Parsed.Value<T>(T value) ? Optional.of(value) : Optional.empty();
    }
}
