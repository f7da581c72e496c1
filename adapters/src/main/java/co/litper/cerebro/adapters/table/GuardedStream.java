package co.litper.cerebro.adapters.table;

import co.litper.cerebro.adapters.table.FileProblem.Kind;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * One inflating part of a workbook, between the zip and the XML parser, which buffers whole texts and tags: it counts
 * what comes out and refuses a bomb, refuses endless tags and entities, and lets at most a bounded piece of a text pass.
 *
 * <p>A text is cut only between characters and outside entities, so that the parser notices nothing; since the bound is
 * above the longest allowed cell, a cut cell is refused for its length. Not thread-safe.
 */
final class GuardedStream extends FilterInputStream {
    /** Bytes that a tag, comment or CDATA section may take; real ones have under 1,000. */
    private static final int MAX_TAG = 1 << 16;
    /** Bytes of an entity such as {@code &#x10FFFF;}. */
    private static final int MAX_ENTITY = 12;
    /** Up to here a part may be as repetitive as it likes: it harms nobody, and one row of it may be the only bad one. */
    private static final long RATIO_FREE_BYTES = 64L << 20;
    /** No character takes more: UTF-8 has at most four bytes, an entity {@link #MAX_ENTITY}. */
    private static final int BYTES_PER_CHAR = MAX_ENTITY;

    private final Budget budget;
    private final String part;
    private final long compressed;
    private final int maxRatio;
    private final long maxText;

    private long inflated;
    private int tag;
    private int entity;
    private long text;
    private boolean dropping;

    /** What all parts of a workbook may inflate to, together. */
    static final class Budget {
        private final long total;
        private long left;

        Budget(long total) {
            this.total = total;
            this.left = total;
        }

        private void take(long n) throws UnreadableFile {
            left -= n;
            if (left < 0) {
                throw new UnreadableFile(
                        Kind.TOO_LARGE,
                        "The workbook inflates to more than " + total
                                + " bytes. Maybe export it as CSV, or in several parts.");
            }
        }
    }

    GuardedStream(InputStream in, Budget budget, String part, long compressed, Limits limits) {
        super(in);
        this.budget = budget;
        this.part = part;
        this.compressed = Math.max(1, compressed);
        this.maxRatio = limits.maxRatio();
        this.maxText = (long) BYTES_PER_CHAR * limits.maxCellChars();
    }

    /** Bytes that came out so far. */
    long inflated() {
        return inflated;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        int n = read(one, 0, 1);
        return n < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        while (true) {
            int n = super.read(buffer, offset, length);
            if (n <= 0) {
                return n;
            }
            inflated += n;
            budget.take(n);
            if (inflated > RATIO_FREE_BYTES && inflated / compressed > maxRatio) {
                throw new UnreadableFile(
                        Kind.ZIP_BOMB,
                        "The part " + part + " of the workbook inflates to more than " + maxRatio
                                + " times its size, as no real workbook does. Maybe the file is hostile.");
            }
            int kept = sift(buffer, offset, n);
            if (kept > 0) {
                return kept;
            }
        }
    }

    /** Drops what is beyond the bound of a text; returns how many bytes are left. */
    private int sift(byte[] buffer, int offset, int n) throws UnreadableFile {
        int out = offset;
        for (int i = offset; i < offset + n; i++) {
            byte b = buffer[i];
            if (keep(b)) {
                buffer[out++] = b;
            }
        }
        return out - offset;
    }

    private boolean keep(byte b) throws UnreadableFile {
        if (tag > 0) {
            tag = b == '>' ? 0 : tag + 1;
            bound(tag, MAX_TAG, "tag");
            return true;
        }
        if (b == '<') {
            tag = 1;
            entity = 0;
            text = 0;
            dropping = false;
            return true;
        }
        if (dropping) {
            return false;
        }
        text++;
        if (entity > 0) {
            entity = b == ';' ? 0 : entity + 1;
            bound(entity, MAX_ENTITY, "entity");
            return true;
        }
        dropping = text > maxText && (b & 0xC0) != 0x80;
        entity = b == '&' ? 1 : 0;
        return !dropping;
    }

    private void bound(int length, int max, String what) throws UnreadableFile {
        if (length > max) {
            throw new UnreadableFile(
                    Kind.DAMAGED,
                    "The part " + part + " of the workbook has a " + what + " of over " + max
                            + " bytes. Maybe the file is damaged or hostile; open it in Excel and save it again.");
        }
    }

    @Override
    public long skip(long n) throws IOException {
        throw new IOException("skip is not used here");
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
