package co.litper.cerebro.adapters.table;

import java.util.List;

/**
 * The closing account of a file.
 *
 * @param source what was read, such as {@code "csv ;"} or {@code "xlsx sheet 'Ordenes'"}; empty if nothing could be
 * @param headerLine the line of the header, from 1; 0 if none was found
 * @param rows rows that were delivered
 * @param refused rows that were refused
 * @param blankLines rows without any content, below the header
 * @param skippedLines lines that belong to a refused row that had no clear end
 * @param formulaCells cells that held a formula; its last computed value was read
 * @param repairedCells cells whose text had been decoded wrongly before and was put right
 * @param ignoredColumns headers that no column claims, as written, each once, clipped
 * @param duplicatedColumns headers that claim a column that an earlier one has; the earlier one was read
 */
public record ReadSummary(
        String source,
        long headerLine,
        long rows,
        long refused,
        long blankLines,
        long skippedLines,
        long formulaCells,
        long repairedCells,
        List<String> ignoredColumns,
        List<String> duplicatedColumns) {

    public ReadSummary {
        ignoredColumns = List.copyOf(ignoredColumns);
        duplicatedColumns = List.copyOf(duplicatedColumns);
    }

    /** The account of a file of which nothing was read. */
    static ReadSummary nothing() {
        return new ReadSummary("", 0, 0, 0, 0, 0, 0, 0, List.of(), List.of());
    }
}
