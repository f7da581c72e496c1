package co.litper.cerebro.learners.drift;

import co.litper.cerebro.learners.linear.BadSampleException;
import co.litper.cerebro.learners.snapshot.SnapshotException;
import co.litper.cerebro.learners.snapshot.SnapshotReader;
import co.litper.cerebro.learners.snapshot.SnapshotWriter;
import java.util.Arrays;

/**
 * A window over a stream that is as long as its mean holds, and is cut when it no longer does.
 *
 * <p>A. Bifet and R. Gavaldà, "Learning from time-changing data with adaptive windowing", SIAM Data Mining 2007: the variant
 * ADWIN2, whose window is an exponential histogram with {@value #PER_ROW} buckets a size, cut by the Bernstein-like bound with the
 * window's variance. Like the authors' program and departing from the paper, cuts are sought every {@code clock} values only and
 * both parts need more than {@value #LEAST_PART} values. Departure of our own: sum and variance are made anew from the
 * buckets after a cut, so that rounding does not add up.
 *
 * <p>The bound is meant for values whose range is about 1, 0 to 1 for example; scale others. Owned by one thread. An update is
 * O(1) amortised and a search O(log window); memory O(log window), at most {@value #MOST_ROWS} rows. It allocates only when
 * the window outgrows a power of two it never reached before.
 */
public final class Adwin implements DriftDetector {
    /** Values between two searches for a cut, as in the authors' program. */
    public static final int DEFAULT_CLOCK = 32;

    static final int KIND = 0x4144574E;
    private static final int VERSION = 1;
    /** Buckets of one size; one more makes the two oldest merge. */
    private static final int PER_ROW = 5;
    /** Places in a row: one over the full row, taken just before the merge. */
    private static final int STRIDE = PER_ROW + 1;
    /** Neither part of a cut may be as short as this. */
    private static final int LEAST_PART = 6;
    /** Shortest window in which a cut is sought. */
    private static final int LEAST_WINDOW = 10;
    /** Subtracted from a part's size in the bound, as in the authors' program. */
    private static final int SIZE_CORRECTION = 4;
    /** Rows at first: a window of 1,275 values. */
    private static final int FIRST_ROWS = 8;
    /** Rows at most: 5 × (2^40 − 1) values, more than any stream has; beyond it the oldest bucket goes. */
    private static final int MOST_ROWS = 40;

    private final double delta;
    private final int clock;
    /** Sums, [rows × STRIDE] row-major; row r holds buckets of 2^r values, the oldest first. */
    private double[] sums = new double[FIRST_ROWS * STRIDE];
    /** Sums of squared deviations from the bucket's own mean, like {@link #sums}. */
    private double[] squares = new double[FIRST_ROWS * STRIDE];
    /** Buckets in each row. */
    private int[] counts = new int[FIRST_ROWS];

    private int rows = 1;
    private long width;
    private double sum;
    private double square;
    private int sinceSearch;
    private boolean rose;
    private long cuts;

    /**
     * A window with the usual clock.
     *
     * @param delta confidence: the chance that a search cuts a window whose mean held, above 0 and below 1; usual is 0.002
     */
    public Adwin(double delta) {
        this(delta, DEFAULT_CLOCK);
    }

    /**
     * A window.
     *
     * @param delta confidence, above 0 and below 1
     * @param clock values between two searches, at least 1; 1 notices soonest and costs most
     */
    public Adwin(double delta, int clock) {
        if (!(delta > 0 && delta < 1) || clock < 1) {
            throw new IllegalArgumentException(
                    "delta must be between 0 and 1 and clock at least 1, are " + delta + ", " + clock);
        }
        this.delta = delta;
        this.clock = clock;
    }

    /**
     * Takes in the next value.
     *
     * @return whether the window was cut; {@link #rose()} tells in which direction the mean went
     * @throws BadSampleException if {@code value} is not finite; the window is as it was
     */
    public boolean add(double value) {
        if (!(Math.abs(value) <= Double.MAX_VALUE)) {
            throw new BadSampleException("value must be finite, is " + value);
        }
        insert(value);
        if (++sinceSearch < clock) {
            return false;
        }
        sinceSearch = 0;
        return width > LEAST_WINDOW && shrink();
    }

    /** Adds a value and calls a cut that raised the mean {@link DriftState#DRIFT}; a mean that fell is good news of an error. */
    @Override
    public DriftState observe(double value) {
        return add(value) && rose ? DriftState.DRIFT : DriftState.STABLE;
    }

    /** Mean of the window; 0 while it is empty. */
    public double mean() {
        return width == 0 ? 0 : sum / width;
    }

    /** Variance of the window, divided by its width; 0 while it is empty. */
    public double variance() {
        return width == 0 ? 0 : square / width;
    }

    /** Values in the window. */
    public long width() {
        return width;
    }

    /** Whether the last cut raised the mean; false before the first. */
    public boolean rose() {
        return rose;
    }

    /** Values whose arrival cut the window, from the beginning. */
    public long cuts() {
        return cuts;
    }

    private void insert(double value) {
        if (width > 0) {
            double off = value - sum / width;
            square += off * off * width / (width + 1);
        }
        width++;
        sum += value;
        int at = counts[0]++;
        sums[at] = value;
        squares[at] = 0;
        if (counts[0] > PER_ROW) {
            merge();
        }
    }

