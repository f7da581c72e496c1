package co.litper.cerebro.learners.bandit;

import java.util.Arrays;

/** A map from ids to small numbers without boxes: open addressing, linear probing, at most half full. One thread. */
public final class LongSlots {
    /** Slot of a key that is not there. */
    public static final int NONE = -1;

    private static final int FEWEST = 16;

    private long[] keys = new long[FEWEST];
    private int[] slots = new int[FEWEST];
    private int size;

    /** An empty map. */
    public LongSlots() {
        Arrays.fill(slots, NONE);
    }

    /** The slot of {@code key} or {@link #NONE}. */
    public int get(long key) {
        return slots[at(key)];
    }

    /** Sets the slot of {@code key}, at least 0. */
    public void put(long key, int slot) {
        int at = at(key);
        if (slots[at] == NONE) {
            keys[at] = key;
            size++;
        }
        slots[at] = slot;
        if (size * 2 > keys.length) {
            grow();
        }
    }

    /** Forgets {@code key}, if it is there. */
    public void remove(long key) {
        int hole = at(key);
        if (slots[hole] == NONE) {
            return;
        }
        size--;
        int mask = keys.length - 1;
        for (int i = (hole + 1) & mask; slots[i] != NONE; i = (i + 1) & mask) {
            int home = home(keys[i]);
            if (((i - home) & mask) >= ((i - hole) & mask)) {
                keys[hole] = keys[i];
                slots[hole] = slots[i];
                hole = i;
            }
        }
        slots[hole] = NONE;
    }

    private int at(long key) {
        int mask = keys.length - 1;
        int i = home(key);
        while (slots[i] != NONE && keys[i] != key) {
            i = (i + 1) & mask;
        }
        return i;
    }

    private int home(long key) {
        return (int) (Mix.of(key, 0) >>> 32) & (keys.length - 1);
    }

    private void grow() {
        long[] oldKeys = keys;
        int[] oldSlots = slots;
        keys = new long[oldKeys.length * 2];
        slots = new int[keys.length];
        Arrays.fill(slots, NONE);
        size = 0;
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldSlots[i] != NONE) {
                put(oldKeys[i], oldSlots[i]);
            }
        }
    }
}
