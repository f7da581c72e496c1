package co.litper.cerebro.adapters.table;

/**
 * What became of one row of a file.
 *
 * @param <T> the type that a row is read into
 */
public sealed interface RowResult<T> {

    /** The line on which the row begins: the physical line of a CSV, the row number of a sheet; from 1. */
    long line();

    /** A row that was read. */
    record Row<T>(T row, long line) implements RowResult<T> {}

    /**
     * A row that was not read.
     *
     * @param reason every problem of the row, joined by "; ", without personal data
     * @param excerpt what identifies the row, such as its guide number; never a name, phone or address; may be empty
     */
    record Refused<T>(long line, String reason, String excerpt) implements RowResult<T> {}
}
