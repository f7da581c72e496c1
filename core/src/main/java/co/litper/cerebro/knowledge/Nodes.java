package co.litper.cerebro.knowledge;

import co.litper.cerebro.world.Hash64;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Nodes by number, from 0 in order of their first mention. Names lie behind one another as UTF-8 in one array. Not
 * thread-safe. O(1). Two names of one 64-bit hash would be taken for one: 3 in a million with ten million nodes.
 */
final class Nodes {
    private static final long SEED = 0x6b6e6f776c656467L;
    private static final NodeType[] TYPES = NodeType.values();
    private static final int FIRST_ROOM = 1 << 10;

    private final LongIndex byHash = new LongIndex();
    private byte[] types = new byte[FIRST_ROOM];
    private int[] ends = new int[FIRST_ROOM];
    private byte[] names = new byte[FIRST_ROOM];
    private int count;

    int find(Node node) {
        return byHash.get(hash(node));
    }

    int intern(Node node) {
        long hash = hash(node);
        int known = byHash.get(hash);
        if (known != LongIndex.NONE) {
            return known;
        }
        byte[] name = node.name().getBytes(StandardCharsets.UTF_8);
        int start = count == 0 ? 0 : ends[count - 1];
        int end = Math.addExact(start, name.length);
        if (count == ends.length) {
            ends = Arrays.copyOf(ends, count * 2);
            types = Arrays.copyOf(types, count * 2);
        }
        if (end > names.length) {
            names = Arrays.copyOf(names, Math.max(end, names.length * 2));
        }
        System.arraycopy(name, 0, names, start, name.length);
        ends[count] = end;
        types[count] = (byte) node.type().ordinal();
        byHash.put(hash, count);
        return count++;
    }

    Node at(int id) {
        int start = id == 0 ? 0 : ends[id - 1];
        return new Node(type(id), new String(names, start, ends[id] - start, StandardCharsets.UTF_8));
    }

    NodeType type(int id) {
        return TYPES[types[id]];
    }

    int count() {
        return count;
    }

    private static long hash(Node node) {
        return Hash64.of(SEED + node.type().ordinal(), node.name());
    }
}
