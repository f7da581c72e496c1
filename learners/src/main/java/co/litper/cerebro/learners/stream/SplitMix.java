package co.litper.cerebro.learners.stream;

/**
 * A stream of chance whose whole state is one {@code long}, so that a snapshot can carry it. Splittable, not thread-safe, not
 * for secrets.
 *
 * <p>G. L. Steele, D. Lea and C. H. Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014, with a fixed gamma.
 */
public final class SplitMix {
    private static final long GAMMA = 0x9E3779B97F4A7C15L;
    private static final double UNIT = 0x1.0p-53;

    private long state;

    /** A stream; equal seeds give equal streams, and a stream continues from its own {@link #state()}. */
    public SplitMix(long seed) {
        state = seed;
    }

    /** What to start from to continue here. */
    public long state() {
        return state;
    }

    /** 64 bits. */
    public long nextLong() {
        state += GAMMA;
        return mix(state);
    }

    /** Uniform from 0 to below 1. */
    public double nextDouble() {
        return (nextLong() >>> 11) * UNIT;
    }

    /** Uniform from 0 to {@code bound} − 1; the bias is below 2⁻³². */
    public int nextInt(int bound) {
        return (int) (((nextLong() >>> 32) * bound) >>> 32);
    }

    /** The seed of a stream of its own. */
    public long split() {
        return mix(nextLong() ^ GAMMA);
    }

    private static long mix(long z) {
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
