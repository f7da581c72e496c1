package co.litper.cerebro.learners.reinforce;

import co.litper.cerebro.learners.bandit.LongSlots;
import co.litper.cerebro.learners.snapshot.SnapshotException;
import co.litper.cerebro.learners.snapshot.SnapshotReader;
import co.litper.cerebro.learners.snapshot.SnapshotWriter;
import java.util.Arrays;

/**
 * Rows of values by state, at most so many. When it is full a state that was not learned since the hand last came by gives way
 * (second chance, F. Corbató 1968). O(1), amortised over the hand's way. One thread.
 */
final class StateTable {
    private static final int FIRST_ROOM = 16;

    private final int width;
    private final int mostStates;
    private final double first;
    private final LongSlots slots = new LongSlots();
    private long[] keys = new long[FIRST_ROOM];
    private boolean[] touched = new boolean[FIRST_ROOM];
    private double[] values;
    private int[] visits;
    private int size;
    private int hand;

    /**
     * An empty table.
     *
     * @param width values of a state
     * @param first what a value is before anything was learned
     */
    StateTable(int width, int mostStates, double first) {
        this.width = width;
        this.mostStates = mostStates;
        this.first = first;
        values = new double[FIRST_ROOM * width];
        visits = new int[FIRST_ROOM * width];
    }

    int size() {
        return size;
    }

    double value(long state, int column) {
        int slot = slots.get(state);
        return slot == LongSlots.NONE ? first : values[slot * width + column];
    }

    int visits(long state, int column) {
        int slot = slots.get(state);
        return slot == LongSlots.NONE ? 0 : visits[slot * width + column];
    }

    /** Moves a value towards {@code target}, by a step for its visit. */
    void move(long state, int column, double target, StepSize steps) {
        int at = slot(state) * width + column;
        visits[at] = Math.min(visits[at] + 1, Integer.MAX_VALUE - 1);
        values[at] += steps.at(visits[at]) * (target - values[at]);
    }

    private int slot(long state) {
        int slot = slots.get(state);
        if (slot == LongSlots.NONE) {
            slot = size < mostStates ? append() : giveWay();
            keys[slot] = state;
            Arrays.fill(values, slot * width, (slot + 1) * width, first);
            Arrays.fill(visits, slot * width, (slot + 1) * width, 0);
            slots.put(state, slot);
        }
        touched[slot] = true;
        return slot;
    }

    private int append() {
        if (size == keys.length) {
            int room = Math.min(mostStates, size * 2);
            keys = Arrays.copyOf(keys, room);
            touched = Arrays.copyOf(touched, room);
            values = Arrays.copyOf(values, room * width);
            visits = Arrays.copyOf(visits, room * width);
        }
        return size++;
    }

    private int giveWay() {
        while (touched[hand]) {
            touched[hand] = false;
            hand = (hand + 1) % size;
        }
        int slot = hand;
        hand = (hand + 1) % size;
        slots.remove(keys[slot]);
        return slot;
    }

    void write(SnapshotWriter out) {
        out.int32(size).int32(hand);
        for (int slot = 0; slot < size; slot++) {
            out.int64(keys[slot]).int32(touched[slot] ? 1 : 0);
            for (int at = slot * width; at < (slot + 1) * width; at++) {
                out.float64(values[at]).int32(visits[at]);
            }
        }
    }

    static StateTable read(SnapshotReader in, int width, int mostStates, double first) {
        int size = in.int32();
        int hand = in.int32();
        if (size < 0 || size > mostStates || hand < 0 || hand > size) {
            throw new SnapshotException("snapshot has " + size + " states and the hand at " + hand + ", at most "
                    + mostStates + " are kept. Maybe mostStates was lowered.");
        }
        StateTable table = new StateTable(width, mostStates, first);
        for (int slot = 0; slot < size; slot++) {
            table.append();
            table.keys[slot] = in.int64();
            table.touched[slot] = in.int32() == 1;
            table.slots.put(table.keys[slot], slot);
            for (int at = slot * width; at < (slot + 1) * width; at++) {
                table.values[at] = in.float64();
                table.visits[at] = in.int32();
            }
        }
        table.hand = hand;
        return table;
    }
}