    /** Merges the two oldest of each row that is too long into one of the next. */
    private void merge() {
        double size = 1;
        for (int row = 0; counts[row] > PER_ROW; row++, size *= 2) {
            if (row + 1 == rows) {
                openRow();
            }
            int at = row * STRIDE;
            double apart = (sums[at] - sums[at + 1]) / size;
            int target = (row + 1) * STRIDE + counts[row + 1]++;
            sums[target] = sums[at] + sums[at + 1];
            squares[target] = squares[at] + squares[at + 1] + apart * apart * size / 2;
            counts[row] -= 2;
            System.arraycopy(sums, at + 2, sums, at, PER_ROW - 1);
            System.arraycopy(squares, at + 2, squares, at, PER_ROW - 1);
        }
        if (rows == MOST_ROWS && counts[rows - 1] >= PER_ROW) {
            dropOldest();
        }
    }

    private void openRow() {
        rows++;
        if (rows > counts.length) {
            int capacity = Math.min(MOST_ROWS, 2 * counts.length);
            counts = Arrays.copyOf(counts, capacity);
            sums = Arrays.copyOf(sums, capacity * STRIDE);
            squares = Arrays.copyOf(squares, capacity * STRIDE);
        }
    }

    private boolean shrink() {
        double before = sum / width;
        boolean cut = false;
        while (width > LEAST_WINDOW && splits()) {
            dropOldest();
            cut = true;
        }
        if (cut) {
            rose = sum / width > before;
            cuts++;
        }
        return cut;
    }

    /** Whether somewhere the older part's mean is too far from the newer's. The last bucket's own boundary is no split. */
    private boolean splits() {
        double log = Math.log(2 * Math.log(width) / delta);
        double spread = 2 * square / width * log;
        double linear = 2.0 / 3 * log;
        double older = 0;
        double olderSum = 0;
        for (int row = rows - 1; row >= 0; row--) {
            double size = 1L << row;
            int end = row * STRIDE + counts[row];
            for (int at = row * STRIDE; at < end; at++) {
                older += size;
                olderSum += sums[at];
                double newer = width - older;
                if (newer <= LEAST_PART) {
                    return false;
                }
                if (older > LEAST_PART) {
                    double m = 1 / (older - SIZE_CORRECTION) + 1 / (newer - SIZE_CORRECTION);
                    double over = Math.abs(olderSum / older - (sum - olderSum) / newer) - linear * m;
                    if (over > 0 && over * over > spread * m) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private void dropOldest() {
        int last = rows - 1;
        int at = last * STRIDE;
        System.arraycopy(sums, at + 1, sums, at, PER_ROW);
        System.arraycopy(squares, at + 1, squares, at, PER_ROW);
        counts[last]--;
        while (rows > 1 && counts[rows - 1] == 0) {
            rows--;
        }
        total();
    }

    /** Makes width, sum and squares anew from the buckets. */
    private void total() {
        width = 0;
        sum = 0;
        square = 0;
        for (int row = rows - 1; row >= 0; row--) {
            long size = 1L << row;
            for (int at = row * STRIDE; at < row * STRIDE + counts[row]; at++) {
                if (width > 0) {
                    double off = sums[at] / size - sum / width;
                    square += off * off * size * width / (size + width);
                }
                square += squares[at];
                sum += sums[at];
                width += size;
            }
        }
    }

    @Override
    public byte[] toBytes() {
        SnapshotWriter out = new SnapshotWriter(KIND, VERSION)
                .float64(delta)
                .int32(clock)
                .int32(sinceSearch)
                .int32(rose ? 1 : 0)
                .int64(cuts)
                .float64(sum)
                .float64(square)
                .int32(rows);
        for (int row = 0; row < rows; row++) {
            out.int32(counts[row]);
            for (int at = row * STRIDE; at < row * STRIDE + counts[row]; at++) {
                out.float64(sums[at]).float64(squares[at]);
            }
        }
        return out.finish();
    }

    /** Reads what {@link #toBytes()} wrote; throws {@link SnapshotException} for anything else. */
    public static Adwin fromBytes(byte[] bytes) {
        SnapshotReader in = new SnapshotReader(bytes, KIND, VERSION);
        double delta = in.float64();
        int clock = in.int32();
        if (!(delta > 0 && delta < 1) || clock < 1) {
            throw new SnapshotException("window claims delta " + delta + " and clock " + clock);
        }
        Adwin window = new Adwin(delta, clock);
        window.sinceSearch = in.int32();
        window.rose = in.int32() != 0;
        window.cuts = in.int64();
        double sum = in.float64();
        double square = in.float64();
        int rows = in.int32();
        if (window.sinceSearch < 0 || window.sinceSearch >= clock || rows < 1 || rows > MOST_ROWS) {
            throw new SnapshotException("window claims " + rows + " rows, " + window.sinceSearch
                    + " values since the last search at a clock of " + clock);
        }
        while (window.rows < rows) {
            window.openRow();
        }
        for (int row = 0; row < rows; row++) {
            window.readRow(in, row);
        }
        window.total();
        window.sum = sum;
        window.square = square;
        return window;
    }

    private void readRow(SnapshotReader in, int row) {
        int count = in.int32();
        if (count < 0 || count > PER_ROW) {
            throw new SnapshotException("window claims " + count + " buckets in row " + row);
        }
        counts[row] = count;
        for (int at = row * STRIDE; at < row * STRIDE + count; at++) {
            sums[at] = in.float64();
            squares[at] = in.float64();
        }
    }
}
