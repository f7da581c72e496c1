package co.litper.cerebro.benchmarks.lifetime;

import co.litper.cerebro.benchmarks.BenchDataException;
import co.litper.cerebro.learners.lifetime.CustomerSummary;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Customers' summaries from a CSV file; columns are known by any of their usual names, in any order and case. */
final class CustomerFile {
    private static final Set<String> REPEATS = Set.of("x", "frequency", "repeats");
    private static final Set<String> RECENCY = Set.of("t_x", "tx", "recency");
    private static final Set<String> AGE = Set.of("t", "age", "tenure");
    private static final Set<String> VALUE =
            Set.of("zbar", "m_x", "mx", "monetary", "monetary_value", "meanvalue", "mean_value", "value");

    private final List<CustomerSummary> customers = new ArrayList<>();
    private boolean valued;

    private CustomerFile() {}

    /** Reads {@code file}; throws {@link BenchDataException} with the line if a column is missing or a row is none. */
    static CustomerFile read(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new BenchDataException("no file " + file + ". Maybe --file wants another path.", null);
        }
        CustomerFile read = new CustomerFile();
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(file)) {
            for (NamedCsvRecord row : csv) {
                read.take(file, row);
            }
        } catch (IOException | UncheckedIOException e) {
            throw new BenchDataException("cannot read " + file + ": " + e.getMessage(), e);
        }
        if (read.customers.isEmpty()) {
            throw new BenchDataException(file + " has no customer", null);
        }
        return read;
    }

    private void take(Path file, NamedCsvRecord row) {
        int value = column(row.getHeader(), VALUE);
        valued = value >= 0;
        try {
            String worth = value < 0 ? "" : row.getField(value).strip();
            customers.add(new CustomerSummary(
                    number(row, REPEATS),
                    number(row, RECENCY),
                    number(row, AGE),
                    worth.isEmpty() ? 0 : Double.parseDouble(worth)));
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new BenchDataException(
                    file + " line " + row.getStartingLineNumber() + " is no customer: " + e.getMessage(), e);
        }
    }

    private static double number(NamedCsvRecord row, Set<String> names) {
        int column = column(row.getHeader(), names);
        if (column < 0) {
            throw new IllegalArgumentException(
                    "of the columns " + row.getHeader() + " none is named as one of " + names);
        }
        return Double.parseDouble(row.getField(column));
    }

    private static int column(List<String> header, Set<String> names) {
        for (int i = 0; i < header.size(); i++) {
            if (names.contains(header.get(i).strip().toLowerCase(Locale.ROOT))) {
                return i;
            }
        }
        return -1;
    }

    List<CustomerSummary> customers() {
        return customers;
    }

    /** Whether there is a column of values. */
    boolean valued() {
        return valued;
    }
}
