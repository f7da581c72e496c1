package co.litper.cerebro.adapters.sqlite;

import co.litper.cerebro.adapters.sql.Session;
import co.litper.cerebro.log.StateRow;
import co.litper.cerebro.log.StateStore;
import co.litper.cerebro.log.StoreException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Checkpoints in {@code state.db}. {@link #load} is O(log n), some microseconds. A scan sees one moment and holds no lock
 * while its visitor works. Thread-safe.
 *
 * <p>Implementation notes. A large transaction ends in one long sync, for which every commit of the journal on the same disk
 * waits (measured: 110 to 220 ms behind 20 MB). So a checkpoint is written in small transactions, as new versions of its rows
 * behind all others, next to each other on disk; it counts with the last transaction, which moves {@code end} behind its
 * last version, and only then are the versions that it replaced deleted. What lies behind {@code end} belongs to a
 * checkpoint that was broken off; what was replaced after {@code cleaned} may still be there: both are settled when the
 * store is opened and before the next checkpoint. Between transactions the writer rests. O(rows · log n) a checkpoint.
 */
final class SqliteStateStore implements StateStore {
    /** Rows that a scan or a transaction of a checkpoint takes at a time. */
    private static final int ROWS_AT_A_TIME = 256;

    /** A chunk takes a few milliseconds; a stalled disk must not double its stall. */
    private static final long LONGEST_REST_NS = 20_000_000;

    private static final String POSITION = "position";
    /** The highest id of the last complete checkpoint. */
    private static final String END = "end";
    /** The id up to which every version has replaced those before it. */
    private static final String CLEANED = "cleaned";

    private static final String INSERT =
            "INSERT INTO state(id, key, kind, attention, due, bytes) VALUES(?, ?, ?, ?, ?, ?)";
    private static final String COLUMNS = "SELECT key, kind, attention, due, bytes FROM state";
    private static final String UP_TO_END = " <= (SELECT value FROM meta WHERE name = 'end')";
    private static final String LOAD =
            COLUMNS + " INDEXED BY state_key WHERE key = ? AND id" + UP_TO_END + " ORDER BY id DESC LIMIT 1";
    private static final String NEWEST = " AND id = (SELECT n.id FROM state n INDEXED BY state_key"
            + " WHERE n.key = state.key AND n.id" + UP_TO_END + " ORDER BY n.id DESC LIMIT 1)";
    private static final String PAGE = " AND key >= ? ORDER BY key LIMIT " + ROWS_AT_A_TIME;
    private static final String ALL = COLUMNS + " INDEXED BY state_key WHERE true";
    private static final String ATTENTION = COLUMNS + " INDEXED BY state_attention WHERE attention > 0";
    private static final String TIMERS = "SELECT key, due FROM state INDEXED BY state_due WHERE due IS NOT NULL";

    private static final String WRITTEN =
            "SELECT id, key FROM state WHERE id > ? AND id <= ? ORDER BY id LIMIT " + ROWS_AT_A_TIME;
    private static final String DELETE_REPLACED = "DELETE FROM state WHERE key = ? AND id < ?";

    private final Database database;

    /** The one moment that a store opened for reading shows, so that position and rows belong together; else null. */
    private final @Nullable Moment shown;

    private volatile long position;

    /** Which keys may be stored; null until the first checkpoint, and in a store that somebody else writes. */
    private volatile @Nullable KeyFilter filter;

    /**
     * @param alone true if nobody else writes; otherwise the store shows its rows as they were when it was opened
     */
    SqliteStateStore(Database database, boolean alone) {
        this.database = database;
        this.shown = alone ? null : database.pin();
        this.position =
                read(session -> Rows.meta(session.connection(), POSITION).orElse(0));
        if (alone) {
            settle(Pace.BRISK);
            filter = position == 0 ? new KeyFilter(0) : null;
        }
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
        KeyFilter stored = filter;
        if (stored != null && !stored.mayContain(key)) {
            return Optional.empty();
        }
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
        settle(Pace.GENTLE);
        note(sorted);
        long end = number(END);
        long begun = System.nanoTime();
        for (int from = 0; from < sorted.size(); from += ROWS_AT_A_TIME) {
            List<StateRow> chunk = sorted.subList(from, Math.min(sorted.size(), from + ROWS_AT_A_TIME));
            long first = end + from + 1;
            database.write("checkpoint state to", session -> insert(session.statement(INSERT), first, chunk));
            begun = giveWay(begun);
        }
        publish(position, end + sorted.size());
        cleanIfPossible();
    }

    /** Lets a checkpoint count. A commit that failed after it was done is as good as one that succeeded. */
    private void publish(long newPosition, long end) {
        try {
            database.write("checkpoint state to", session -> {
                Rows.putMeta(session.connection(), POSITION, newPosition);
                Rows.putMeta(session.connection(), END, end);
                return end;
            });
        } catch (StoreException e) {
            if (number(END) != end) {
                throw e;
            }
        }
        position = newPosition;
    }

    /** Lets keys be found from now on. Those that came before this filter are read once, when it is made or grows. */
    private void note(List<StateRow> rows) {
        KeyFilter stored = filter;
        if (stored == null || !stored.hasRoomFor(rows.size())) {
            stored = read(session -> filterOf(session.connection(), rows.size()));
        }
        for (StateRow row : rows) {
            stored.add(row.key());
        }
        filter = stored;
    }

    private static KeyFilter filterOf(Connection connection, int more) throws SQLException {
        long keys = Rows.number(connection, "SELECT count(*) FROM state").orElse(0);
        KeyFilter filter = new KeyFilter(Math.toIntExact(Math.min(Integer.MAX_VALUE / 2, 2 * (keys + more))));
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT key FROM state")) {
            while (rows.next()) {
                filter.add(rows.getLong(1));
            }
        }
        return filter;
    }

    private static int insert(PreparedStatement statement, long firstId, List<StateRow> rows) throws SQLException {
        statement.clearBatch();
        for (int i = 0; i < rows.size(); i++) {
            StateRow row = rows.get(i);
            statement.setLong(1, firstId + i);
            statement.setLong(2, row.key());
            statement.setInt(3, row.kind());
            statement.setInt(4, row.attention());
            if (row.dueMs() == StateRow.NEVER) {
                statement.setNull(5, Types.INTEGER);
            } else {
                statement.setLong(5, row.dueMs());
            }
            statement.setBytes(6, row.bytes());
            statement.addBatch();
        }
        return statement.executeBatch().length;
    }

    /** Drops what a broken-off checkpoint left, and what the last complete one replaced. */
    private void settle(Pace pace) {
        long end = number(END);
        long highest = read(session -> highestId(session.connection()));
        if (highest > end) {
            database.write("settle", session -> {
                Rows.run(session.connection(), List.of("DELETE FROM state WHERE id > " + end));
                return end;
            });
        }
        clean(pace);
    }

    private static long highestId(Connection connection) throws SQLException {
        return Rows.number(connection, "SELECT max(id) FROM state").orElse(0);
    }

    private long number(String name) {
        return read(session -> Rows.meta(session.connection(), name).orElse(0));
    }

    /** Deletes what was replaced; if that fails, the checkpoint stands all the same, and the next one tries again first. */
    private void cleanIfPossible() {
        try {
            clean(Pace.GENTLE);
        } catch (StoreException e) {
            // the next checkpoint meets the same trouble before it writes, and tells of it
        }
    }

    private void clean(Pace pace) {
        long end = number(END);
        long cleaned = number(CLEANED);
        long begun = System.nanoTime();
        while (cleaned < end) {
            long from = cleaned;
            cleaned = database.write("clean", session -> deleteReplaced(session, from, end));
            begun = pace == Pace.GENTLE ? giveWay(begun) : begun;
        }
    }

    /** Deletes older versions of the keys written after id {@code from}, a chunk of them. Returns the last id seen. */
    private static long deleteReplaced(Session session, long from, long end) throws SQLException {
        PreparedStatement written = session.statement(WRITTEN);
        written.setLong(1, from);
        written.setLong(2, end);
        PreparedStatement delete = session.statement(DELETE_REPLACED);
        delete.clearBatch();
        long last = end;
        int count = 0;
        try (ResultSet rows = written.executeQuery()) {
            while (rows.next()) {
                last = rows.getLong(1);
                delete.setLong(1, rows.getLong(2));
                delete.setLong(2, last);
                delete.addBatch();
                count++;
            }
        }
        delete.executeBatch();
        long reached = count < ROWS_AT_A_TIME ? end : last;
        Rows.putMeta(session.connection(), CLEANED, reached);
        return reached;
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
        scan(ATTENTION, SqliteStateStore::row, StateRow::key, all(visitor::visit));
    }

    @Override
    public void scanTimers(TimerVisitor visitor) {
        scan(TIMERS, Timer::of, Timer::key, all(timer -> visitor.visit(timer.key(), timer.dueMs())));
    }

    @Override
    public void scanAll(Visitor visitor) {
        scan(ALL, SqliteStateStore::row, StateRow::key, all(visitor::visit));
    }

    @Override
    public void scanWhile(Predicate<StateRow> visitor) {
        scan(ALL, SqliteStateStore::row, StateRow::key, visitor);
    }

    private static <T> Predicate<T> all(Consumer<T> to) {
        return one -> {
            to.accept(one);
            return true;
        };
    }

    private <T> void scan(String sql, RowReader<T> reader, ToLongFunction<T> key, Predicate<T> to) {
        if (shown != null) {
            scan(shown, sql, reader, key, to);
            return;
        }
        try (Moment moment = database.pin()) {
            scan(moment, sql, reader, key, to);
        }
    }

    private static <T> void scan(
            Moment moment, String rowsSql, RowReader<T> reader, ToLongFunction<T> key, Predicate<T> to) {
        String sql = moment.read(session -> isSettled(session.connection())) ? rowsSql + PAGE : rowsSql + NEWEST + PAGE;
        long from = Long.MIN_VALUE;
        List<T> page;
        do {
            long start = from;
            page = moment.read(session -> page(session, sql, start, reader));
            for (T one : page) {
                if (!to.test(one)) {
                    return;
                }
            }
            from = page.isEmpty() ? from : key.applyAsLong(page.getLast()) + 1;
        } while (page.size() == ROWS_AT_A_TIME && from != Long.MIN_VALUE);
    }

    /** True if every key has one version, so that none has to be looked for. */
    private static boolean isSettled(Connection connection) throws SQLException {
        long end = Rows.meta(connection, END).orElse(0);
        return Rows.meta(connection, CLEANED).orElse(0) >= end && highestId(connection) <= end;
    }

    private static <T> List<T> page(Session session, String sql, long from, RowReader<T> reader) throws SQLException {
        PreparedStatement statement = session.statement(sql);
        statement.setLong(1, from);
        List<T> page = new ArrayList<>(ROWS_AT_A_TIME);
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
            Rows.putMeta(connection, END, 0);
            Rows.putMeta(connection, CLEANED, 0);
            return 0;
        });
        position = 0;
        filter = new KeyFilter(0);
    }

    /** Lets go of the moment shown; the files are closed by the store that handed it out. */
    @Override
    public void close() {
        if (shown != null) {
            shown.close();
        }
    }

    /** Whether somebody else wants disk and cores. */
    private enum Pace {
        GENTLE,
        BRISK
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
