package co.litper.cerebro.adapters.table;

import co.litper.cerebro.world.Clock;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One file on its way from raw rows to results, with its counts. Used once; not thread-safe. */
final class TableReading<C extends Enum<C>, T> {
    /** Rows between two calls of progress. */
    private static final int PROGRESS_ROWS = 1_000;
    /** Odd headings that are named in the summary. */
    private static final int MAX_ODD_HEADINGS = 50;

    private final ColumnSet<C> columns;
    private final Limits limits;
    private final Clock clock;
    private final Function<RowCells<C>, T> mapper;
    private final Consumer<RowResult<T>> sink;
    private final Progress progress;
    private final Problems problems = new Problems();

    private String source = "";
    private @Nullable HeaderSearch<C> header;
    private @Nullable RawRows reading;
    private long rows;
    private long refused;
    private long blank;

    TableReading(
            ColumnSet<C> columns,
            Limits limits,
            Clock clock,
            Function<RowCells<C>, T> mapper,
            Consumer<RowResult<T>> sink,
            Progress progress) {
        this.columns = columns;
        this.limits = limits;
        this.clock = clock;
        this.mapper = mapper;
        this.sink = sink;
        this.progress = progress;
    }

    /** Looks for the header in the first rows. */
    HeaderSearch<C> search(RawRows raw) throws IOException {
        List<String> nearest = List.of();
        long line = 1;
        int best = -1;
        int seen = 0;
        for (int i = 0; i < limits.headerSearchRows(); i++) {
            RawRow row = raw.next();
            if (row == null) {
                break;
            }
            if (!(row instanceof RawRow.Cells cells) || cells.blank()) {
                continue;
            }
            seen++;
            List<String> headings = headings(cells);
            int score = columns.recognised(headings);
            if (score > best) {
                best = score;
                nearest = headings;
                line = row.line();
            }
            if (columns.missing(headings).isEmpty()) {
                return new HeaderSearch<>(columns, headings, row.line(), headings, seen);
            }
        }
        return new HeaderSearch<>(columns, null, line, nearest, seen);
    }

    private List<String> headings(RawRow.Cells cells) {
        List<String> headings = new ArrayList<>();
        for (int i = 0; i < Math.min(cells.count(), limits.maxColumns()); i++) {
            headings.add(cells.cell(i).text());
        }
        return headings;
    }

    /** Reads all rows below the header. */
    ReadResult read(RawRows raw, HeaderSearch<C> found, String name, boolean from1904, long size) throws IOException {
        List<String> headings = found.header() == null ? List.of() : found.header();
        source = name;
        header = found;
        reading = raw;
        raw.expectCells(headings.size());
        int[] places = columns.places(headings);
        DateText dates = new DateText(clock.now(), from1904);
        long seen = 0;
        for (RawRow row = raw.next(); row != null; row = raw.next()) {
            deliver(row, places, dates, headings.size());
            if (++seen % PROGRESS_ROWS == 0) {
                progress.at(seen, Math.min(size, raw.bytesRead()), size);
            }
        }
        progress.at(seen, size, size);
        return new ReadResult.Complete(summary());
    }

    private void deliver(RawRow row, int[] places, DateText dates, int headings) {
        switch (row) {
            case RawRow.Bad(long line, String reason) -> refuse(line, reason, "");
            case RawRow.Cells cells when cells.blank() -> blank++;
            case RawRow.Cells cells
            when surplus(cells, headings) ->
                refuse(
                        cells.line(),
                        "the row has " + cells.count() + " cells, the header " + headings
                                + ". Maybe a text contains the delimiter and is not quoted",
                        "");
            case RawRow.Cells cells -> map(cells, places, dates);
        }
    }

    /** True if cells with content stand beyond the last heading. */
    private static boolean surplus(RawRow.Cells cells, int headings) {
        for (int i = headings; i < cells.count(); i++) {
            Cell cell = cells.cell(i);
            if (!cell.text().isEmpty() || cell.kind() == Cell.Kind.GARBLED || cell.kind() == Cell.Kind.TOO_LONG) {
                return true;
            }
        }
        return false;
    }

    private void map(RawRow.Cells cells, int[] places, DateText dates) {
        problems.clear();
        RowCells<C> row = new RowCells<>(columns, places, dates, problems, cells);
        T value = mapper.apply(row);
        if (problems.none()) {
            rows++;
            sink.accept(new RowResult.Row<>(value, cells.line()));
        } else {
            refuse(cells.line(), problems.joined(), row.excerpt());
        }
    }

    private void refuse(long line, String reason, String excerpt) {
        refused++;
        sink.accept(new RowResult.Refused<>(line, reason, excerpt));
    }

    /** The account of a file that could not be read, or not to its end. */
    ReadResult stopped(FileProblem problem) {
        return new ReadResult.Stopped(summary(), problem);
    }

    private ReadSummary summary() {
        RawRows raw = reading;
        HeaderSearch<C> found = header;
        if (raw == null || found == null) {
            return ReadSummary.nothing();
        }
        return new ReadSummary(
                source,
                found.line(),
                rows,
                refused,
                blank,
                raw.skippedLines(),
                raw.formulaCells(),
                raw.repairedCells(),
                found.ignored(MAX_ODD_HEADINGS),
                found.duplicated(MAX_ODD_HEADINGS));
    }
}
