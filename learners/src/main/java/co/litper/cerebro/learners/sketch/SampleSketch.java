package co.litper.cerebro.learners.sketch;

import co.litper.cerebro.learners.linear.BadSampleException;
import co.litper.cerebro.learners.snapshot.SnapshotException;
import co.litper.cerebro.learners.snapshot.SnapshotReader;
import co.litper.cerebro.learners.snapshot.SnapshotWriter;
import java.util.Arrays;

/**
 * A uniform sample of all values of a stream, of bounded size: a quantile is off by about 1/√size of rank.
 *
 * <p>Algorithm R of J. Vitter, "Random sampling with a reservoir", ACM TOMS 1985. Owned by one thread; O(1) a value without
 * allocation; deterministic by seed.
 */
public final class SampleSketch {
    /** Values kept at most: 8 MB. */
    public static final int MOST = 1 << 20;

    private static final int KIND = 0x53414D50;
    private static final int VERSION = 1;
    private static final long GAMMA = 0x9E3779B97F4A7C15L;

    private final double[] sample;
    private long seen;
    private long random;

    /** A sketch of {@code size} values at most, 2 to {@link #MOST}, whose draws follow {@code seed}. */
    public SampleSketch(int size, long seed) {
        if (size < 2 || size > MOST) {
            throw new IllegalArgumentException("size must be 2 to " + MOST + ", is " + size);
        }
        sample = new double[size];
        random = seed;
    }

    /** Takes in a value; throws {@link BadSampleException} if it is not finite, and is as it was. */
    public void add(double value) {
        if (!Double.isFinite(value)) {
            throw new BadSampleException("value must be finite, is " + value);
        }
        seen++;
        if (seen <= sample.length) {
            sample[(int) seen - 1] = value;
            return;
        }
        random += GAMMA;
        long z = (random ^ (random >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        long at = ((z ^ (z >>> 31)) >>> 1) % seen;
        if (at < sample.length) {
            sample[(int) at] = value;
        }
    }

    /** Values taken in. */
    public long seen() {
        return seen;
    }

    /** The sample in rising order, a copy. O(size log size). */
    public double[] sorted() {
        double[] values = Arrays.copyOf(sample, (int) Math.min(seen, sample.length));
        Arrays.sort(values);
        return values;
    }

    /** Versioned bytes. */
    public byte[] toBytes() {
        return new SnapshotWriter(KIND, VERSION)
                .int32(sample.length)
                .int64(seen)
                .int64(random)
                .doubles(sample, (int) Math.min(seen, sample.length))
                .finish();
    }

    /** Reads what {@link #toBytes()} wrote; throws {@link SnapshotException} for anything else. */
    public static SampleSketch fromBytes(byte[] bytes) {
        SnapshotReader in = new SnapshotReader(bytes, KIND, VERSION);
        int size = in.int32();
        long seen = in.int64();
        if (size < 2 || size > MOST || seen < 0) {
            throw new SnapshotException("sketch claims a size of " + size + " and " + seen + " values");
        }
        SampleSketch sketch = new SampleSketch(size, in.int64());
        sketch.seen = seen;
        if (in.doublesInto(sketch.sample) != Math.min(seen, size)) {
            throw new SnapshotException("sketch of " + seen + " values holds another number of them");
        }
        return sketch;
    }
}
