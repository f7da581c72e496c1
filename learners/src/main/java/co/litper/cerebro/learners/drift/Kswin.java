package co.litper.cerebro.learners.drift;

import co.litper.cerebro.learners.snapshot.SnapshotReader;
import co.litper.cerebro.learners.snapshot.SnapshotWriter;
import java.util.Arrays;

/** See {@link Detectors#kswin}. */
final class Kswin implements DriftDetector {
    static final int KIND = 0x4B53574E;
    private static final int VERSION = 1;
    private static final long GAMMA = 0x9E3779B97F4A7C15L;

    private final double chance;
    private final int sample;
    /** Difference of the two counts at some value, from which on the samples are told apart. */
    private final int enough;

    private final double[] window;
    private final double[] older;
    private final double[] newer;
    private final int[] places;
    private int next;
    private int filled;
    private long random;

    Kswin(double chance, int window, int sample, long seed) {
        ErrorValue.chance("chance", chance);
        ErrorValue.atLeast("sample", 2, sample);
        ErrorValue.atLeast("window", 2 * sample, window);
        this.chance = chance;
        this.sample = sample;
        this.window = new double[window];
        this.random = seed;
        older = new double[sample];
        newer = new double[sample];
        places = new int[window - sample];
        enough = enough(sample, chance);
    }

    /** Least k with P(D ≥ k/n) ≤ chance for two samples of n of one continuous distribution (Gnedenko and Korolyuk, 1951). */
    static int enough(int n, double chance) {
        for (int k = 1; k <= n; k++) {
            if (tail(n, k) <= chance) {
                return k;
            }
        }
        return n + 1;
    }

    /** P(D ≥ k/n): 2 Σ (−1)^(j+1) C(2n, n−jk) / C(2n, n). */
    static double tail(int n, int k) {
        double p = 0;
        for (int j = 1; j * k <= n; j++) {
            double ratio = 1;
            for (int i = 1; i <= j * k; i++) {
                ratio *= (double) (n - j * k + i) / (n + i);
            }
            p += (j % 2 == 1 ? 2 : -2) * ratio;
        }
        return p;
    }

    @Override
    public DriftState observe(double value) {
        ErrorValue.finite(value);
        window[next] = value;
        next = next + 1 == window.length ? 0 : next + 1;
        filled = Math.min(filled + 1, window.length);
        if (filled < window.length) {
            return DriftState.STABLE;
        }
        draw();
        if (apart() < enough) {
            return DriftState.STABLE;
        }
        keepNewest();
        return DriftState.DRIFT;
    }

    /** Copies the newest values, and as many of the older ones without putting back. */
    private void draw() {
        for (int i = 0; i < places.length; i++) {
            places[i] = i;
        }
        for (int i = 0; i < sample; i++) {
            random += GAMMA;
            long z = (random ^ (random >>> 30)) * 0xBF58476D1CE4E5B9L;
            z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
            int at = i + (int) (((z ^ (z >>> 31)) >>> 33) % (places.length - i));
            int place = places[at];
            places[at] = places[i];
            older[i] = window[(next + place) % window.length];
            newer[i] = window[(next + places.length + i) % window.length];
        }
        Arrays.sort(older);
        Arrays.sort(newer);
    }

    /** Largest difference between the counts of older and newer values not above any value. */
    private int apart() {
        int most = 0;
        int i = 0;
        int j = 0;
        while (i < sample && j < sample) {
            double value = Math.min(older[i], newer[j]);
            while (i < sample && older[i] <= value) {
                i++;
            }
            while (j < sample && newer[j] <= value) {
                j++;
            }
            most = Math.max(most, Math.abs(i - j));
        }
        return most;
    }

    private void keepNewest() {
        for (int i = 0; i < sample; i++) {
            newer[i] = window[(next + places.length + i) % window.length];
        }
        System.arraycopy(newer, 0, window, 0, sample);
        next = sample;
        filled = sample;
    }

    @Override
    public byte[] toBytes() {
        return new SnapshotWriter(KIND, VERSION)
                .float64(chance)
                .int32(sample)
                .int32(window.length)
                .int64(random)
                .int32(next)
                .doubles(window, filled)
                .finish();
    }

    static Kswin fromBytes(byte[] bytes) {
        SnapshotReader in = new SnapshotReader(bytes, KIND, VERSION);
        double chance = in.float64();
        int sample = in.int32();
        int size = in.int32();
        ErrorValue.stored(size >= 4 && size <= Detectors.MOST_WINDOW, "a window of " + size);
        Kswin test = new Kswin(chance, size, sample, in.int64());
        test.next = in.int32();
        test.filled = in.doublesInto(test.window);
        boolean full = test.filled == size;
        ErrorValue.stored(
                test.next >= 0 && test.next < size && (full || test.next == test.filled), "place " + test.next);
        return test;
    }
}
