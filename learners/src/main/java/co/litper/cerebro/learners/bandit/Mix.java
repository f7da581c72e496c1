package co.litper.cerebro.learners.bandit;

/** Chance from ids: the finaliser of G. Steele, D. Lea and C. Flood, "Fast splittable pseudorandom number generators" (2014). */
final class Mix {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;
    private static final double UNIT = 0x1p-53;

    private Mix() {}

    /** 64 bits that look random, the same for the same arguments. */
    static long of(long seed, long id) {
        long z = seed * 0xD1342543DE82EF95L + (id + 1) * GOLDEN;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /** A number in [0, 1). */
    static double unit(long bits) {
        return (bits >>> 11) * UNIT;
    }
}
