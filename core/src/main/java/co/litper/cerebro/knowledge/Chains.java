package co.litper.cerebro.knowledge;

import java.util.Arrays;

/**
 * Lists that only grow at their head, many of them in one set of flat arrays, each entry stamped with a time that never
 * falls along its list, and each list searchable by time.
 *
 * <p>Beside the entry before it, each entry points to one further back by the rule of Myers, <i>An applicative
 * random-access stack</i> (Information Processing Letters, 1983): a search follows O(log n) pointers, an append O(1). Not
 * thread-safe.
 */
final class Chains {
    static final int END = -1;
    private static final int FIRST_ROOM = 1 << 10;

    private int[] before = new int[FIRST_ROOM];
    private int[] jump = new int[FIRST_ROOM];
    private int[] depth = new int[FIRST_ROOM];

    /** Puts entry {@code id} at the head of the list whose head was {@code head}, or {@link #END}. */
    void append(int id, int head) {
        if (id >= before.length) {
            int room = Math.max(id + 1, before.length * 2);
            before = Arrays.copyOf(before, room);
            jump = Arrays.copyOf(jump, room);
            depth = Arrays.copyOf(depth, room);
        }
        before[id] = head;
        depth[id] = head == END ? 1 : depth[head] + 1;
        jump[id] = jumpFrom(head);
    }

    private int jumpFrom(int head) {
        if (head == END) {
            return END;
        }
        int far = jump[head];
        return far != END && equalSteps(head, far) ? jump[far] : head;
    }

    private boolean equalSteps(int head, int far) {
        return depth[head] - depth[far] == depth[far] - depthOf(jump[far]);
    }

    private int depthOf(int id) {
        return id == END ? 0 : depth[id];
    }

    /** The entry before {@code id} in its list, or {@link #END}. */
    int before(int id) {
        return before[id];
    }

    /** How many entries the list has up to and with {@code id}. */
    int length(int id) {
        return depthOf(id);
    }

    /** The newest entry from {@code head} back whose time is at most {@code ms}, or {@link #END}. */
    int newestAt(int head, long[] times, long ms) {
        int id = head;
        while (id != END && times[id] > ms) {
            int far = jump[id];
            id = far != END && times[far] > ms ? far : before[id];
        }
        return id;
    }
}
