package co.litper.cerebro.world;

import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Values by 64-bit key, without a box for each key. Open addressing with linear probing at a load of at most one half;
 * keys should be hashes. Not thread-safe. O(1) but for {@link #removeIf}, which is O(capacity).
 *
 * @param <V> what is kept
 */
public final class LongMap<V> {
    private static final int FIRST_CAPACITY = 1 << 10;

    private long[] keys = new long[FIRST_CAPACITY];
    private @Nullable Object[] values = new @Nullable Object[FIRST_CAPACITY];
    private int size;

    /** The value of {@code key}, or null. */
    public @Nullable V get(long key) {
        return valueAt(slotOf(key));
    }

    /** Sets the value of {@code key}. */
    public void put(long key, V value) {
        int slot = slotOf(key);
        if (values[slot] == null) {
            if ((size + 1) * 2 > keys.length) {
                grow();
                slot = slotOf(key);
            }
            size++;
        }
        keys[slot] = key;
        values[slot] = value;
    }

    public int size() {
        return size;
    }

    /** Shows every value, in no stated order. */
    public void forEach(Consumer<V> visitor) {
        for (int i = 0; i < values.length; i++) {
            V value = valueAt(i);
            if (value != null) {
                visitor.accept(value);
            }
        }
    }

    /** Drops every value that {@code goes}. */
    public void removeIf(Predicate<V> goes) {
        long[] oldKeys = keys;
        @Nullable Object[] oldValues = values;
        keys = new long[oldKeys.length];
        values = new @Nullable Object[oldKeys.length];
        size = 0;
        for (int i = 0; i < oldKeys.length; i++) {
            @SuppressWarnings("unchecked")
            V value = (V) oldValues[i];
            if (value != null && !goes.test(value)) {
                put(oldKeys[i], value);
            }
        }
    }

    @SuppressWarnings("unchecked")
    private @Nullable V valueAt(int slot) {
        return (V) values[slot];
    }

    /** Where {@code key} is, or where it would go. */
    private int slotOf(long key) {
        int mask = keys.length - 1;
        int slot = (int) (key ^ (key >>> 32)) & mask;
        while (values[slot] != null && keys[slot] != key) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void grow() {
        long[] oldKeys = keys;
        @Nullable Object[] oldValues = values;
        keys = new long[oldKeys.length * 2];
        values = new @Nullable Object[oldKeys.length * 2];
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldValues[i] != null) {
                int slot = slotOf(oldKeys[i]);
                keys[slot] = oldKeys[i];
                values[slot] = oldValues[i];
            }
        }
    }
}
