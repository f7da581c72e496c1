package co.litper.cerebro.adapters.table;

import co.litper.cerebro.adapters.table.FileProblem.Kind;
import co.litper.cerebro.world.Clock;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads a table out of a .csv or .xlsx file, told by its content, not its name.
 *
 * <p>The header may stand below title rows and in any sheet; the first that has the required columns is taken. CSV is
 * read in memory bounded by {@link Limits#maxRowBytes} at any file size; .xlsx besides holds its shared strings.
 * Linear in the size of the file. Stateless, thread-safe.
 */
public final class TableFile {
    private static final byte[] DELIMITERS = {',', ';', '\t', '|'};

    private TableFile() {}

    /**
     * Reads a file row by row.
     *
     * @param file the file; the path does not appear in messages
     * @param columns the columns to look for
     * @param limits the bounds of memory and size
     * @param clock tells which dates lie in the future
     * @param mapper makes a value of a row; what it returns is dropped if the row has problems
     * @param sink takes each result, in file order; what it throws passes through
     * @param progress is told how far reading has come
     * @return the account, and the problem of the file if there was one; bad content never throws
     */
    public static <C extends Enum<C>, T> ReadResult read(
            Path file,
            ColumnSet<C> columns,
            Limits limits,
            Clock clock,
            Function<RowCells<C>, T> mapper,
            Consumer<RowResult<T>> sink,
            Progress progress) {
        var reading = new TableReading<>(columns, limits, clock, mapper, sink, progress);
        try {
            if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
                throw new UnreadableFile(
                        Kind.NOT_READABLE, "There is no such file, or it may not be read. Maybe check its name.");
            }
            return switch (Sniffer.sniff(file)) {
                case Sniffer.Format.Workbook() -> readWorkbook(file, limits, reading);
                case Sniffer.Format.Text text -> readText(file, text, limits, reading);
            };
        } catch (UnreadableFile unreadable) {
            return reading.stopped(unreadable.problem());
        } catch (IOException failed) {
            return reading.stopped(new FileProblem(
                    Kind.NOT_READABLE,
                    "Reading the file failed: " + failed.getClass().getSimpleName() + ". Maybe the disk has errors."));
        }
    }

    private static <C extends Enum<C>, T> ReadResult readText(
            Path file, Sniffer.Format.Text text, Limits limits, TableReading<C, T> reading) throws IOException {
        byte delimiter = delimiter(text.sample(), limits, reading);
        long size = Files.size(file);
        try (RawRows rows = new CsvRows(Sniffer.open(file, text), delimiter, limits)) {
            HeaderSearch<C> found = reading.search(rows);
            if (found.header() == null) {
                throw found.problem();
            }
            String name = delimiter == '\t' ? "tab" : String.valueOf((char) delimiter);
            return reading.read(rows, found, "csv " + name, false, size);
        }
    }

    private static <C extends Enum<C>> byte delimiter(byte[] sample, Limits limits, TableReading<C, ?> reading)
            throws IOException {
        byte best = DELIMITERS[0];
        int bestScore = -1;
        for (byte candidate : DELIMITERS) {
            try (RawRows rows = new CsvRows(new ByteArrayInputStream(sample), candidate, limits)) {
                int score = reading.search(rows).score();
                if (score > bestScore) {
                    best = candidate;
                    bestScore = score;
                }
            }
        }
        return best;
    }

    private static <C extends Enum<C>, T> ReadResult readWorkbook(Path file, Limits limits, TableReading<C, T> reading)
            throws IOException {
        try (XlsxFile workbook = new XlsxFile(file, limits)) {
            List<String> seen = new ArrayList<>();
            HeaderSearch<C> nearest = null;
            for (XlsxFile.SheetPart sheet : workbook.sheets()) {
                try (RawRows rows = workbook.rows(sheet)) {
                    HeaderSearch<C> found = reading.search(rows);
                    if (found.header() != null) {
                        String source = "xlsx sheet '" + sheet.name() + "'";
                        return reading.read(rows, found, source, workbook.from1904(), Files.size(file));
                    }
                    nearest = better(nearest, found);
                }
                seen.add(sheet.name());
            }
            throw nearest == null
                    ? new UnreadableFile(Kind.EMPTY, "The workbook has no sheet with cells.")
                    : nearest.problem();
        }
    }

    private static <C extends Enum<C>> HeaderSearch<C> better(@Nullable HeaderSearch<C> one, HeaderSearch<C> other) {
        return one == null || other.score() > one.score() ? other : one;
    }
}
