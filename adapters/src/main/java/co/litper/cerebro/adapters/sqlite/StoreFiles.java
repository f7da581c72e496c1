package co.litper.cerebro.adapters.sqlite;

import co.litper.cerebro.adapters.people.MasterKey;
import co.litper.cerebro.adapters.sqlite.SqliteStore.Options;
import co.litper.cerebro.adapters.sqlite.SqliteStore.Purpose;
import co.litper.cerebro.log.DeadLetters;
import co.litper.cerebro.log.StoreException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sqlite.SQLiteConfig;

/**
 * The files of a store as they are copied: while a process writes them, one after another, in an order in which the copies
 * fit together. Stateless.
 *
 * <p>State is copied first: it must not be ahead of the log. People come after the log, into which no event goes before its
 * person: each event of the copy finds its person. What is copied later may tell more than the log does, never less.
 */
public final class StoreFiles {
    /** The databases in the order in which they must be copied. */
    public static final List<String> DATABASES = List.of(
            FileFormat.STATE.fileName(),
            FileFormat.JOURNAL.fileName(),
            FileFormat.PEOPLE.fileName(),
            FileFormat.ACCESS.fileName());

    /** The key that opens people and proves the trail; written once, so it can be copied at any time. */
    public static final String KEY = MasterKey.FILE_NAME;

    /** What SQLite keeps beside a database. */
    public static final List<String> COMPANIONS = List.of("-wal", "-shm", "-journal");

    private StoreFiles() {}

    /**
     * What a folder holds.
     *
     * @param events in the log
     * @param statePosition the log position of the checkpoint; at most {@code events} if it is of use
     * @param people rows, those of erased ones included
     * @param deadLetters of every status
     * @param keys API keys, revoked ones included
     * @param acts of the audit trail
     * @param auditHead the last link of the trail, hexadecimal
     */
    public record Contents(
            long events, long statePosition, long people, long deadLetters, long keys, long acts, String auditHead) {}

    /**
     * What a check of a folder found.
     *
     * @param problems in words for a person; empty if all is well
     */
    public record Checked(Contents contents, List<String> problems) {
        public Checked {
            problems = List.copyOf(problems);
        }
    }

    /**
     * Copies one database as it is at one moment, without its deleted parts, while others write it. Meanwhile their
     * write-ahead log grows.
     *
     * <p>By {@code VACUUM INTO}: SQLite's backup interface begins anew whenever another process writes. Never by reading the
     * file: where this process has it open, closing a second descriptor would drop SQLite's locks.
     *
     * @param target must not exist
     * @throws StoreException of kind FULL, IO or CORRUPT; the target may be there in part
     */
    public static void copy(Path folder, String database, Path target, Options options) {
        Path file = folder.resolve(database);
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(true);
        config.setBusyTimeout(Math.toIntExact(options.lockWait().toMillis()));
        try (Connection raw = config.createConnection("jdbc:sqlite:" + file.toUri());
                Connection connection = options.wrapper().wrap(file, Purpose.READ, raw);
                PreparedStatement statement = connection.prepareStatement("VACUUM INTO ?")) {
            // Absolute, so that SQLite takes it for a path and not for a URI.
            statement.setString(1, target.toAbsolutePath().toString());
            statement.executeUpdate();
        } catch (SQLException e) {
            throw Failures.of("copy to " + target + " from", file, e);
        }
    }

    /**
     * Opens a folder that nobody writes and reads every byte of it: SQLite's own check, the checksum of each block of the
     * log, each sealed row, and the chain of the trail. O(bytes).
     */
    public static Checked check(Path folder, Options options) {
        List<String> problems = new ArrayList<>();
        Contents contents = new Contents(0, 0, 0, 0, 0, 0, "");
        try (SqliteStore store = SqliteStore.openReadOnly(folder, options)) {
            problems.addAll(store.integrity());
            contents = contents(store, folder, options, problems);
            if (contents.statePosition() > contents.events()) {
                problems.add("the state stands at event " + contents.statePosition() + ", and the log ends at "
                        + contents.events() + ". Maybe the files come from different backups.");
            }
        } catch (StoreException e) {
            problems.add(String.valueOf(e.getMessage()));
        }
        return new Checked(contents, problems);
    }

    private static Contents contents(SqliteStore store, Path folder, Options options, List<String> problems) {
        long letters = 0;
        for (DeadLetters.Status status : DeadLetters.Status.values()) {
            letters += store.deadLetters().count(status);
        }
        long keys = 0;
        long acts = 0;
        String head = "";
        Optional<SqliteAccess> found = SqliteAccess.openReadOnly(folder, options);
        if (found.isPresent()) {
            try (SqliteAccess access = found.get()) {
                problems.addAll(access.problems());
                SqliteAccess.Proof proof = access.verify();
                proof.problem().ifPresent(problems::add);
                keys = access.keys().size();
                acts = proof.count();
                head = proof.head();
            }
        }
        return new Contents(
                store.log().end() - 1, store.states().position(), store.people(), letters, keys, acts, head);
    }

    /** True if a folder holds any file of a store. */
    public static boolean anyIn(Path folder) {
        return DATABASES.stream().anyMatch(file -> Files.exists(folder.resolve(file)))
                || Files.exists(folder.resolve(KEY));
    }

    /**
     * Keeps other processes from writing a folder until it is closed.
     *
     * @throws StoreException of kind LOCKED if one does
     */
    public static AutoCloseable lock(Path folder, Instant now) {
        return WriterLock.take(folder, now);
    }
}
