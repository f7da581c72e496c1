package co.litper.cerebro.adapters.sqlite;

import co.litper.cerebro.adapters.sql.Session;
import co.litper.cerebro.adapters.sqlite.SqliteStore.Options;
import co.litper.cerebro.adapters.sqlite.SqliteStore.Purpose;
import co.litper.cerebro.log.StoreException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;

/**
 * One SQLite file of the store: its single writing connection, its readers, its format. Thread-safe.
 *
 * <p>In WAL mode a commit appends pages to a log beside the file and syncs that; every {@link Options#walBytes()} the
 * committing thread copies them into the file itself (a checkpoint), so that the log stays small. Small and often, and on
 * the committing thread, was measured to give the lowest p99 of commits: checkpoints from another thread never catch up
 * with a busy writer, the log grows, and then one of them stops everything for 50 ms and more.
 */
final class Database implements AutoCloseable {
    private static final int READER_CACHE_KB = 2 * 1024;

    /** After a long reader or a large transaction let the log grow, its file is cut back to this. */
    private static final int WAL_KEPT_BYTES = 16 * 1024 * 1024;

    /** Problems shown of a file; more of them tell nothing new. */
    private static final int MOST_PROBLEMS = 20;

    private final Path file;
    private final FileFormat format;
    private final Options options;
    private final boolean readOnly;
    private final Readers readers;
    private final ReentrantLock writing = new ReentrantLock();
    private @Nullable Session writer;

    private Database(Path file, FileFormat format, Options options, boolean readOnly) {
        this.file = file;
        this.format = format;
        this.options = options;
        this.readOnly = readOnly;
        this.readers = new Readers(() -> connect(Purpose.READ));
    }

    /** Opens for reading and writing, making or upgrading the file. */
    static Database open(Path folder, FileFormat format, Options options) {
        return opened(new Database(folder.resolve(format.fileName()), format, options, false));
    }

    /** Opens for reading beside another process that may write. The file must be there. */
    static Database openReadOnly(Path folder, FileFormat format, Options options) {
        Path file = folder.resolve(format.fileName());
        if (!Files.exists(file)) {
            throw new StoreException(
                    StoreException.Kind.IO, "there is no " + file + ". Maybe the folder holds no store yet.");
        }
        return opened(new Database(file, format, options, true));
    }

    private static Database opened(Database database) {
        boolean done = false;
        try {
            database.prepare();
            done = true;
            return database;
        } catch (SQLException e) {
            throw Failures.of("open", database.file, e);
        } finally {
            if (!done) {
                database.closeQuietly();
            }
        }
    }

    private void prepare() throws SQLException {
        if (!readOnly) {
            writer = connect(Purpose.WRITE);
        } else {
            readers.read(session -> FormatCheck.versionOf(session.connection(), file, format, true));
        }
    }

    Path file() {
        return file;
    }

    /** Does {@code work} in one transaction: wholly, or not at all and then with an exception. */
    <T> T write(String doing, Session.Work<T> work) {
        writing.lock();
        try {
            Session session = writer();
            begin(session);
            T answer = work.on(session);
            commit(session);
            return answer;
        } catch (SQLException e) {
            rollBack(e);
            throw Failures.of(doing, file, e);
        } catch (RuntimeException e) {
            rollBack(e);
            throw e;
        } finally {
            writing.unlock();
        }
    }

    /**
     * The driver begins the next transaction as soon as one ends. That of a shared file would keep the lock, so there it
     * begins here.
     */
    private void begin(Session session) throws SQLException {
        if (format.shared()) {
            session.connection().setAutoCommit(false);
        }
    }

    private void commit(Session session) throws SQLException {
        if (format.shared()) {
            session.connection().setAutoCommit(true);
        } else {
            session.connection().commit();
        }
    }

    /** Reads with a connection of the pool. */
    <T> T read(Session.Work<T> work) {
        try {
            return readers.read(work);
        } catch (SQLException e) {
            throw Failures.of("read", file, e);
        }
    }

    /** The data as it is when first read, until it is closed. Meanwhile the write-ahead log cannot start anew: be short. */
    Moment pin() {
        try {
            Session session = connect(Purpose.READ);
            session.connection().setAutoCommit(false);
            return new Moment(session, file);
        } catch (SQLException e) {
            throw Failures.of("read", file, e);
        }
    }

