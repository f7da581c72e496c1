package co.litper.cerebro.adapters.table;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Splits bytes into rows and cells (RFC 4180, read generously) in memory bounded by {@link Limits#maxRowBytes}.
 *
 * <p>It works on bytes, not on characters, because one file may mix encodings: delimiters, quotes and line ends are
 * ASCII in all of them, and each cell is decoded on its own. CR, LF and CRLF end a row; a quoted cell may contain them.
 *
 * <p>A quote that is never closed would swallow the rest of the file. So a row that spans lines and then turns out to be
 * longer than the limit, or to have another number of cells than the header, is given up: its first line is refused and
 * reading resumes on the next; lines that still do not fit are skipped and counted until one does. After
 * {@value #MAX_RESYNCS} such repairs a line end always ends the row, which keeps the work linear in the file's size.
 *
 * <p>Not thread-safe. The cells of a row are valid until the next call.
 */
final class CsvRows implements RawRows, RawRow.Cells {
    /** Bounds the bytes that are scanned twice to this many rows of the largest size. */
    private static final int MAX_RESYNCS = 100;

    private static final int FIRST_WINDOW = 1 << 16;
    private static final int FIRST_CELLS = 64;
    /** Numbers kept per cell: from, to, and whether doubled quotes are inside. */
    private static final int SLOTS = 3;

    private final InputStream in;
    private final byte delimiter;
    private final Limits limits;
    private final TextRepair repair = new TextRepair();

    private byte[] window = new byte[FIRST_WINDOW];
    private int start;
    private int end;
    private int pos;
    private boolean ended;
    private long bytesRead;

    /** Where the row that was returned last begins; {@code start} has moved behind it. */
    private int rowStart;

    private int[] cells = new int[FIRST_CELLS * SLOTS];
    private int count;
    private long line;
    private long nextLine = 1;
    private int lineEnds;
    private int firstLineEnd;

    private int expected = -1;
    private int resyncs;
    private boolean resyncing;
    private long skipped;

    /** What the scan of one row found. */
    private enum Scan {
        ROW,
        END,
        TOO_LONG,
        UNCLOSED
    }

    CsvRows(InputStream in, byte delimiter, Limits limits) {
        this.in = in;
        this.delimiter = delimiter;
        this.limits = limits;
    }

    @Override
    public void expectCells(int cellCount) {
        expected = cellCount;
    }

    @Override
    public @Nullable RawRow next() throws IOException {
        while (true) {
            line = nextLine;
            RawRow row = switch (scan()) {
                case END -> null;
                case TOO_LONG -> giveUp("the row is longer than " + limits.maxRowBytes() + " bytes");
                case UNCLOSED -> giveUp("a quote opens on this line and is not closed");
                case ROW -> finishRow();
            };
            if (row == null) {
                return null;
            }
            if (resyncing && !fits(row)) {
                skipped++;
                continue;
            }
            resyncing = row instanceof Bad && resyncs > 0 && lineEnds > 0;
            return row;
        }
    }

    private boolean fits(RawRow row) {
        return row instanceof Cells && (expected < 0 ? !blank() : count == expected);
    }

    private RawRow finishRow() throws IOException {
        if (lineEnds > 0 && expected >= 0 && count != expected) {
            return giveUp("the row spans " + (lineEnds + 1) + " lines and has " + count + " cells, not " + expected
                    + ". Maybe a quote is not closed");
        }
        rowStart = start;
        start = pos;
        nextLine = line + lineEnds + 1;
        return this;
    }

    /** Refuses the row at {@code start} and stands before the next line. */
    private RawRow giveUp(String reason) throws IOException {
        if (lineEnds > 0) {
            resyncs++;
            start += firstLineEnd;
        } else {
            skipLine();
        }
        nextLine = line + 1;
        return new Bad(line, reason);
    }

    /** Moves behind the next line end, keeping nothing of what it passes. */
    private void skipLine() throws IOException {
        start = pos;
        while (available() && window[pos] != '\n' && window[pos] != '\r') {
            pos++;
            start = pos;
        }
        if (available()) {
            lineEnd();
        }
        start = pos;
    }

    /** Scans the row at {@code start}: fills {@code cells}, and leaves {@code pos} behind its line end. */
    private Scan scan() throws IOException {
        pos = start;
        count = 0;
        lineEnds = 0;
        firstLineEnd = 0;
        if (!available()) {
            return Scan.END;
        }
        while (true) {
            Scan problem = window[pos] == '"' ? quoted() : unquoted();
            if (problem != Scan.ROW) {
                return problem;
            }
            if (!available()) {
                return tooLong() ? Scan.TOO_LONG : Scan.ROW;
            }
            if (window[pos] == delimiter) {
                pos++;
                if (!available()) {
                    addCell(pos - start, pos - start, 0);
                    return tooLong() ? Scan.TOO_LONG : Scan.ROW;
                }
                continue;
            }
            lineEnd();
            return Scan.ROW;
        }
    }

    private Scan unquoted() throws IOException {
        int from = pos - start;
        while (available()) {
            byte b = window[pos];
            if (b == delimiter || b == '\n' || b == '\r') {
                break;
            }
            pos++;
        }
        addCell(from, pos - start, 0);
        return tooLong() ? Scan.TOO_LONG : Scan.ROW;
    }

    private Scan quoted() throws IOException {
        pos++;
        int from = pos - start;
        int doubled = 0;
        while (available()) {
            byte b = window[pos];
            if (b == '\n' || b == '\r') {
                if (resyncs > MAX_RESYNCS) {
                    return Scan.UNCLOSED;
                }
                lineEnd();
                lineEnds++;
                firstLineEnd = firstLineEnd == 0 ? pos - start : firstLineEnd;
                continue;
            }
            pos++;
            if (b != '"') {
                continue;
            }
            if (!available() || window[pos] == delimiter || window[pos] == '\n' || window[pos] == '\r') {
                addCell(from, pos - 1 - start, doubled);
                return Scan.ROW;
            }
            if (window[pos] == '"') {
                doubled = 1;
                pos++;
            }
        }
        return tooLong() ? Scan.TOO_LONG : Scan.UNCLOSED;
    }

    /** Steps over CR, LF or CRLF. */
    private void lineEnd() throws IOException {
        boolean cr = window[pos] == '\r';
        pos++;
        if (cr && available() && window[pos] == '\n') {
            pos++;
        }
    }

    private void addCell(int from, int to, int doubled) {
        if (count >= limits.maxColumns()) {
            count++;
            return;
        }
        if (count * SLOTS == cells.length) {
            cells = Arrays.copyOf(cells, cells.length * 2);
        }
        cells[count * SLOTS] = from;
        cells[count * SLOTS + 1] = to;
        cells[count * SLOTS + 2] = doubled;
        count++;
    }

    private boolean tooLong() {
        return pos - start >= limits.maxRowBytes();
    }

    /** True if a byte stands at {@code pos}; reads on if need be, unless the row has reached its bound. */
    private boolean available() throws IOException {
        if (pos < end) {
            return true;
        }
        if (ended || tooLong()) {
            return false;
        }
        if (start > 0) {
            System.arraycopy(window, start, window, 0, end - start);
            pos -= start;
            end -= start;
            start = 0;
        }
        if (end == window.length) {
            window = Arrays.copyOf(window, window.length * 2);
        }
        int n = in.read(window, end, window.length - end);
        if (n < 0) {
            ended = true;
            return false;
        }
        end += n;
        bytesRead += n;
        return pos < end || available();
    }

    @Override
    public long line() {
        return line;
    }

    @Override
    public int count() {
        return count;
    }

    @Override
    public Cell cell(int index) {
        if (index >= count || index >= limits.maxColumns()) {
            return Cell.EMPTY;
        }
        int from = rowStart + cells[index * SLOTS];
        int to = rowStart + cells[index * SLOTS + 1];
        // A UTF-8 character takes at most three bytes per UTF-16 unit.
        if (to - from > 3L * limits.maxCellChars()) {
            return Cell.TOO_LONG;
        }
        Cell cell = cells[index * SLOTS + 2] == 0 ? repair.decode(window, from, to) : undouble(from, to);
        return cell.text().length() > limits.maxCellChars() ? Cell.TOO_LONG : cell;
    }

    private Cell undouble(int from, int to) {
        byte[] out = new byte[to - from];
        int n = 0;
        for (int i = from; i < to; i++) {
            out[n++] = window[i];
            if (window[i] == '"' && i + 1 < to && window[i + 1] == '"') {
                i++;
            }
        }
        return repair.decode(out, 0, n);
    }

    @Override
    public boolean blank() {
        for (int i = 0; i < Math.min(count, limits.maxColumns()); i++) {
            int to = rowStart + cells[i * SLOTS + 1];
            for (int at = rowStart + cells[i * SLOTS]; at < to; at++) {
                if (window[at] < 0 || window[at] > ' ') {
                    return false;
                }
            }
        }
        return true;
    }

    @Override
    public long bytesRead() {
        return bytesRead - (end - start);
    }

    @Override
    public long skippedLines() {
        return skipped;
    }

    @Override
    public long formulaCells() {
        return 0;
    }

    @Override
    public long repairedCells() {
        return repair.repaired();
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
