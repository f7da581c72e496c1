package co.litper.cerebro.adapters.sqlite;

import co.litper.cerebro.adapters.sql.Session;
import co.litper.cerebro.log.Entry;
import co.litper.cerebro.log.EventLog;
import co.litper.cerebro.log.Snapshot;
import co.litper.cerebro.log.StoreException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The log in {@code journal.db}. A batch is one transaction of {@link Block}s, synced before {@link #append} returns.
 *
 * <p>Appending is O(bytes); {@link #at} reads one block, O(log n); {@link #read} holds no connection while its visitor
 * works. Thread-safe.
 */
final class SqliteEventLog implements EventLog {
    /** Snapshots are large (a learner's whole memory); older ones are needed by nobody who decides. */
    static final int KEPT_SNAPSHOTS = 20;

    /** Blocks that a reader takes at a time: about 400 KiB of ordinary entries. */
    private static final int BLOCKS_PER_READ = 16;

    /** Blocks at the end whose sequence is checked on opening: more than the write-ahead log holds of them. */
    private static final int CHECKED_BLOCKS = 1_024;

    private static final String INSERT_BLOCK = "INSERT INTO journal(first, count, batch_end, bytes) VALUES(?, ?, ?, ?)";
    private static final String INSERT_SNAPSHOT = "INSERT OR REPLACE INTO snapshot(version, bytes) VALUES(?, ?)";
    private static final String PRUNE_SNAPSHOTS = "DELETE FROM snapshot WHERE version NOT IN"
            + " (SELECT version FROM snapshot ORDER BY version DESC LIMIT " + KEPT_SNAPSHOTS + ")";
    private static final String END = "SELECT first + count FROM journal ORDER BY first DESC LIMIT 1";
    private static final String NEWEST_SNAPSHOT = "SELECT max(version) FROM snapshot";
    private static final String SNAPSHOT = "SELECT bytes FROM snapshot WHERE version = ?";
    private static final String TAIL =
            "SELECT first, count, batch_end, bytes FROM journal ORDER BY first DESC LIMIT " + CHECKED_BLOCKS;
    private static final String BLOCK_OF =
            "SELECT first, count, bytes FROM journal WHERE first <= ? ORDER BY first DESC LIMIT 1";
    private static final String BLOCKS_FROM = "SELECT first, count, bytes FROM journal WHERE first >= ? AND first < ?"
            + " ORDER BY first LIMIT " + BLOCKS_PER_READ;

    /** What is readable: replaced as a whole after each commit. */
    private record View(long end, long newestSnapshot) {}

    private final Database database;
    private final boolean alone;
    private volatile View view;

    /**
     * @param alone true if nobody else writes, so that the end need not be asked for
     * @throws StoreException if the end of the log is torn
     */
    SqliteEventLog(Database database, boolean alone) {
        this.database = database;
        this.alone = alone;
        checkTail();
        this.view = stored();
    }

    @Override
    public long end() {
        return view().end();
    }

    @Override
    public long newestSnapshot() {
        return view().newestSnapshot();
    }

    private View view() {
        return alone ? view : stored();
    }

    private View stored() {
        return database.read(session -> new View(
                Rows.number(session.connection(), END).orElse(FIRST),
                Rows.number(session.connection(), NEWEST_SNAPSHOT).orElse(0)));
    }

    @Override
    public synchronized void append(List<Entry> entries, List<Snapshot> snapshots) {
        long next = requireNext(entries);
        if (entries.isEmpty() && snapshots.isEmpty()) {
            return;
        }
        try {
            database.write("append to", session -> {
                insert(session, entries, next);
                keep(session, snapshots);
                return next;
            });
        } catch (StoreException e) {
            if (!isStored(next, e)) {
                throw e;
            }
        }
        long newest = view.newestSnapshot();
        for (Snapshot snapshot : snapshots) {
            newest = Math.max(newest, snapshot.version());
        }
        view = new View(next, newest);
    }

    private long requireNext(List<Entry> entries) {
        long next = end();
        for (Entry entry : entries) {
            if (entry.position() != next) {
                throw new IllegalArgumentException("entry has position " + entry.position() + ", the log goes on at "
                        + next + ". Maybe two writers append to one log.");
            }
            next++;
        }
        return next;
    }

    private static void insert(Session session, List<Entry> entries, long batchEnd) throws SQLException {
        if (entries.isEmpty()) {
            return;
        }
        PreparedStatement statement = session.statement(INSERT_BLOCK);
        statement.clearBatch();
        for (int from = 0; from < entries.size(); ) {
            int to = Block.end(entries, from);
            statement.setLong(1, entries.get(from).position());
            statement.setInt(2, to - from);
            statement.setLong(3, batchEnd);
            statement.setBytes(4, Block.encode(entries.subList(from, to)));
            statement.addBatch();
            from = to;
        }
        statement.executeBatch();
    }

    private static void keep(Session session, List<Snapshot> snapshots) throws SQLException {
        if (snapshots.isEmpty()) {
            return;
        }
        PreparedStatement statement = session.statement(INSERT_SNAPSHOT);
        for (Snapshot snapshot : snapshots) {
            statement.setLong(1, snapshot.version());
            statement.setBytes(2, snapshot.bytes());
            statement.executeUpdate();
        }
        session.statement(PRUNE_SNAPSHOTS).executeUpdate();
    }

    /**
     * True if a batch is in the log although its commit failed. SQLite shows a commit only after it was synced, so then
     * the failure came later and the batch is as durable as any.
     */
    private boolean isStored(long expectedEnd, StoreException failure) {
        if (expectedEnd == view.end()) {
            return false;
        }
        try {
            return stored().end() == expectedEnd;
        } catch (StoreException e) {
            failure.addSuppressed(e);
            return false;
        }
    }

    @Override
    public void read(long from, Visitor visitor) {
        long end = end();
        long next = Math.max(from, FIRST);
        boolean more = next < end;
        while (more) {
            List<Entry> entries = entriesFrom(next, end);
            for (int i = 0; i < entries.size() && more; i++) {
                more = visitor.visit(entries.get(i));
            }
            next += entries.size();
            more &= next < end;
        }
    }

    private List<Entry> entriesFrom(long from, long end) {
        return database.read(session -> {
            PreparedStatement statement = session.statement(BLOCKS_FROM);
            statement.setLong(1, firstOfBlock(session, from));
            statement.setLong(2, end);
            List<Entry> entries = new ArrayList<>(BLOCKS_PER_READ * Block.MOST_ENTRIES);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    for (Entry entry : Block.decode(rows.getLong(1), rows.getInt(2), Rows.bytes(rows, 3))) {
                        if (entry.position() >= from) {
                            requireFollows(from + entries.size(), entry.position());
                            entries.add(entry);
                        }
                    }
                }
            }
            if (entries.isEmpty()) {
                throw gap(from, end);
            }
            return entries;
        });
    }

    private static long firstOfBlock(Session session, long position) throws SQLException {
        PreparedStatement statement = session.statement("SELECT max(first) FROM journal WHERE first <= ?");
        statement.setLong(1, position);
        try (ResultSet rows = statement.executeQuery()) {
            return Rows.number(rows).orElse(position);
        }
    }

    @Override
    public Optional<Entry> at(long position) {
        if (position < FIRST || position >= end()) {
            return Optional.empty();
        }
        return Optional.of(database.read(session -> {
            PreparedStatement statement = session.statement(BLOCK_OF);
            statement.setLong(1, position);
            try (ResultSet rows = statement.executeQuery()) {
                if (!rows.next() || position >= rows.getLong(1) + rows.getInt(2)) {
                    throw gap(position, position + 1);
                }
                return Block.decodeOne(rows.getLong(1), rows.getInt(2), Rows.bytes(rows, 3), position);
            }
        }));
    }

    @Override
    public Optional<byte[]> snapshot(long version) {
        return database.read(session -> {
            PreparedStatement statement = session.statement(SNAPSHOT);
            statement.setLong(1, version);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? Optional.of(Rows.bytes(rows, 1)) : Optional.empty();
            }
        });
    }

    /** The last blocks must follow one another and end with a whole batch; otherwise bytes that were synced are gone. */
    private void checkTail() {
        database.read(session -> {
            try (ResultSet rows = session.statement(TAIL).executeQuery()) {
                long next = -1;
                while (rows.next()) {
                    long first = rows.getLong(1);
                    int count = rows.getInt(2);
                    if (next < 0) {
                        requireFollows(rows.getLong(3), first + count);
                        Block.decode(first, count, Rows.bytes(rows, 4));
                    } else {
                        requireFollows(next, first + count);
                    }
                    next = first;
                }
                return next;
            }
        });
    }

    private static void requireFollows(long expected, long actual) {
        if (expected != actual) {
            throw gap(Math.min(expected, actual), Math.max(expected, actual));
        }
    }

    private static StoreException gap(long from, long to) {
        return new StoreException(
                StoreException.Kind.CORRUPT,
                "the journal lacks its entries " + from + " to " + (to - 1)
                        + ". Maybe its write-ahead log was cut or its disk fails: restore the store from a backup.");
    }

    /** Closes nothing: the store that handed it out does. */
    @Override
    public void close() {
        // see above
    }
}
