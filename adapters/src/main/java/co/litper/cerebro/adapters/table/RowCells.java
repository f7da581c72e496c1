package co.litper.cerebro.adapters.table;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * One row through the eyes of a {@link ColumnSet}: typed cells, problems collected rather than thrown.
 *
 * <p>A column that the file lacks reads as absent. Valid only while the row is being read. Not thread-safe.
 *
 * @param <C> one constant per column
 */
public final class RowCells<C extends Enum<C>> {
    private static final Set<String> YES = Set.of("si", "sí", "s", "yes", "y", "true", "verdadero", "1", "x");
    private static final Set<String> NO = Set.of("no", "n", "false", "falso", "0");

    private final ColumnSet<C> columns;
    private final int[] places;
    private final DateText dates;
    private final Problems problems;
    private final RawRow.Cells raw;

    RowCells(ColumnSet<C> columns, int[] places, DateText dates, Problems problems, RawRow.Cells raw) {
        this.columns = columns;
        this.places = places;
        this.dates = dates;
        this.problems = problems;
        this.raw = raw;
    }

    /** The line of the row, from 1. */
    public long line() {
        return raw.line();
    }

    /** Refuses the row, for a reason without personal data; may be called several times. */
    public void refuse(String reason) {
        problems.add(reason);
    }

    /** Trimmed text as written, accents repaired; empty if the cell is. */
    public String text(C column) {
        return cell(column).text();
    }

    /** An id or guide number: text as written, numbers unfolded when no digit was lost; empty if there is none. */
    public String code(C column) {
        return value(column, CodeText.parse(cell(column))).orElse("");
    }

    /** An amount in whole pesos that is not negative. */
    public OptionalLong cop(C column) {
        return toLong(value(column, MoneyText.parse(cell(column), false)));
    }

    /** An amount in whole pesos that may be negative, such as a profit. */
    public OptionalLong signedCop(C column) {
        return toLong(value(column, MoneyText.parse(cell(column), true)));
    }

    /** A whole number from 0 to {@code max}. */
    public OptionalLong count(C column, long max) {
        OptionalLong read = cop(column);
        if (read.isPresent() && read.getAsLong() > max) {
            problems.add(columns.name(column) + " is " + read.getAsLong() + ", at most " + max);
        }
        return read;
    }

    /** A moment: Bogotá's time, of whole days or seconds. */
    public Optional<Dated> date(C column) {
        return value(column, dates.parse(cell(column), Cell.EMPTY));
    }

    /** A moment whose time of day may stand in a column of its own. */
    public Optional<Dated> date(C day, C time) {
        return value(day, dates.parse(cell(day), cell(time)));
    }

    /** A phone number; one that cannot be read is not {@link Phone#known}, and no reason to refuse the row. */
    public Phone phone(C column) {
        Cell cell = cell(column);
        return Phone.parse(CodeText.parse(cell) instanceof Parsed.Value<String>(String text) ? text : cell.text());
    }

    /** Sí or no, in the usual spellings; anything else refuses the row. */
    public Optional<Boolean> yesNo(C column) {
        String text = cell(column).text().toLowerCase(Locale.ROOT);
        if (YES.contains(text) || NO.contains(text)) {
            return Optional.of(YES.contains(text));
        }
        if (!Absence.isAbsent(text)) {
            problems.add(columns.name(column) + " is '" + Problems.shown(text) + "', neither sí nor no");
        }
        return Optional.empty();
    }

    /** What tells people which row is meant, without personal data: {@code column=value}, parted by {@code ", "}. */
    String excerpt() {
        StringBuilder excerpt = new StringBuilder();
        for (C column : columns.identifyingColumns()) {
            Cell cell = rawCell(column);
            String text = CodeText.parse(cell) instanceof Parsed.Value<String>(String code) ? code : cell.text();
            if (text.matches("[\\w\\p{L} ./:-]{1,40}")) {
                excerpt.append(excerpt.isEmpty() ? "" : ", ")
                        .append(columns.name(column))
                        .append('=')
                        .append(text);
            }
        }
        return excerpt.toString();
    }

    private <T> Optional<T> value(C column, Parsed<T> parsed) {
        return switch (parsed) {
            case Parsed.Value<T>(T value) -> Optional.of(value);
            case Parsed.Absent<T>() -> Optional.empty();
            case Parsed.Wrong<T>(String reason) -> {
                problems.add(columns.name(column) + " " + reason);
                yield Optional.empty();
            }
        };
    }

    private Cell cell(C column) {
        Cell cell = rawCell(column);
        return switch (cell.kind()) {
            case TEXT, NUMBER -> cell;
            case ERROR -> Cell.EMPTY;
            case TOO_LONG -> refused(column, "is longer than a cell may be");
            case GARBLED -> refused(column, "has letters that were destroyed. Maybe export again as UTF-8");
        };
    }

    private Cell refused(C column, String reason) {
        problems.add(columns.name(column) + " " + reason);
        return Cell.EMPTY;
    }

    private Cell rawCell(C column) {
        int place = places[column.ordinal()];
        return place < 0 ? Cell.EMPTY : raw.cell(place);
    }

    private static OptionalLong toLong(Optional<Long> value) {
        return value.isPresent() ? OptionalLong.of(value.get()) : OptionalLong.empty();
    }
}
