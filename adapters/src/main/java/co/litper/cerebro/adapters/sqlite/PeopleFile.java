package co.litper.cerebro.adapters.sqlite;

import co.litper.cerebro.adapters.sql.Session;
import co.litper.cerebro.log.DeadLetters;
import co.litper.cerebro.log.StoreException;
import co.litper.cerebro.log.StoreException.Kind;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.OptionalLong;

/**
 * The file {@code people.db} with the key that opens it. Each row is sealed under a key of its own, which is kept in the
 * row, wrapped by the master key; deleting the row destroys the key.
 */
final class PeopleFile {
    private static final String KEY_CHECK = "key_check";
    private static final String SCRUB = "scrub";

    private final Database database;
    private final MasterKey master;
    private final Seal wrap;

    private PeopleFile(Database database, MasterKey master) {
        this.database = database;
        this.master = master;
        this.wrap = new Seal(master.derive("wrap"));
    }

    /**
     * The file with its key; a new file gets a new key. A scrub that was cut short is done again.
     *
     * @throws StoreException if the key is missing or belongs to another file
     */
    static PeopleFile open(Path folder, Database database, boolean readOnly) {
        OptionalLong check = database.read(session -> Rows.meta(session.connection(), KEY_CHECK));
        MasterKey master = MasterKey.load(folder).orElseGet(() -> {
            if (check.isPresent() || readOnly) {
                throw missing(folder);
            }
            return MasterKey.create(folder);
        });
        PeopleFile file = new PeopleFile(database, master);
        long actual = ByteBuffer.wrap(master.derive("check")).getLong();
        if (check.isPresent() && check.getAsLong() != actual) {
            throw new StoreException(
                    Kind.CORRUPT,
                    folder.resolve(MasterKey.FILE_NAME) + " is not the key of " + database.file()
                            + ". Maybe they come from different backups.");
        }
        if (!readOnly) {
            file.complete(actual);
        }
        return file;
    }

    private void complete(long check) {
        database.write("prepare", session -> {
            Rows.putMeta(session.connection(), KEY_CHECK, check);
            return check;
        });
        if (database.read(session -> Rows.meta(session.connection(), SCRUB)).orElse(0) != 0) {
            scrub();
        }
    }

    private static StoreException missing(Path folder) {
        return new StoreException(
                Kind.CORRUPT,
                "the key " + folder.resolve(MasterKey.FILE_NAME)
                        + " is missing, and people.db cannot be read without it."
                        + " Maybe restore it from the backup; if it is lost, so are names and phones: move people.db"
                        + " away to go on without them.");
    }

    Database database() {
        return database;
    }

    /** The secret under which phones become references. */
    byte[] referenceSecret() {
        return master.derive("refer");
    }

    /** The secret under which the words of names become tokens. */
    byte[] nameSecret() {
        return master.derive("names");
    }

    /** Seals for {@code purpose} under a new key; that key, wrapped, comes with it. */
    Sealed seal(String purpose, byte[] open) {
        byte[] key = Seal.newKey();
        return new Sealed(wrap.seal(purpose, key), new Seal(key).seal(purpose, open));
    }

    /** Seals a new value under the key that {@code old} has. */
    Sealed sealAgain(String purpose, Sealed old, byte[] open) {
        return new Sealed(old.key(), new Seal(wrap.open(purpose, old.key())).seal(purpose, open));
    }

    /** What was sealed for {@code purpose}. */
    byte[] open(String purpose, Sealed box) {
        return new Seal(wrap.open(purpose, box.key())).open(purpose, box.data());
    }

    /** Notes, in the transaction that deletes, that old bytes must go; so that it is done even if the power fails. */
    void requestScrub(Session session) throws SQLException {
        Rows.putMeta(session.connection(), SCRUB, 1);
    }

    /**
     * Rewrites the file without what was deleted and empties the write-ahead log. O(size of the file).
     *
     * @throws StoreException if it could not be done now; then it is done when the store is next opened
     */
    void scrub() {
        database.vacuum();
        database.write("note the scrub of", session -> {
            Rows.putMeta(session.connection(), SCRUB, 0);
            return 0;
        });
    }

    /**
     * Opens every sealed row.
     *
     * @throws StoreException at the first that does not open
     */
    void check() {
        new SqliteVault(this).check();
        new SqliteDeadLetters(this, DeadLetters.CAPACITY).check();
    }

    /** A sealed value with its wrapped key. */
    @SuppressWarnings("ArrayRecordComponent") // bytes are handed through, never compared
    record Sealed(byte[] key, byte[] data) {
        /** True if nothing but the place is left. */
        boolean isTombstone() {
            return key.length == 0;
        }
    }
}
