package co.litper.cerebro.learners.anomaly;

import co.litper.cerebro.learners.snapshot.SnapshotException;
import co.litper.cerebro.learners.snapshot.SnapshotReader;
import co.litper.cerebro.learners.snapshot.SnapshotWriter;
import java.util.Arrays;

/**
 * The last values of a measure of strangeness, in order of size, so that a new one can be told to be rare. O(log n) to ask, O(n) of
 * moving memory to add.
 *
 * <p>The share of values at least as strange, the new one counted in, is a conformal p-value (R. Laxhammar and G. Falkman, "Online learning
 * and conformal anomaly detection in trajectories", IEEE TPAMI 2014). Departures: what is almost as strange counts as well, so that
 * what comes again and again is not news each time; and beyond all that was seen the tail goes on as a Pareto tail of index 1.
 */
final class RankWindow {
    /** A value counts as at least as strange from this share of the new one on. */
    private static final double ALMOST = 0.85;

    /** The tail beyond the strangest goes on for so many times its strangeness at most. */
    private static final double FARTHEST = 1_000;

    private final double[] ring;
    private final double[] sorted;
    private int size;
    private int next;

    RankWindow(int capacity) {
        ring = new double[capacity];
        sorted = new double[capacity];
    }

    int size() {
        return size;
    }

    /** −ln of the p-value of {@code strangeness}; 0 if it is 0. */
    double rarity(double strangeness) {
        if (!(strangeness > 0)) {
            return 0;
        }
        int below = position(strangeness * ALMOST);
        double rarity = Math.log((size + 1.0) / (size - below + 1.0));
        double most = size == 0 ? 0 : sorted[size - 1];
        return strangeness > most ? rarity + Math.log(Math.min(FARTHEST, strangeness / most)) : rarity;
    }

    /** The {@code level}-quantile, 0 to 1; 0 while empty. */
    double quantile(double level) {
        return size == 0 ? 0 : sorted[(int) Math.min(size - 1, Math.floor(level * size))];
    }

    void add(double value) {
        if (size == ring.length) {
            int old = position(ring[next]);
            System.arraycopy(sorted, old + 1, sorted, old, size - old - 1);
            size--;
        }
        int at = position(value);
        System.arraycopy(sorted, at, sorted, at + 1, size - at);
        sorted[at] = value;
        ring[next] = value;
        next = (next + 1) % ring.length;
        size++;
    }

    /** How many values are smaller. */
    private int position(double value) {
        int from = 0;
        int to = size;
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (sorted[middle] < value) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from;
    }

    void write(SnapshotWriter out) {
        out.int32(next).doubles(ring, size);
    }

    void read(SnapshotReader in) {
        next = in.int32();
        size = in.doublesInto(ring);
        if (next < 0 || next >= ring.length || size < ring.length && next != size) {
            throw new SnapshotException("a window of " + size + " values cannot go on at " + next);
        }
        System.arraycopy(ring, 0, sorted, 0, size);
        Arrays.sort(sorted, 0, size);
    }
}
