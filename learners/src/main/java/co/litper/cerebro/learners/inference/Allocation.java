package co.litper.cerebro.learners.inference;

import java.util.Arrays;

/**
 * Gives every unit its variant, the same at any time and on any machine, by a salted 64-bit hash, version 1. Immutable and
 * thread-safe; O(length of the unit's name + variants), allocates nothing.
 *
 * <p>Experiments that must not share units are variants of one allocation, a layer, each with its own allocation of another
 * salt within: equal salts give equal draws, different ones independent draws.
 */
public final class Allocation {
    private static final long GAMMA = 0x9E3779B97F4A7C15L;
    private static final double UNIT = 0x1.0p-53;

    private final long seed;
    private final double[] ends;

    /**
     * Weighted variants.
     *
     * @param salt name of the experiment or layer
     * @param weights of the variants, 0 or more, of any sum above 0
     */
    public Allocation(String salt, double... weights) {
        double total = Arrays.stream(weights).sum();
        if (!(total > 0 && total < Double.POSITIVE_INFINITY)
                || Arrays.stream(weights).anyMatch(w -> !(w >= 0))) {
            throw new IllegalArgumentException(
                    "weights must be 0 or more with a sum above 0, are " + Arrays.toString(weights));
        }
        seed = hash(0, salt);
        ends = new double[weights.length];
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i];
            ends[i] = sum / total;
        }
        for (int i = weights.length - 1; i >= 0 && ends[i] >= ends[weights.length - 1]; i--) {
            ends[i] = 1;
        }
    }

    /** The variant of a unit, 0 to variants − 1; one of weight 0 is never given. */
    public int variant(String unit) {
        double draw = (hash(seed, unit) >>> 11) * UNIT;
        int variant = 0;
        while (draw >= ends[variant]) {
            variant++;
        }
        return variant;
    }

    /** Version 1: UTF-16 units, four a word, multiplied and mixed as by SplitMix64 (Steele, Lea and Flood, OOPSLA 2014). */
    static long hash(long seed, CharSequence text) {
        int length = text.length();
        long h = mix(seed ^ (length + 1) * GAMMA);
        for (int i = 0; i < length; i += 4) {
            long word = 0;
            for (int k = Math.min(length, i + 4) - 1; k >= i; k--) {
                word = word << Character.SIZE | text.charAt(k);
            }
            h = Long.rotateLeft((h ^ mix(word + GAMMA)) * GAMMA, 29);
        }
        return mix(h);
    }

    private static long mix(long value) {
        long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
