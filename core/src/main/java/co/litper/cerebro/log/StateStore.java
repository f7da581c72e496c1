package co.litper.cerebro.log;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Checkpoints of state derived from the log: all rows together are the state exactly after {@link #position()}. One
 * writer; reads from any thread. Dropping it loses nothing: the log is folded again.
 */
public interface StateStore extends AutoCloseable {

    /** A store without rows that keeps none. */
    static StateStore empty() {
        return new EmptyStateStore();
    }

    /** The log position after which these rows stand; 0 if nothing was ever folded. */
    long position();

    /** The row of {@code key}, or empty. */
    Optional<StateRow> load(long key);

    /**
     * Replaces the rows given and moves to {@code position}, wholly or not at all.
     *
     * @throws StoreException if it could not be written; the store is as before
     */
    void checkpoint(long position, List<StateRow> rows);

    /** Shows every row whose {@link StateRow#attention()} is above 0, in order of key. */
    void scanAttention(Visitor visitor);

    /** Shows key and due time of every row with a timer, in order of key. */
    void scanTimers(TimerVisitor visitor);

    /** Shows every row, in order of key. */
    void scanAll(Visitor visitor);

    /**
     * Shows rows in order of key as long as {@code visitor} says yes, and at least that one. O(rows shown) where a store can, else
     * O(rows).
     */
    default void scanWhile(Predicate<StateRow> visitor) {
        boolean[] more = {true};
        scanAll(row -> more[0] = more[0] && visitor.test(row));
    }

    /** Drops all rows and goes back to position 0. */
    void clear();

    @Override
    void close();

    /** Sees rows one by one. */
    @FunctionalInterface
    interface Visitor {
        void visit(StateRow row);
    }

    /** Sees timers one by one. */
    @FunctionalInterface
    interface TimerVisitor {
        void visit(long key, long dueMs);
    }
}
