package co.litper.cerebro.knowledge;

import java.util.Arrays;

/**
 * Numbers by 64-bit key, in two flat arrays: open addressing with linear probing at a load of at most one half. A value is
 * at least 0. Not thread-safe. O(1).
 */
final class LongIndex {
    static final int NONE = -1;
    private static final int FIRST_CAPACITY = 1 << 12;
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private long[] keys = new long[FIRST_CAPACITY];
    private int[] values = filled(FIRST_CAPACITY);
    private int size;

    /** The value of {@code key}, or {@link #NONE}. */
    int get(long key) {
        return values[slotOf(key)];
    }

    void put(long key, int value) {
        int slot = slotOf(key);
        if (values[slot] == NONE && (++size) * 2 > keys.length) {
            grow();
            slot = slotOf(key);
        }
        keys[slot] = key;
        values[slot] = value;
    }

    private int slotOf(long key) {
        int mask = keys.length - 1;
        long spread = key * SPREAD;
        int slot = (int) (spread ^ (spread >>> 32)) & mask;
        while (values[slot] != NONE && keys[slot] != key) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void grow() {
        long[] oldKeys = keys;
        int[] oldValues = values;
        keys = new long[oldKeys.length * 2];
        values = filled(oldKeys.length * 2);
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldValues[i] != NONE) {
                int slot = slotOf(oldKeys[i]);
                keys[slot] = oldKeys[i];
                values[slot] = oldValues[i];
            }
        }
    }

    private static int[] filled(int capacity) {
        int[] values = new int[capacity];
        Arrays.fill(values, NONE);
        return values;
    }
}
