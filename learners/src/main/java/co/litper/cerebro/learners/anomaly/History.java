package co.litper.cerebro.learners.anomaly;

import co.litper.cerebro.learners.snapshot.SnapshotException;
import co.litper.cerebro.learners.snapshot.SnapshotReader;
import co.litper.cerebro.learners.snapshot.SnapshotWriter;

/** The last readings of a series with their times and the evidence found in them, in one piece of memory. */
final class History {
    /** Readings kept: four weeks at five minutes; about 400 kB with the room to move. */
    static final int MOST = 8_192;

    private final long[] times = new long[2 * MOST];
    private final double[] values = new double[2 * MOST];
    private final double[] evidence = new double[2 * MOST];
    private int from;
    private int to;
    /** Readings since the last gap, the newest included. */
    private int unbroken;

    int size() {
        return to - from;
    }

    /** Readings without a gap, up to the newest. */
    int unbroken() {
        return unbroken;
    }

    /** Time of the i-th reading, the oldest kept being 0. */
    long time(int i) {
        return times[from + i];
    }

    double value(int i) {
        return values[from + i];
    }

    double evidence(int i) {
        return evidence[from + i];
    }

    /** Copies values from {@code start} on into {@code target}. */
    void copy(int start, double[] target, int count) {
        System.arraycopy(values, from + start, target, 0, count);
    }

    /** The last reading at or before {@code time}; −1 if none is kept. */
    int at(long time) {
        int low = from - 1;
        int high = to - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (times[middle] <= time) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low - from;
    }

    /** Adds a reading; its evidence is set later. */
    void add(long time, double value, boolean afterGap) {
        if (to == times.length) {
            int kept = to - from;
            System.arraycopy(times, from, times, 0, kept);
            System.arraycopy(values, from, values, 0, kept);
            System.arraycopy(evidence, from, evidence, 0, kept);
            from = 0;
            to = kept;
        }
        times[to] = time;
        values[to] = value;
        evidence[to] = 0;
        to++;
        from = Math.max(from, to - MOST);
        unbroken = afterGap ? 1 : Math.min(MOST, unbroken + 1);
    }

    /** Sets the evidence of the newest reading. */
    void evident(double found) {
        evidence[to - 1] = found;
    }

    void write(SnapshotWriter out) {
        out.int32(size()).int32(unbroken);
        for (int i = from; i < to; i++) {
            out.int64(times[i]).float64(values[i]).float64(evidence[i]);
        }
    }

    void read(SnapshotReader in) {
        int size = in.int32();
        unbroken = in.int32();
        if (size < 0 || size > MOST || unbroken < 0 || unbroken > Math.max(size, 0)) {
            throw new SnapshotException("a history cannot hold " + size + " readings, " + unbroken + " unbroken");
        }
        from = 0;
        to = size;
        for (int i = 0; i < size; i++) {
            times[i] = in.int64();
            values[i] = in.float64();
            evidence[i] = in.float64();
        }
    }
}
