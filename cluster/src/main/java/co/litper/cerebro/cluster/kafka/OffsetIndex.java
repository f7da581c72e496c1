package co.litper.cerebro.cluster.kafka;

import java.util.Map;
import java.util.TreeMap;

/**
 * Where some positions of a journal lie in its partition. Offsets rise at least as fast as positions: each entry takes one,
 * and ends of transactions and what was given up take some more. So a known entry bounds its neighbours from both sides.
 * Thread-safe.
 */
final class OffsetIndex {
    /** Known places; beyond that every second one is forgotten. About 300 KB. */
    static final int CAPACITY = 4_096;

    private final TreeMap<Long, Long> offsets = new TreeMap<>();

    /** Offsets between which an entry lies, both inclusive. */
    record Bounds(long low, long high) {
        long width() {
            return high - low;
        }
    }

    synchronized void note(long position, long offset) {
        offsets.put(position, offset);
        if (offsets.size() > CAPACITY) {
            boolean[] drop = {false};
            offsets.keySet().removeIf(p -> drop[0] = !drop[0]);
        }
    }

    /**
     * Between which offsets {@code position} lies, given that it is at or behind offset {@code begin} and before offset
     * {@code end}, where position {@code endPosition} would stand.
     */
    synchronized Bounds bounds(long position, long begin, long endPosition, long end) {
        Map.Entry<Long, Long> below = offsets.floorEntry(position);
        Map.Entry<Long, Long> above = offsets.ceilingEntry(position);
        long low = below == null ? begin : below.getValue() + (position - below.getKey());
        long high = above == null ? end - (endPosition - position) : above.getValue() - (above.getKey() - position);
        return new Bounds(Math.max(begin, low), Math.max(Math.max(begin, low), high));
    }
}
