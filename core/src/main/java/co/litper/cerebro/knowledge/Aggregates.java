package co.litper.cerebro.knowledge;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The running figures of aggregated edges, one row for each guide that changed them, so that what they stood at is found for
 * any recorded time in O(log rows). Not thread-safe.
 */
final class Aggregates {
    private static final int FIRST_ROOM = 1 << 10;
    private static final int NODE_BITS = 29;
    /** Two node numbers and a relation make one key. */
    static final int MOST_NODES = 1 << NODE_BITS;

    private final LongIndex heads = new LongIndex();
    private final Chains chains = new Chains();
    private final List<long[]> keys = new ArrayList<>();
    private EdgeStatistics[] rows = new EdgeStatistics[FIRST_ROOM];
    private long[] recorded = new long[FIRST_ROOM];
    private int count;

    void add(int from, RelationType relation, int to, long recordedMs, EdgeStatistics stands) {
        if (count == recorded.length) {
            recorded = Arrays.copyOf(recorded, count * 2);
            rows = Arrays.copyOf(rows, count * 2);
        }
        long key = key(from, relation, to);
        int head = heads.get(key);
        if (head == LongIndex.NONE) {
            keys.add(new long[] {from, relation.ordinal(), to});
        }
        int id = count++;
        rows[id] = stands;
        recorded[id] = recordedMs;
        chains.append(id, head);
        heads.put(key, id);
    }

    EdgeStatistics at(int from, RelationType relation, int to, long recordedMs) {
        int head = heads.get(key(from, relation, to));
        int id = head == LongIndex.NONE ? Chains.END : chains.newestAt(head, recorded, recordedMs);
        return id == Chains.END ? EdgeStatistics.NOTHING : rows[id];
    }

    /** From, relation's ordinal and to of every aggregated edge, in the order of their first guide. */
    List<long[]> keys() {
        return keys;
    }

    private static long key(int from, RelationType relation, int to) {
        return ((long) from << (NODE_BITS + 5)) ^ ((long) to << 5) ^ relation.ordinal();
    }
}
