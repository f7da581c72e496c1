package co.litper.cerebro.adapters.sqlite;

import co.litper.cerebro.adapters.people.PeopleTables;
import co.litper.cerebro.adapters.people.SealedDeadLetters;
import co.litper.cerebro.adapters.people.SealedVault;
import co.litper.cerebro.log.DeadLetters;
import co.litper.cerebro.log.EventLog;
import co.litper.cerebro.log.StateStore;
import co.litper.cerebro.log.StoreException;
import co.litper.cerebro.vault.Vault;
import co.litper.cerebro.world.Clock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * A store in a folder: the log, the checkpoints of state, the vault and the dead letters of one process. One process may
 * write at a time; any number may read beside it. Thread-safe.
 *
 * <p>Failures are {@link StoreException}s: LOCKED if another process writes, CORRUPT if a file is damaged or foreign,
 * TOO_NEW if a newer version wrote it, FULL and IO from the disk.
 */
public final class SqliteStore implements AutoCloseable {
    /** The name of the file without which a folder holds no store. */
    public static final String JOURNAL_NAME = FileFormat.JOURNAL.fileName();

    private final Deque<AutoCloseable> open = new ArrayDeque<>();
    private final Database journal;
    private final PeopleFile people;
    private final SqliteEventLog log;
    private final StateStore states;
    private final Vault vault;
    private final DeadLetters deadLetters;
    private final long id;

    private SqliteStore(Path folder, Options options, boolean readOnly) {
        boolean done = false;
        try {
            if (!readOnly) {
                open.push(WriterLock.take(folder, options.clock().now()));
            }
            this.journal = database(folder, FileFormat.JOURNAL, options, readOnly);
            this.log = new SqliteEventLog(journal, !readOnly);
            this.people = PeopleFile.open(folder, database(folder, FileFormat.PEOPLE, options, readOnly), readOnly);
            this.vault = vault(people, readOnly);
            this.deadLetters = new SealedDeadLetters(people, DeadLetters.CAPACITY);
            this.id = StateFile.storeId(journal, readOnly);
            StateFile file = new StateFile(folder, options, id);
            this.states = readOnly ? file.openReadOnly(open) : file.open(open);
            done = true;
        } finally {
            if (!done) {
                close();
            }
        }
    }

    private static Vault vault(PeopleFile people, boolean readOnly) {
        SealedVault vault = new SealedVault(people);
        if (!readOnly) {
            vault.completeNames();
        }
        return vault;
    }

    private Database database(Path folder, FileFormat format, Options options, boolean readOnly) {
        Database database =
                readOnly ? Database.openReadOnly(folder, format, options) : Database.open(folder, format, options);
        open.push(database);
        return database;
    }

    /** Opens the store in {@code folder} for writing, making folder and files where they are missing. */
    public static SqliteStore open(Path folder, Options options) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new StoreException(
                    StoreException.Kind.IO,
                    "cannot make the folder " + folder + ": " + e + ". Maybe a parent folder is not writable.",
                    e);
        }
        return new SqliteStore(folder, options, false);
    }

    /** Opens the store in {@code folder} for reading, while another process may write. */
    public static SqliteStore openReadOnly(Path folder, Options options) {
        return new SqliteStore(folder, options, true);
    }

    /** The log. */
    public EventLog log() {
        return log;
    }

    /** The checkpoints of state. */
    public StateStore states() {
        return states;
    }

    /** The number that ties what is derived to the log that it was derived from; drawn when the log was made. */
    public long id() {
        return id;
    }

    /** People's data. */
    public Vault vault() {
        return vault;
    }

    /** People and dead letters as they lie in their file, for those who move them. */
    public PeopleTables peopleTables() {
        return people;
    }

    /** What broke its contract. */
    public DeadLetters deadLetters() {
        return deadLetters;
    }

    /**
     * What is wrong with the log and the people, in words for a person; empty if all is well. Reads every byte of both:
     * some seconds for a million entries. The checkpoints are not looked at, since they can be dropped.
     */
    public List<String> integrity() {
        List<String> problems = new ArrayList<>(journal.problems());
        problems.addAll(people.database().problems());
        try {
            log.read(EventLog.FIRST, _ -> true);
            people.check();
        } catch (StoreException e) {
            problems.add(String.valueOf(e.getMessage()));
        }
        return List.copyOf(problems);
    }

    /** How many customers the vault has, erased ones included. */
    long people() {
        return people.database()
                .read(session -> Rows.number(session.connection(), "SELECT count(*) FROM person")
                        .orElse(0));
    }

    @Override
    public void close() {
        Closing.all(open);
    }

    /** What a connection is for. */
    public enum Purpose {
        READ,
        WRITE
    }

    /** Stands between the store and JDBC, so that a test can make the n-th write fail. */
    @FunctionalInterface
    public interface ConnectionWrapper {
        /** The connection to use in place of {@code connection}, which was just opened on {@code file}. */
        Connection wrap(Path file, Purpose purpose, Connection connection);
    }

    /**
     * How to open a store.
     *
     * @param clock tells since when the writer holds its lock
     * @param lockWait how long to wait for another program's lock on a file
     * @param walBytes bytes after which a commit copies the write-ahead log into its file; more makes commits faster on
     *     average and their p99 longer
     * @param wrapper stands between the store and JDBC
     */
    public record Options(Clock clock, Duration lockWait, int walBytes, ConnectionWrapper wrapper) {
        private static final Duration LOCK_WAIT = Duration.ofSeconds(5);
        private static final int WAL_BYTES = 1024 * 1024;

        /** The machine's clock, five seconds, one megabyte, nothing between. */
        public static Options standard() {
            return new Options(Clock.system(), LOCK_WAIT, WAL_BYTES, (_, _, connection) -> connection);
        }

        /** These with another wrapper. */
        public Options withWrapper(ConnectionWrapper other) {
            return new Options(clock, lockWait, walBytes, other);
        }

        /** These with another wait. */
        public Options withLockWait(Duration other) {
            return new Options(clock, other, walBytes, wrapper);
        }

        /** These with another size of the write-ahead log. */
        public Options withWalBytes(int other) {
            return new Options(clock, lockWait, other, wrapper);
        }
    }
}
