package co.litper.cerebro.adapters.sqlite;

import co.litper.cerebro.adapters.people.MasterKey;
import co.litper.cerebro.adapters.people.PeopleKeys;
import co.litper.cerebro.adapters.people.PeopleTables;
import co.litper.cerebro.adapters.people.SealedDeadLetters;
import co.litper.cerebro.adapters.people.SealedVault;
import co.litper.cerebro.adapters.sql.Session;
import co.litper.cerebro.log.DeadLetters;
import co.litper.cerebro.log.StoreException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Collection;
import java.util.OptionalLong;

/**
 * The file {@code people.db} with the key that opens it. Each row is sealed under a key of its own, which is kept in the
 * row, wrapped by the master key; deleting the row destroys the key.
 */
final class PeopleFile implements PeopleTables {
    private static final String KEY_CHECK = "key_check";
    private static final String SCRUB = "scrub";

    private final Database database;
    private final PeopleKeys keys;
    private final LetterBook letters = new FileLetters();

    private PeopleFile(Database database, PeopleKeys keys) {
        this.database = database;
        this.keys = keys;
    }

    /**
     * The file with its key; a new file gets a new key. A scrub that was cut short is done again.
     *
     * @throws StoreException if the key is missing or belongs to another file
     */
    static PeopleFile open(Path folder, Database database, boolean readOnly) {
        OptionalLong check = database.read(session -> Rows.meta(session.connection(), KEY_CHECK));
        PeopleKeys keys = PeopleKeys.open(
                folder.resolve(MasterKey.FILE_NAME),
                check,
                !readOnly,
                database.file().toString());
        PeopleFile file = new PeopleFile(database, keys);
        if (!readOnly) {
            file.complete(keys.check());
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

    Database database() {
        return database;
    }

    @Override
    public PeopleKeys keys() {
        return keys;
    }

    @Override
    public <T> T write(String doing, Session.Work<T> work) {
        return database.write(doing, work);
    }

    @Override
    public <T> T read(Session.Work<T> work) {
        return database.read(work);
    }

    /** The file has one writer at a time, whoever is written. */
    @Override
    public void takeTurn(Session session, Collection<String> refs) {
        // see above
    }

    @Override
    public LetterBook letterBook() {
        return letters;
    }

    @Override
    public void requestScrub(Session session) throws SQLException {
        Rows.putMeta(session.connection(), SCRUB, 1);
    }

    /**
     * Rewrites the file without what was deleted and empties the write-ahead log. O(size of the file).
     *
     * @throws StoreException if it could not be done now; then it is done when the store is next opened
     */
    @Override
    public void scrub() {
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
        new SealedVault(this).check();
        new SealedDeadLetters(this, DeadLetters.CAPACITY).check();
    }

    /** SQLite counts the numbers it gives; how many letters there are, the one writer of the file counts. */
    private static final class FileLetters implements LetterBook {
        private static final String NEWEST = "SELECT seq FROM sqlite_sequence WHERE name = 'letter'";
        private static final String TOTAL = "SELECT count(*) FROM letter";
        private static final long UNKNOWN = -1;

        private long total = UNKNOWN;

        @Override
        public long last(Session session) throws SQLException {
            return Rows.number(session.connection(), NEWEST).orElse(0);
        }

        @Override
        public synchronized long total(Session session) throws SQLException {
            return total == UNKNOWN ? Rows.number(session.connection(), TOTAL).orElse(0) : total;
        }

        @Override
        public synchronized void stand(Session session, long last, long letters) {
            total = letters;
        }

        @Override
        public synchronized void forget() {
            total = UNKNOWN;
        }
    }
}