    /**
     * Rewrites the whole file without its deleted parts, and empties the write-ahead log.
     *
     * @throws StoreException if another connection reads meanwhile, so that old bytes remain
     */
    void vacuum() {
        writing.lock();
        try {
            Connection connection = writer().connection();
            connection.setAutoCommit(true);
            try {
                Rows.run(connection, List.of("VACUUM"));
                if (Rows.number(connection, "PRAGMA wal_checkpoint(TRUNCATE)").orElse(0) != 0) {
                    throw new StoreException(
                            StoreException.Kind.LOCKED,
                            "deleted bytes of " + file + " remain until it is opened again, because another program"
                                    + " reads it. Maybe stop that program and open the store once more.");
                }
            } finally {
                connection.setAutoCommit(false);
            }
        } catch (SQLException e) {
            throw Failures.of("vacuum", file, e);
        } finally {
            writing.unlock();
        }
    }

    /** What SQLite finds wrong with the file; empty if nothing. O(size of the file). */
    List<String> problems() {
        return read(session -> {
            List<String> problems = new ArrayList<>();
            try (Statement statement = session.connection().createStatement();
                    ResultSet rows = statement.executeQuery("PRAGMA integrity_check(" + MOST_PROBLEMS + ")")) {
                while (rows.next()) {
                    if (!rows.getString(1).equals("ok")) {
                        problems.add(file.getFileName() + ": " + rows.getString(1));
                    }
                }
            }
            return problems;
        });
    }

    private Session writer() throws SQLException {
        if (readOnly) {
            throw new IllegalStateException(file + " was opened for reading only");
        }
        Session session = writer;
        if (session == null) {
            session = connect(Purpose.WRITE);
            writer = session;
        }
        return session;
    }

    /**
     * After a full disk SQLite has rolled back by itself and the driver does not know; so a connection that cannot roll
     * back is left, and the next write opens another. Readers stay open meanwhile, so that it is not the first one, which
     * would look for commits in the write-ahead log whose sync failed.
     */
    private void rollBack(Exception reason) {
        Session session = writer;
        if (session == null) {
            return;
        }
        try {
            session.connection().rollback();
            if (format.shared()) {
                commit(session); // of nothing: the driver has begun again
            }
        } catch (SQLException e) {
            reason.addSuppressed(e);
            writer = null;
            try {
                session.close();
            } catch (SQLException f) {
                reason.addSuppressed(f);
            }
        }
    }

    private Session connect(Purpose purpose) throws SQLException {
        boolean writes = purpose == Purpose.WRITE;
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(!writes);
        config.setBusyTimeout(Math.toIntExact(options.lockWait().toMillis()));
        config.setGetGeneratedKeys(false);
        if (writes && format.shared()) {
            config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
        }
        Connection raw = config.createConnection("jdbc:sqlite:" + file.toUri());
        boolean done = false;
        try {
            if (writes) {
                FormatCheck.claim(raw, file, format);
            }
            Rows.run(raw, writes ? writerPragmas() : List.of("PRAGMA cache_size = -" + READER_CACHE_KB));
            if (writes) {
                FormatCheck.migrate(raw, format);
                raw.setAutoCommit(format.shared());
            }
            done = true;
            return new Session(options.wrapper().wrap(file, purpose, raw));
        } finally {
            if (!done) {
                raw.close();
            }
        }
    }

    private List<String> writerPragmas() {
        return List.of(
                "PRAGMA journal_mode = WAL",
                "PRAGMA synchronous = " + format.synchronous(),
                "PRAGMA cache_size = -" + format.writerCacheKb(),
                "PRAGMA temp_store = MEMORY",
                "PRAGMA secure_delete = " + (format.secureDelete() ? "ON" : "OFF"),
                "PRAGMA wal_autocheckpoint = " + Math.max(1, options.walBytes() / format.pageBytes()),
                "PRAGMA journal_size_limit = " + WAL_KEPT_BYTES);
    }

    private void closeQuietly() {
        try {
            closeConnections();
        } catch (SQLException e) {
            // the reason for closing is on its way to the caller already
        }
    }

    private void closeConnections() throws SQLException {
        readers.close();
        writing.lock();
        try {
            Session session = writer;
            writer = null;
            if (session != null) {
                session.close();
            }
        } finally {
            writing.unlock();
        }
    }

    /** Closes all connections; the last one copies the write-ahead log into the file and removes it. */
    @Override
    public void close() {
        try {
            closeConnections();
        } catch (SQLException e) {
            throw Failures.of("close", file, e);
        }
    }
}
