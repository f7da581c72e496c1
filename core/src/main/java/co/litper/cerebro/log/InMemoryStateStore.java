package co.litper.cerebro.log;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Checkpoints in memory, gone with the process: the state is folded from the log again.
 *
 * <p>A checkpoint costs O(rows · log n); a scan copies what it shows, so that its visitor may take its time. Thread-safe.
 */
public final class InMemoryStateStore implements StateStore {
    private final TreeMap<Long, StateRow> rows = new TreeMap<>();
    private long position;

    /** A store in which nothing was folded. */
    public InMemoryStateStore() {}

    @Override
    public synchronized long position() {
        return position;
    }

    @Override
    public synchronized Optional<StateRow> load(long key) {
        return Optional.ofNullable(rows.get(key));
    }

    @Override
    public synchronized void checkpoint(long position, List<StateRow> rows) {
        rows.forEach(row -> this.rows.put(row.key(), row));
        this.position = position;
    }

    @Override
    public void scanAttention(Visitor visitor) {
        chosen(row -> row.attention() > 0).forEach(visitor::visit);
    }

    @Override
    public void scanTimers(TimerVisitor visitor) {
        chosen(row -> row.dueMs() != StateRow.NEVER).forEach(row -> visitor.visit(row.key(), row.dueMs()));
    }

    @Override
    public void scanAll(Visitor visitor) {
        chosen(_ -> true).forEach(visitor::visit);
    }

    private synchronized List<StateRow> chosen(Predicate<StateRow> wanted) {
        return rows.values().stream().filter(wanted).toList();
    }

    @Override
    public synchronized void clear() {
        rows.clear();
        position = 0;
    }

    @Override
    public void close() {
        // nothing is held but memory
    }
}
