package co.litper.cerebro.benchmarks.bandit;

import co.litper.cerebro.benchmarks.BenchDataException;
import co.litper.cerebro.benchmarks.streams.RawColumns;
import co.litper.cerebro.benchmarks.streams.StreamFiles;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rectangle of text.
 *
 * @param names of the columns
 * @param rows at least two, each as wide as {@code names}
 */
record Table(List<String> names, List<String[]> rows) {
    /** More rows than this are not read: a bench samples them anyway. */
    private static final int MOST_ROWS = 2_000_000;

    /** Stands where the file tells nothing. */
    private static final String MISSING = "?";

    /**
     * Reads a file.
     *
     * @throws BenchDataException if it is missing or broken, or has less than two rows or columns
     */
    static Table read(Path file) {
        RawColumns raw = StreamFiles.read(file, MOST_ROWS);
        if (raw.rows().size() < 2 || raw.names().size() < 2) {
            throw new BenchDataException(
                    file + " has " + raw.rows().size() + " rows of "
                            + raw.names().size() + " columns, 2 × 2 are needed",
                    null);
        }
        return new Table(raw.names(), raw.rows().stream().map(Table::told).toList());
    }

    private static String[] told(@Nullable String[] row) {
        String[] cells = new String[row.length];
        for (int i = 0; i < cells.length; i++) {
            cells[i] = row[i] == null ? MISSING : row[i];
        }
        return cells;
    }

    static boolean isMissing(String cell) {
        return cell.equals(MISSING);
    }

    static boolean isNumber(String cell) {
        try {
            return Double.isFinite(Double.parseDouble(cell));
        } catch (NumberFormatException e) {
            return false;
        }
    }

    /** Number of a column by its name or its number from 1. */
    int column(String nameOrNumber) {
        int at = names.indexOf(nameOrNumber);
        if (at < 0 && nameOrNumber.matches("[0-9]{1,6}")) {
            at = Integer.parseInt(nameOrNumber) - 1;
        }
        if (at < 0 || at >= names.size()) {
            throw new BenchDataException("no column '" + nameOrNumber + "'. Maybe one of " + names, null);
        }
        return at;
    }
}
