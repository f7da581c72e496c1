package co.litper.cerebro.world;

import java.nio.charset.StandardCharsets;

/**
 * A seeded, versioned 64-bit hash: equal input gives equal output on every machine and in every release of version 1.
 *
 * <p>Bytes are absorbed eight at a time by multiply and xor-shift, and finished by the mixer of SplitMix64 (Steele, Lea
 * and Flood, 2014). Not cryptographic: for identity of people use a keyed digest. O(length), allocates only the UTF-8
 * bytes of a string.
 */
public final class Hash64 {
    private static final long MULTIPLIER = 0x9E3779B97F4A7C15L;
    private static final int WORD = Long.BYTES;

    private Hash64() {}

    /** The hash of {@code text} in UTF-8, under {@code seed}. */
    public static long of(long seed, String text) {
        return of(seed, text.getBytes(StandardCharsets.UTF_8));
    }

    /** The hash of {@code bytes} under {@code seed}. */
    public static long of(long seed, byte[] bytes) {
        long h = mix(seed ^ (bytes.length * MULTIPLIER));
        int i = 0;
        for (; i + WORD <= bytes.length; i += WORD) {
            h = absorb(h, word(bytes, i, WORD));
        }
        if (i < bytes.length) {
            h = absorb(h, word(bytes, i, bytes.length - i));
        }
        return mix(h);
    }

    /** The hash of a number under {@code seed}. */
    public static long of(long seed, long value) {
        return mix(absorb(mix(seed ^ MULTIPLIER), value));
    }

    /** A uniform double in [0, 1) made of the upper 53 bits of {@code hash}. */
    public static double toUnit(long hash) {
        return (hash >>> 11) * 0x1.0p-53;
    }

    /** The finisher of SplitMix64: a bijection of 64 bits in which each input bit sways each output bit. */
    public static long mix(long z) {
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    private static long absorb(long h, long word) {
        return Long.rotateLeft((h ^ mix(word + MULTIPLIER)) * MULTIPLIER, 29);
    }

    private static long word(byte[] bytes, int from, int count) {
        long w = 0;
        for (int i = count - 1; i >= 0; i--) {
            w = (w << 8) | (bytes[from + i] & 0xFF);
        }
        return w;
    }
}
