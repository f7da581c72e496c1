package co.litper.cerebro.adapters.sqlite;

import co.litper.cerebro.adapters.sqlite.SqliteStore.Options;
import co.litper.cerebro.log.InMemoryStateStore;
import co.litper.cerebro.log.StateStore;
import co.litper.cerebro.log.StoreException;
import co.litper.cerebro.log.StoreException.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.Deque;
import java.util.List;
import java.util.OptionalLong;

/**
 * Opens {@code state.db}, which holds nothing that cannot be folded again: if it is damaged, or was made of another log, a
 * new one takes its place.
 */
final class StateFile {
    private static final String STORE = "store";

    private final Path folder;
    private final Options options;
    private final long storeId;

    StateFile(Path folder, Options options, long storeId) {
        this.folder = folder;
        this.options = options;
        this.storeId = storeId;
    }

    /** The number that ties checkpoints to the log they were made of; drawn when the log is made. */
    static long storeId(Database journal, boolean readOnly) {
        OptionalLong known = journal.read(session -> Rows.meta(session.connection(), STORE));
        if (known.isPresent() || readOnly) {
            return known.orElse(0);
        }
        long drawn = new SecureRandom().nextLong();
        journal.write("name", session -> {
            Rows.putMeta(session.connection(), STORE, drawn);
            return drawn;
        });
        return drawn;
    }

    /** The checkpoints; what must be closed goes on {@code open}. */
    StateStore open(Deque<AutoCloseable> open) {
        Database database = openOrReplace();
        open.push(database);
        SqliteStateStore states = new SqliteStateStore(database, true);
        OptionalLong madeOf = database.read(session -> Rows.meta(session.connection(), STORE));
        if (madeOf.isEmpty() || madeOf.getAsLong() != storeId) {
            states.clear();
            database.write("name", session -> {
                Rows.putMeta(session.connection(), STORE, storeId);
                return storeId;
            });
        }
        return states;
    }

    private Database openOrReplace() {
        try {
            return Database.open(folder, FileFormat.STATE, options);
        } catch (StoreException e) {
            if (!isDamaged(e)) {
                throw e;
            }
            moveAside();
            return Database.open(folder, FileFormat.STATE, options);
        }
    }

    /** SQLite could not make sense of the file; a foreign or newer one is another matter, and left alone. */
    private static boolean isDamaged(StoreException e) {
        return e.kind() == Kind.CORRUPT && e.getCause() != null;
    }

    private void moveAside() {
        Path file = folder.resolve(FileFormat.STATE.fileName());
        try {
            Files.move(
                    file,
                    folder.resolve(FileFormat.STATE.fileName() + ".damaged"),
                    StandardCopyOption.REPLACE_EXISTING);
            for (String suffix : List.of("-wal", "-shm")) {
                Files.deleteIfExists(folder.resolve(FileFormat.STATE.fileName() + suffix));
            }
        } catch (IOException e) {
            throw new StoreException(Kind.IO, "cannot move the damaged " + file + " away: " + e, e);
        }
    }

    /** The checkpoints as they are now, or an empty store if there are none that fit. */
    StateStore openReadOnly(Deque<AutoCloseable> open) {
        if (!Files.exists(folder.resolve(FileFormat.STATE.fileName()))) {
            return new InMemoryStateStore();
        }
        try {
            Database database = Database.openReadOnly(folder, FileFormat.STATE, options);
            open.push(database);
            if (database.read(session -> Rows.meta(session.connection(), STORE)).orElse(0) != storeId) {
                return new InMemoryStateStore();
            }
            SqliteStateStore states = new SqliteStateStore(database, false);
            open.push(states);
            return states;
        } catch (StoreException e) {
            if (!isDamaged(e)) {
                throw e;
            }
            return new InMemoryStateStore();
        }
    }
}
