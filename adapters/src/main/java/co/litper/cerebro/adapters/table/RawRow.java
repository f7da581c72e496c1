package co.litper.cerebro.adapters.table;

/** A row as a file has it, before columns are known. Valid until the next row is asked for. */
sealed interface RawRow {
    /** The line on which it begins, from 1. */
    long line();

    /** A row with cells. */
    non-sealed interface Cells extends RawRow {
        int count();

        /** The cell at {@code index} from 0; empty beyond the last. Decoded on demand. */
        Cell cell(int index);

        /** True if no cell has content. */
        boolean blank();
    }

    /** A stretch of the file that is no row. */
    record Bad(long line, String reason) implements RawRow {}
}
