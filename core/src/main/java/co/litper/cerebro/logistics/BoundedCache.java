package co.litper.cerebro.logistics;

import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Remembers answers of a pure function, at most twice {@code capacity} of them: a young and an old generation; when the
 * young one is full it becomes the old one, so what is asked for often survives. Thread-safe without locks; a race only
 * computes an answer twice.
 */
final class BoundedCache<K, V> {
    private final int capacity;
    private volatile ConcurrentHashMap<K, V> young = new ConcurrentHashMap<>();
    private volatile ConcurrentHashMap<K, V> old = new ConcurrentHashMap<>();

    BoundedCache(int capacity) {
        this.capacity = capacity;
    }

    V get(K key, Function<K, V> compute) {
        V known = young.get(key);
        if (known != null) {
            return known;
        }
        V before = old.get(key);
        V value = before == null ? compute.apply(key) : before;
        keep(key, value);
        return value;
    }

    int size() {
        return young.size() + old.size();
    }

    private void keep(K key, V value) {
        ConcurrentHashMap<K, V> target = young;
        if (target.mappingCount() >= capacity) {
            synchronized (this) {
                if (young.mappingCount() >= capacity) {
                    old = young;
                    young = new ConcurrentHashMap<>();
                }
                target = young;
            }
        }
        target.put(key, value);
    }
}
