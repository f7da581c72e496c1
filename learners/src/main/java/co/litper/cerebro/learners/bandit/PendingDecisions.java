package co.litper.cerebro.learners.bandit;

import co.litper.cerebro.learners.snapshot.SnapshotException;
import co.litper.cerebro.learners.snapshot.SnapshotReader;
import co.litper.cerebro.learners.snapshot.SnapshotWriter;

/**
 * Decisions whose reward is awaited: which arm was drawn, and its row. A ring: when it is full the oldest gives way, since
 * rewards that late hardly ever come. O(1) each; rows are kept and reused.
 */
final class PendingDecisions {
    private final int capacity;
    private final LongSlots slots = new LongSlots();
    private long[] ids = new long[16];
    private long[] arms = new long[16];
    private boolean[] open = new boolean[16];
    private float[][] rows = new float[16][];
    private int next;
    private int size;
    private long expired;

    PendingDecisions(int capacity) {
        this.capacity = capacity;
    }

    boolean contains(long id) {
        return slots.get(id) != LongSlots.NONE;
    }

    /** Remembers a decision; returns the row to fill, of {@code width}. */
    float[] add(long id, long arm, int width) {
        int slot = next;
        next = (next + 1) % capacity;
        if (slot >= ids.length) {
            grow();
        }
        if (open[slot]) {
            slots.remove(ids[slot]);
            expired++;
            size--;
        }
        ids[slot] = id;
        arms[slot] = arm;
        open[slot] = true;
        slots.put(id, slot);
        size++;
        if (rows[slot] == null) {
            rows[slot] = new float[width];
        }
        return rows[slot];
    }

    /** Slot of an awaited decision or {@link LongSlots#NONE}; it stays awaited. */
    int find(long id) {
        return slots.get(id);
    }

    long arm(int slot) {
        return arms[slot];
    }

    float[] row(int slot) {
        return rows[slot];
    }

    void close(int slot) {
        slots.remove(ids[slot]);
        open[slot] = false;
        size--;
    }

    int size() {
        return size;
    }

    long expired() {
        return expired;
    }

    private void grow() {
        int length = Math.min(capacity, ids.length * 2);
        ids = java.util.Arrays.copyOf(ids, length);
        arms = java.util.Arrays.copyOf(arms, length);
        open = java.util.Arrays.copyOf(open, length);
        rows = java.util.Arrays.copyOf(rows, length);
    }

    void write(SnapshotWriter out) {
        out.int64(expired).int32(size);
        for (int k = 0; k < ids.length; k++) {
            int slot = ids.length == capacity ? (next + k) % capacity : k;
            if (open[slot]) {
                out.int64(ids[slot]).int64(arms[slot]).floats(rows[slot]);
            }
        }
    }

    static PendingDecisions read(SnapshotReader in, int capacity, int width) {
        PendingDecisions pending = new PendingDecisions(capacity);
        long expired = in.int64();
        int size = in.int32();
        if (size < 0 || size > capacity) {
            throw new SnapshotException("snapshot has " + size + " open decisions, at most " + capacity
                    + " are kept. Maybe mostPending was lowered.");
        }
        for (int i = 0; i < size; i++) {
            float[] row = pending.add(in.int64(), in.int64(), width);
            float[] read = in.floats();
            if (read.length != width) {
                throw new SnapshotException("snapshot has a row of " + read.length + " where " + width + " belong");
            }
            System.arraycopy(read, 0, row, 0, width);
        }
        pending.expired = expired;
        return pending;
    }
}
