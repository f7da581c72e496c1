package co.litper.cerebro.simulator.world;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What is going to happen, soonest first, in the order of planning where two fall on one millisecond: a binary heap in
 * flat arrays. O(log n) to add and to take.
 */
final class Agenda {
    private static final int FIRST_CAPACITY = 1 << 12;

    private long[] times = new long[FIRST_CAPACITY];
    private long[] sequence = new long[FIRST_CAPACITY];
    private Kind[] kinds = new Kind[FIRST_CAPACITY];
    private @Nullable Object[] subjects = new @Nullable Object[FIRST_CAPACITY];
    private int[] plans = new int[FIRST_CAPACITY];
    private int size;
    private long added;

    /** What happens. */
    enum Kind {
        TICK,
        ORDER,
        CANCEL,
        CUTOFF,
        GUIDE,
        SHIPPED,
        TRANSIT,
        OUT,
        RESULT,
        LOST,
        REPLY,
        CALL,
        ROUND,
        TEAM_GOES_ON,
        DEADLINE,
        OFFICE,
        FETCHED,
        NOT_FETCHED,
        RETURNED,
        GIVEN_UP,
        CLAIM_PAID,
        FEEDBACK,
        DELAYED
    }

    /** Plans. What is planned for a parcel is void once the parcel's plan is another than {@code plan}. */
    void add(long ms, Kind kind, @Nullable Object subject, int plan) {
        if (size == times.length) {
            grow();
        }
        long order = added++;
        int at = size++;
        while (at > 0) {
            int parent = (at - 1) >>> 1;
            if (!before(ms, order, parent)) {
                break;
            }
            move(parent, at);
            at = parent;
        }
        set(at, ms, order, kind, subject, plan);
    }

    boolean isEmpty() {
        return size == 0;
    }

    long time() {
        return times[0];
    }

    Kind kind() {
        return kinds[0];
    }

    @Nullable
    Object subject() {
        return subjects[0];
    }

    int plan() {
        return plans[0];
    }

    /** Takes the soonest away. */
    void remove() {
        size--;
        long ms = times[size];
        long order = sequence[size];
        Kind kind = kinds[size];
        Object subject = subjects[size];
        int plan = plans[size];
        subjects[size] = null;
        if (size == 0) {
            return;
        }
        int at = 0;
        while (true) {
            int child = 2 * at + 1;
            if (child >= size) {
                break;
            }
            if (child + 1 < size && before(times[child + 1], sequence[child + 1], child)) {
                child++;
            }
            if (before(ms, order, child)) {
                break;
            }
            move(child, at);
            at = child;
        }
        set(at, ms, order, kind, subject, plan);
    }

    private boolean before(long ms, long order, int other) {
        return ms < times[other] || (ms == times[other] && order < sequence[other]);
    }

    private void move(int from, int to) {
        set(to, times[from], sequence[from], kinds[from], subjects[from], plans[from]);
    }

    private void set(int at, long ms, long order, Kind kind, @Nullable Object subject, int plan) {
        times[at] = ms;
        sequence[at] = order;
        kinds[at] = kind;
        subjects[at] = subject;
        plans[at] = plan;
    }

    private void grow() {
        int capacity = 2 * times.length;
        times = Arrays.copyOf(times, capacity);
        sequence = Arrays.copyOf(sequence, capacity);
        kinds = Arrays.copyOf(kinds, capacity);
        subjects = Arrays.copyOf(subjects, capacity);
        plans = Arrays.copyOf(plans, capacity);
    }
}
