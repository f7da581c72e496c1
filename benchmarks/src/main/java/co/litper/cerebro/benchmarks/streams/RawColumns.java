package co.litper.cerebro.benchmarks.streams;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A file as text: a cell is null where its value is missing.
 *
 * @param names of the columns
 * @param declared values of nominal columns in their declared order, an empty list where the file declares a number, null
 *     where it declares nothing
 * @param rows cells, as many as names
 */
public record RawColumns(List<String> names, List<@Nullable List<String>> declared, List<@Nullable String[]> rows) {
    /** The text without blanks around it, or null if it says that nothing is known. */
    public static @Nullable String present(String cell) {
        String text = cell.strip();
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "", "?", "na", "nan", "null" -> null;
            default -> text;
        };
    }
}
