package co.litper.cerebro.adapters.sqlite;

import co.litper.cerebro.log.StateRow;
import co.litper.cerebro.log.StateStore;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Checkpoints in {@code state.db}. A checkpoint is one transaction of upserts in order of key, so that each page is met
 * once; O(rows · log n). {@link #load} is O(log n), some microseconds. A scan sees one moment and holds no lock while its
 * visitor works. Thread-safe.
 */
final class SqliteStateStore implements StateStore {
    /** Rows that a scan takes at a time. */
    private static final int ROWS_PER_READ = 256;

    /** A chunk takes a few milliseconds; a stalled disk must not double its stall. */
    private static final long LONGEST_REST_NS = 20_000_000;

    private static final String POSITION = "position";
    private static final String UPSERT =
            "INSERT OR REPLACE INTO state(key, kind, attention, due, bytes)" + " VALUES(?, ?, ?, ?, ?)";
    private static final String COLUMNS = "SELECT key, kind, attention, due, bytes FROM state";
    private static final String LOAD = COLUMNS + " WHERE key = ?";
    private static final String PAGE = " key >= ? ORDER BY key LIMIT " + ROWS_PER_READ;
    private static final String ALL = COLUMNS + " WHERE" + PAGE;
    private static final String ATTENTION = COLUMNS + " INDEXED BY state_attention WHERE attention > 0 AND" + PAGE;
    private static final String TIMERS =
            "SELECT key, due FROM state INDEXED BY state_due WHERE due IS NOT NULL AND" + PAGE;

    private final Database database;

    /** The one moment that a store opened for reading shows, so that position and rows belong together; else null. */
    private final @Nullable Moment shown;

    private volatile long position;

    /**
     * @param alone true if nobody else writes; otherwise the store shows its rows as they were when it was opened
     */
    SqliteStateStore(Database database, boolean alone) {
        this.database = database;
        this.shown = alone ? null : database.pin();
        this.position =
                read(session -> Rows.meta(session.connection(), POSITION).orElse(0));
    }

    private <T> T read(Session.Work<T> work) {
        return shown == null ? database.read(work) : shown.read(work);
    }

    @Override
    public long position() {
        return position;
    }

    @Override
    public Optional<StateRow> load(long key) {
        return read(session -> {
            PreparedStatement statement = session.statement(LOAD);
            statement.setLong(1, key);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? Optional.of(row(rows)) : Optional.empty();
            }
        });
    }

    @Override
    public synchronized void checkpoint(long position, List<StateRow> rows) {
        List<StateRow> sorted = new ArrayList<>(rows);
        sorted.sort(Comparator.comparingLong(StateRow::key));
        database.write("checkpoint state to", session -> {
            upsert(session.statement(UPSERT), sorted);
            Rows.putMeta(session.connection(), POSITION, position);
            return position;
        });
        this.position = position;
    }

    private static void upsert(PreparedStatement statement, List<StateRow> rows) throws SQLException {
        statement.clearBatch();
        long begun = System.nanoTime();
        for (int i = 0; i < rows.size(); i++) {
            StateRow row = rows.get(i);
            statement.setLong(1, row.key());
            statement.setInt(2, row.kind());
            statement.setInt(3, row.attention());
            if (row.dueMs() == StateRow.NEVER) {
                statement.setNull(4, Types.INTEGER);
            } else {
                statement.setLong(4, row.dueMs());
            }
            statement.setBytes(5, row.bytes());
            statement.addBatch();
            if ((i + 1) % ROWS_PER_READ == 0) {
                statement.executeBatch();
                begun = giveWay(begun);
            }
        }
        statement.executeBatch();
    }

    /**
     * Rests after a chunk for longer than it took, so that a large checkpoint spreads over seconds and leaves the cores to
     * answers: without it latency at half load rose to 400 ms while one was written.
     */
    private static long giveWay(long begunNs) {
        long spent = System.nanoTime() - begunNs;
        LockSupport.parkNanos(Math.min(LONGEST_REST_NS, spent + spent / 2));
        return System.nanoTime();
    }

    @Override
    public void scanAttention(Visitor visitor) {
        scan(ATTENTION, SqliteStateStore::row, StateRow::key, visitor::visit);
    }

    @Override
    public void scanTimers(TimerVisitor visitor) {
        scan(TIMERS, Timer::of, Timer::key, timer -> visitor.visit(timer.key(), timer.dueMs()));
    }

    @Override
    public void scanAll(Visitor visitor) {
        scan(ALL, SqliteStateStore::row, StateRow::key, visitor::visit);
    }

    private <T> void scan(String sql, RowReader<T> reader, ToLongFunction<T> key, Consumer<T> to) {
        if (shown != null) {
            scan(shown, sql, reader, key, to);
            return;
        }
        try (Moment moment = database.pin()) {
            scan(moment, sql, reader, key, to);
        }
    }

    private static <T> void scan(
            Moment moment, String sql, RowReader<T> reader, ToLongFunction<T> key, Consumer<T> to) {
        long from = Long.MIN_VALUE;
        List<T> page;
        do {
            long start = from;
            page = moment.read(session -> page(session, sql, start, reader));
            page.forEach(to);
            from = page.isEmpty() ? from : key.applyAsLong(page.getLast()) + 1;
        } while (page.size() == ROWS_PER_READ && from != Long.MIN_VALUE);
    }

    private static <T> List<T> page(Session session, String sql, long from, RowReader<T> reader) throws SQLException {
        PreparedStatement statement = session.statement(sql);
        statement.setLong(1, from);
        List<T> page = new ArrayList<>(ROWS_PER_READ);
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                page.add(reader.read(rows));
            }
        }
        return page;
    }

    private static StateRow row(ResultSet rows) throws SQLException {
        long due = rows.getLong(4);
        boolean never = rows.wasNull();
        return new StateRow(
                rows.getLong(1), rows.getInt(2), rows.getInt(3), never ? StateRow.NEVER : due, Rows.bytes(rows, 5));
    }

    @Override
    public synchronized void clear() {
        database.write("clear", session -> {
            Connection connection = session.connection();
            Rows.run(connection, List.of("DELETE FROM state"));
            Rows.putMeta(connection, POSITION, 0);
            return 0;
        });
        position = 0;
    }

    /** Lets go of the moment shown; the files are closed by the store that handed it out. */
    @Override
    public void close() {
        if (shown != null) {
            shown.close();
        }
    }

    private record Timer(long key, long dueMs) {
        static Timer of(ResultSet rows) throws SQLException {
            return new Timer(rows.getLong(1), rows.getLong(2));
        }
    }

    @FunctionalInterface
    private interface RowReader<T> {
        T read(ResultSet rows) throws SQLException;
    }
}
