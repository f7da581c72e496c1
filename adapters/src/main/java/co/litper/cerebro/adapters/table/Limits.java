package co.litper.cerebro.adapters.table;

/**
 * The bounds within which a file is read. Immutable.
 *
 * @param maxWorkbookBytes largest .xlsx that is opened, in bytes; its directory is held in memory. CSV has no such bound
 * @param maxInflatedBytes most bytes that the parts of one .xlsx may inflate to, together
 * @param maxRatio most inflated bytes per compressed byte of a part; sheets reach 10 to 60, a bomb about 1,000
 * @param maxEntries most entries of one .xlsx
 * @param maxSharedStringBytes heap that the shared strings of one .xlsx may take, in bytes
 * @param maxRowBytes longest CSV row, in bytes; also the size that the reading window may grow to
 * @param maxCellChars longest cell, in UTF-16 units
 * @param maxColumns most cells of a row that are looked at; further ones are ignored
 * @param headerSearchRows how many rows from the top may hold the header
 */
public record Limits(
        long maxWorkbookBytes,
        long maxInflatedBytes,
        int maxRatio,
        int maxEntries,
        long maxSharedStringBytes,
        int maxRowBytes,
        int maxCellChars,
        int maxColumns,
        int headerSearchRows) {

    /** Half a gibibyte: a full sheet of 1,048,576 rows of an order export takes about 150 MB. */
    private static final long WORKBOOK_BYTES = 512L << 20;
    /** A full sheet of 50 columns inflates to about 2 GB. */
    private static final long INFLATED_BYTES = 4L << 30;

    private static final int RATIO = 200;
    /** Real workbooks have 8 to 60 parts. */
    private static final int ENTRIES = 2_000;
    /** Names, addresses and guides of a million rows take about 130 MB. */
    private static final long SHARED_STRING_BYTES = 192L << 20;
    /** Real rows have 200 to 2,000 bytes. */
    private static final int ROW_BYTES = 1 << 20;
    /** What Excel itself allows. */
    private static final int CELL_CHARS = 32_767;
    /** Real exports have 10 to 70 columns. */
    private static final int COLUMNS = 1_000;
    /** Ten title rows and some blank ones. */
    private static final int HEADER_ROWS = 20;

    /** The bounds that production uses. */
    public static final Limits DEFAULT = new Limits(
            WORKBOOK_BYTES,
            INFLATED_BYTES,
            RATIO,
            ENTRIES,
            SHARED_STRING_BYTES,
            ROW_BYTES,
            CELL_CHARS,
            COLUMNS,
            HEADER_ROWS);

    public Limits {
        if (Math.min(Math.min(maxWorkbookBytes, maxInflatedBytes), maxSharedStringBytes) < 1
                || Math.min(Math.min(maxRatio, maxEntries), Math.min(maxRowBytes, maxCellChars)) < 1
                || Math.min(maxColumns, headerSearchRows) < 1) {
            throw new IllegalArgumentException("every limit must be at least 1");
        }
    }
}
