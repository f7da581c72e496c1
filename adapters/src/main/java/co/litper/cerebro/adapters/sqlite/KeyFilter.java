package co.litper.cerebro.adapters.sqlite;

import co.litper.cerebro.world.Hash64;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * Tells of most keys that were never stored that they were not, so that a new parcel costs no search on disk. A Bloom
 * filter with all bits of a key in one word (F. Putze, P. Sanders and J. Singler, "Cache-, hash- and space-efficient Bloom
 * filters", WEA 2007): {@value #BITS_PER_KEY} bits a key, about one in fifty that is not stored is searched for all the
 * same. One writer, any number of readers; O(1).
 */
final class KeyFilter {
    private static final int BITS_PER_KEY = 16;
    private static final int KEYS_PER_WORD = Long.SIZE / BITS_PER_KEY;
    private static final int BIT = Long.SIZE - 1;
    private static final int BIT_WIDTH = 6;

    private final AtomicLongArray words;
    private final int mask;
    private int count;

    /** An empty one for {@code capacity} keys. */
    KeyFilter(int capacity) {
        int size = Math.max(Long.SIZE, Integer.highestOneBit(Math.max(1, capacity / KEYS_PER_WORD)) << 1);
        words = new AtomicLongArray(size);
        mask = size - 1;
    }

    /** False if {@code key} was never added. */
    boolean mayContain(long key) {
        long hash = Hash64.mix(key);
        long bits = bits(hash);
        return (words.get(word(hash)) & bits) == bits;
    }

    void add(long key) {
        long hash = Hash64.mix(key);
        int word = word(hash);
        long bits = bits(hash);
        long had = words.get(word);
        if ((had & bits) != bits) {
            words.set(word, had | bits);
            count++;
        }
    }

    /** True if {@code more} keys find room; beyond it too many absent keys would be searched for. */
    boolean hasRoomFor(int more) {
        return (long) count + more <= (long) words.length() * KEYS_PER_WORD;
    }

    private int word(long hash) {
        return (int) (hash >>> Integer.SIZE) & mask;
    }

    private static long bits(long hash) {
        return 1L << (hash & BIT)
                | 1L << (hash >>> BIT_WIDTH & BIT)
                | 1L << (hash >>> 2 * BIT_WIDTH & BIT)
                | 1L << (hash >>> 3 * BIT_WIDTH & BIT);
    }
}
