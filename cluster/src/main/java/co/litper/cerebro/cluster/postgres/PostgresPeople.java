package co.litper.cerebro.cluster.postgres;

import co.litper.cerebro.adapters.people.PeopleCopy;
import co.litper.cerebro.adapters.people.PeopleKeys;
import co.litper.cerebro.adapters.people.PeopleTables;
import co.litper.cerebro.adapters.people.SealedDeadLetters;
import co.litper.cerebro.adapters.people.SealedVault;
import co.litper.cerebro.adapters.sql.ReadTables;
import co.litper.cerebro.adapters.sql.Session;
import co.litper.cerebro.cluster.SharedPeople;
import co.litper.cerebro.log.DeadLetters;
import co.litper.cerebro.log.StoreException;
import co.litper.cerebro.vault.Vault;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.OptionalLong;

/**
 * The vault and the dead letters of a cluster in a schema of PostgreSQL, which all its nodes write to: who is about to change the
 * same people takes turns. Rows are sealed as in a file ({@link SealedVault}); the key that opens them lies in a file of each node
 * and never in the database. Thread-safe.
 *
 * <p>What was erased is in none of the tables afterwards, nor in the pages that they once had. It stays in the server's write-ahead
 * log until that is recycled, and in its backups: sealed, and of use only to whoever has the key file too.
 */
public final class PostgresPeople implements PeopleTables, SharedPeople {
    private static final String MIGRATIONS = "co/litper/cerebro/cluster/postgres/people";
    private static final String KEY_CHECK = "key_check";
    private static final List<String> TABLES = List.of("person", "name_word", "letter");

    /** People are dealt to so many turns by the first byte of their reference. */
    private static final int BYTE_BITS = 8;

    private static final int HEX = 16;
    private static final int FIRST_BYTE = 2;

    private static final String TAKE_TURN =
            "SELECT pg_advisory_xact_lock(hashtext(?), turn) FROM unnest(?::int[]) AS turn";
    private static final String KEEP_CHECK =
            "INSERT INTO meta(name, value) VALUES('" + KEY_CHECK + "', ?) ON CONFLICT (name) DO NOTHING";

    private final PostgresOptions options;
    private final Connections connections;
    private final Scrubbing scrubbing;
    private final PeopleKeys keys;
    private final LetterBook letters = new TableLetters();

    private PostgresPeople(PostgresOptions options, Connections connections, PeopleKeys keys) {
        this.options = options;
        this.connections = connections;
        this.keys = keys;
        this.scrubbing = new Scrubbing(options, connections, TABLES);
    }

    /**
     * Opens the people of a cluster. A schema that holds none yet gets the key in {@code keyFile}, which is made if it is missing.
     * A scrub that was cut short is done again.
     *
     * @param options with a schema of its own for all nodes
     * @throws StoreException if the server cannot be reached, or the key is missing or another's
     */
    public static PostgresPeople open(PostgresOptions options, Path keyFile) {
        Connections connections = Connections.openShared(options, MIGRATIONS);
        boolean ready = false;
        try {
            OptionalLong check = connections.read(session -> ReadTables.number(session, KEY_CHECK));
            String what = "schema " + options.schema() + " of " + options.url();
            PeopleKeys keys = PeopleKeys.open(keyFile, check, true, what);
            PostgresPeople people = new PostgresPeople(options, connections, keys);
            people.keep(keyFile, what);
            people.scrubbing.complete();
            ready = true;
            return people;
        } finally {
            if (!ready) {
                connections.close();
            }
        }
    }

    /** Two nodes may begin at once; the key of one of them counts. */
    private void keep(Path keyFile, String what) {
        long known = connections.write("prepare", session -> {
            PreparedStatement keep = session.statement(KEEP_CHECK);
            keep.setLong(1, keys.check());
            keep.executeUpdate();
            return ReadTables.number(session, KEY_CHECK).orElseThrow();
        });
        keys.require(known, keyFile, what);
    }

    @Override
    public Vault vault() {
        return new SealedVault(this);
    }

    @Override
    public DeadLetters deadLetters() {
        return deadLetters(DeadLetters.CAPACITY);
    }

    DeadLetters deadLetters(int capacity) {
        return new SealedDeadLetters(this, capacity);
    }

    @Override
    public PeopleCopy.Copied takeOver(PeopleTables installation) {
        return PeopleCopy.run(installation, this);
    }

    @Override
    public PeopleKeys keys() {
        return keys;
    }

    @Override
    public <T> T write(String doing, Session.Work<T> work) {
        return connections.write(doing, work);
    }

    @Override
    public <T> T read(Session.Work<T> work) {
        return connections.read(work);
    }

    /** In ascending order, so that two writers never wait for each other. */
    @Override
    public void takeTurn(Session session, Collection<String> refs) throws SQLException {
        Object[] turns = refs.stream()
                .map(ref -> Integer.parseInt(ref.substring(0, FIRST_BYTE), HEX))
                .distinct()
                .sorted()
                .limit(1 << BYTE_BITS)
                .toArray();
        PreparedStatement statement = session.statement(TAKE_TURN);
        statement.setString(1, options.schema());
        statement.setArray(2, session.connection().createArrayOf("int4", turns));
        statement.executeQuery().close();
    }

    @Override
    public LetterBook letterBook() {
        return letters;
    }

    @Override
    public void requestScrub(Session session) throws SQLException {
        scrubbing.request(session);
    }

    /**
     * Rewrites the tables without what was deleted; others wait meanwhile. O(their size).
     *
     * @throws StoreException if a transaction that began before goes on for too long; then it is done with the next scrub, or when
     *     a node next opens them
     */
    @Override
    public void scrub() {
        scrubbing.scrub();
    }

    @Override
    public void close() {
        connections.close();
    }

    @Override
    public String toString() {
        return "PostgresPeople[" + options + "]";
    }

    /** Both numbers stand in the database, since many processes add letters; the row of the first is what they take turns by. */
    private static final class TableLetters implements LetterBook {
        private static final String LAST = "SELECT value FROM meta WHERE name = 'letter_last' FOR UPDATE";
        private static final String NAME_LAST = "letter_last";
        private static final String NAME_TOTAL = "letter_total";

        @Override
        public long last(Session session) throws SQLException {
            try (var rows = session.statement(LAST).executeQuery()) {
                return rows.next() ? rows.getLong(1) : 0;
            }
        }

        @Override
        public long total(Session session) throws SQLException {
            return ReadTables.number(session, NAME_TOTAL).orElse(0);
        }

        @Override
        public void stand(Session session, long last, long total) throws SQLException {
            ReadTables.putNumber(session, NAME_LAST, last);
            ReadTables.putNumber(session, NAME_TOTAL, total);
        }

        @Override
        public void forget() {
            // nothing is kept here
        }
    }
}
