package co.litper.cerebro.knowledge;

import java.util.Arrays;

/**
 * Edges by number, from 0 in the order in which they became known; an edge is never changed but once, when later knowledge
 * closes it. Not thread-safe.
 */
final class Edges {
    static final int NONE = Chains.END;
    private static final int FIRST_ROOM = 1 << 10;
    private static final int RELATION_BITS = 5;
    private static final RelationType[] RELATIONS = RelationType.values();

    private final LongIndex heads = new LongIndex();
    private final Chains out = new Chains();
    private final Chains in = new Chains();
    private int[] from = new int[FIRST_ROOM];
    private int[] to = new int[FIRST_ROOM];
    private byte[] relation = new byte[FIRST_ROOM];
    private long[] validFrom = new long[FIRST_ROOM];
    private long[] validTo = new long[FIRST_ROOM];
    private long[] recordedFrom = new long[FIRST_ROOM];
    private long[] recordedTo = new long[FIRST_ROOM];
    private long[] position = new long[FIRST_ROOM];
    private int count;

    /** By which relations and directions a node has edges at all, a bit each, so that most look-ups are spared. */
    private int[] ports = new int[FIRST_ROOM];

    /** Adds an edge that became known at {@code recordedMs}, which is not before that of any edge. */
    int add(int source, RelationType type, int target, long validFromMs, long validToMs, long recordedMs, long at) {
        if (count > 0 && recordedMs < recordedFrom[count - 1]) {
            throw new IllegalArgumentException("recorded time falls from " + recordedFrom[count - 1] + " to "
                    + recordedMs + ". Maybe the log is not read in order.");
        }
        if (count == from.length) {
            grow();
        }
        int id = count++;
        from[id] = source;
        to[id] = target;
        relation[id] = (byte) type.ordinal();
        validFrom[id] = validFromMs;
        validTo[id] = validToMs;
        recordedFrom[id] = recordedMs;
        recordedTo[id] = Link.OPEN;
        position[id] = at;
        mark(source, type, Way.OUT);
        mark(target, type, Way.IN);
        hang(id, port(source, type, Way.OUT), out);
        hang(id, port(target, type, Way.IN), in);
        return id;
    }

    private void mark(int node, RelationType type, Way way) {
        if (node >= ports.length) {
            ports = Arrays.copyOf(ports, Math.max(node + 1, ports.length * 2));
        }
        ports[node] |= bit(type, way);
    }

    private static int bit(RelationType type, Way way) {
        return 1 << (type.ordinal() * 2 + way.ordinal());
    }

    private void hang(int id, long port, Chains chains) {
        chains.append(id, heads.get(port));
        heads.put(port, id);
    }

    /** From {@code recordedMs} on the edge is known to be wrong, or to be told better by another. */
    void close(int id, long recordedMs) {
        recordedTo[id] = recordedMs;
    }

    /** The newest edge of a node that was known at {@code recordedMs}, or {@link #NONE}. O(log degree). */
    int newest(int node, RelationType type, Way way, long recordedMs) {
        if (node >= ports.length || (ports[node] & bit(type, way)) == 0) {
            return NONE;
        }
        int head = heads.get(port(node, type, way));
        return head == LongIndex.NONE ? NONE : chains(way).newestAt(head, recordedFrom, recordedMs);
    }

    int before(int id, Way way) {
        return chains(way).before(id);
    }

    /** How many edges, closed ones included, the node has up to {@code id}. */
    int degree(int id, Way way) {
        return id == NONE ? 0 : chains(way).length(id);
    }

    boolean isKnown(int id, AsOf at) {
        boolean known = recordedFrom[id] <= at.recordedMs() && at.recordedMs() < recordedTo[id];
        return known && (at.validMs() == AsOf.EVER || (validFrom[id] <= at.validMs() && at.validMs() < validTo[id]));
    }

    int from(int id) {
        return from[id];
    }

    int to(int id) {
        return to[id];
    }

    /** The end of the edge that is not where one comes from. */
    int end(int id, Way way) {
        return way == Way.OUT ? to[id] : from[id];
    }

    RelationType relation(int id) {
        return RELATIONS[relation[id]];
    }

    long validFrom(int id) {
        return validFrom[id];
    }

    long validTo(int id) {
        return validTo[id];
    }

    long recordedFrom(int id) {
        return recordedFrom[id];
    }

    long position(int id) {
        return position[id];
    }

    int count() {
        return count;
    }

    private Chains chains(Way way) {
        return way == Way.OUT ? out : in;
    }

    private static long port(int node, RelationType type, Way way) {
        return ((long) node << (RELATION_BITS + 1)) | ((long) type.ordinal() << 1) | way.ordinal();
    }

    private void grow() {
        int room = Math.multiplyExact(count, 2);
        from = Arrays.copyOf(from, room);
        to = Arrays.copyOf(to, room);
        relation = Arrays.copyOf(relation, room);
        validFrom = Arrays.copyOf(validFrom, room);
        validTo = Arrays.copyOf(validTo, room);
        recordedFrom = Arrays.copyOf(recordedFrom, room);
        recordedTo = Arrays.copyOf(recordedTo, room);
        position = Arrays.copyOf(position, room);
    }
}
