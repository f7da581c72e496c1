package co.litper.cerebro.adapters.table;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/**
 * Writes a table as .xlsx or .csv, row by row, in constant memory.
 *
 * <p>Text from outside must not run in the reader's spreadsheet program: a text that begins with {@code = + - @} or one
 * of their full-width forms gets an apostrophe before it, in both formats, since a workbook is often saved as CSV later.
 * Controls are dropped. Numbers, amounts and dates are written as such in .xlsx; in CSV as {@code 45900} and
 * {@code yyyy-MM-dd HH:mm:ss}. Not thread-safe. Closing finishes the file and closes the stream.
 */
public abstract sealed class SpreadsheetWriter implements Closeable permits XlsxWriter, CsvWriter {
    private static final String DANGEROUS = "=+-@＝＋－＠";

    private final int columns;

    SpreadsheetWriter(int columns) {
        if (columns == 0) {
            throw new IllegalArgumentException("a table needs at least one column");
        }
        this.columns = columns;
    }

    /**
     * Begins a workbook.
     *
     * @param sheet name of the sheet, at most 31 characters; beyond 1,048,576 rows another one is added with a number
     */
    public static SpreadsheetWriter xlsx(OutputStream out, String sheet, List<SheetColumn> columns) {
        return new XlsxWriter(out, sheet, List.copyOf(columns));
    }

    /**
     * Begins a CSV file in UTF-8 with byte order mark, which Excel needs, and CRLF line ends.
     *
     * @param delimiter such as {@code ','}, or {@code ';'} for Excel in Colombia
     */
    public static SpreadsheetWriter csv(OutputStream out, char delimiter, List<SheetColumn> columns)
            throws IOException {
        return new CsvWriter(out, delimiter, List.copyOf(columns));
    }

    /** Writes one row; it must have a value for each column. */
    public final void row(List<SheetValue> values) throws IOException {
        if (values.size() != columns) {
            throw new IllegalArgumentException(
                    "row has " + values.size() + " values, the table " + columns + " columns");
        }
        write(values);
    }

    abstract void write(List<SheetValue> values) throws IOException;

    /** The text without controls, and with an apostrophe if a spreadsheet program could take it for a formula. */
    static String neutral(String text) {
        StringBuilder out = new StringBuilder(text.length() + 1);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n' || c == '\r' || c == '\t') {
                out.append(' ');
            } else if (c >= ' ' && c != '\u007F' && c != '\uFFFE' && c != '\uFFFF') {
                out.append(c);
            }
        }
        String bare = out.toString().stripLeading();
        return !bare.isEmpty() && DANGEROUS.indexOf(bare.charAt(0)) >= 0 ? "'" + out : out.toString();
    }
}
