package co.litper.cerebro.cluster.postgres;

import co.litper.cerebro.adapters.sql.Session;
import co.litper.cerebro.log.StoreException;
import co.litper.cerebro.search.Document;
import co.litper.cerebro.search.Embedder;
import co.litper.cerebro.search.Hit;
import co.litper.cerebro.search.Search;
import co.litper.cerebro.search.SearchIndex;
import co.litper.cerebro.vocabulary.MerchantId;
import co.litper.cerebro.vocabulary.PersonRef;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Long-term memory in PostgreSQL with pgvector: words by BM25, vectors by HNSW (Malkov and Yashunin, 2018), filters within both.
 * All changes up to a commit are one transaction of the database, which is seen from within only; {@link PgvectorBeside} reads what
 * was committed. After a failure everything fails until it is opened anew, at its last commit. Thread-safe: one call at a time, on
 * one connection.
 */
public final class PgvectorSearchIndex implements SearchIndex {
    private static final String MIGRATIONS = "co/litper/cerebro/cluster/postgres/memory";
    private static final byte[] EMPTY = {};

    private static final String STANDS = "SELECT embedder, store, position, state FROM commit_point";
    private static final String STAND = "INSERT INTO commit_point(embedder, store, position, state) VALUES(?, ?, ?, ?)"
            + " ON CONFLICT(one) DO UPDATE SET embedder = excluded.embedder, store = excluded.store,"
            + " position = excluded.position, state = excluded.state";
    private static final String TO_ERASE = "SELECT person FROM erasure WHERE gone IS NULL ORDER BY asked, person";
    private static final String ERASED = "UPDATE erasure SET gone = ? WHERE person = ?";
    /** Of those who asked and died before they saw the answer. */
    private static final String LEFT =
            "DELETE FROM erasure WHERE gone IS NOT NULL AND asked < now() - interval '1 hour'";

    private static final String DELETE = "DELETE FROM document WHERE id = ANY(?)";
    private static final String INSERT =
            "INSERT INTO document(id, merchant, person, kind, at, text, payload, terms, embedding)"
                    + " VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?::public.vector)";
    private static final String FIND =
            "SELECT id, merchant, person, kind, at, text, payload FROM document WHERE id = ?";

    private final PostgresOptions options;
    private final long storeId;
    private final Embedder embedder;
    private final LongTransaction transaction;
    private final HybridQuery query;
    private long position;
    private byte[] state = EMPTY;

    private PgvectorSearchIndex(PostgresOptions options, long storeId, Embedder embedder, LongTransaction transaction) {
        this.options = options;
        this.storeId = storeId;
        this.embedder = embedder;
        this.transaction = transaction;
        this.query = new HybridQuery(embedder);
    }

    /**
     * Opens the index in the options' schema, which is made if need be and must be its own. One made by an embedder of another name,
     * or of another log, is dropped, and its position is 0.
     *
     * @param storeId of the log that it is made of
     * @throws StoreException if the server cannot be reached, has no pgvector, or another process writes there (kind LOCKED)
     */
    public static PgvectorSearchIndex open(PostgresOptions options, long storeId, Embedder embedder) {
        Map<String, String> dimension = Map.of("dimension", Integer.toString(embedder.dimension()));
        LongTransaction transaction = LongTransaction.begin(options);
        boolean ready = false;
        try {
            Migrations.migrate(options, MIGRATIONS, dimension);
            PgvectorSearchIndex index = new PgvectorSearchIndex(options, storeId, embedder, transaction);
            boolean fits = index.load();
            transaction.commit();
            if (!fits) {
                drop(options, transaction);
                Migrations.migrate(options, MIGRATIONS, dimension);
            }
            ready = true;
            return index;
        } finally {
            if (!ready) {
                transaction.close();
            }
        }
    }

    private static void drop(PostgresOptions options, LongTransaction transaction) {
        transaction.outside(
                "drop", statement -> statement.execute("DROP SCHEMA IF EXISTS " + options.schema() + " CASCADE"));
    }

    /**
     * Takes the index away with its schema, which nobody may have open for writing.
     *
     * @throws StoreException if the server cannot be reached, or another process writes there
     */
    public static void drop(PostgresOptions options) {
        try (LongTransaction transaction = LongTransaction.begin(options)) {
            drop(options, transaction);
        }
    }

    /** False if it was made by another embedder, or of another log. */
    private boolean load() {
        return transaction.ask("read", session -> {
            try (ResultSet rows = session.statement(STANDS).executeQuery()) {
                if (!rows.next()) {
                    return true;
                }
                if (!embedder.name().equals(rows.getString(1)) || rows.getLong(2) != storeId) {
                    return false;
                }
                position = rows.getLong(3);
                state = rows.getBytes(4);
                return true;
            }
        });
    }

    @Override
    public synchronized void put(Collection<Document> documents) {
        Map<Long, Document> last = new LinkedHashMap<>();
        documents.forEach(document -> last.put(document.id(), document));
        if (last.isEmpty()) {
            return;
        }
        transaction.ask("write to", session -> {
            delete(session, last.keySet());
            PreparedStatement insert = session.statement(INSERT);
            for (Document document : last.values()) {
                bind(session, insert, document);
                insert.addBatch();
            }
            return insert.executeBatch();
        });
    }

    private void bind(Session session, PreparedStatement insert, Document document) throws SQLException {
        insert.setLong(1, document.id());
        insert.setString(2, document.merchant().value());
        insert.setString(3, document.person().value());
        insert.setString(4, document.kind());
        insert.setLong(5, document.atMs());
        insert.setString(6, document.text());
        insert.setBytes(7, document.payload());
        insert.setArray(
                8,
                session.connection()
                        .createArrayOf("text", Terms.of(document.text()).toArray()));
        insert.setString(9, HybridQuery.literal(embedder.embed(document.text())));
    }

    private static void delete(Session session, Collection<Long> ids) throws SQLException {
        PreparedStatement statement = session.statement(DELETE);
        statement.setArray(1, session.connection().createArrayOf("bigint", ids.toArray()));
        statement.executeUpdate();
    }

    @Override
    public synchronized void remove(Collection<Long> ids) {
        transaction.ask("remove from", session -> {
            delete(session, ids);
            return ids;
        });
    }

    /**
     * Durable on return, as is what was put before; the table is written anew without the bytes. They remain in the write-ahead log of
     * the server until it is recycled, and in its backups.
     */
    @Override
    public synchronized int erase(PersonRef person) {
        if (!person.isKnown()) {
            return 0;
        }
        int gone = transaction.ask("erase from", session -> {
            PreparedStatement statement = session.statement("DELETE FROM document WHERE person = ?");
            statement.setString(1, person.value());
            return statement.executeUpdate();
        });
        commit(position, state);
        if (gone > 0) {
            transaction.outside("rewrite", statement -> statement.execute("VACUUM FULL document"));
        }
        return gone;
    }

    /** Whom {@link PgvectorBeside#eraseElsewhere} is waiting for. Call right after a commit. */
    public synchronized List<PersonRef> toErase() {
        List<PersonRef> asked = transaction.ask("read", session -> {
            List<PersonRef> people = new ArrayList<>();
            try (ResultSet rows = session.statement(TO_ERASE).executeQuery()) {
                while (rows.next()) {
                    people.add(new PersonRef(rows.getString(1)));
                }
            }
            return people;
        });
        transaction.commit(); // a transaction left open would keep the bytes of what others erase
        return asked;
    }

    /** Tells whoever waits that a customer was erased, and how many documents went. Call right after a commit. */
    public synchronized void erased(PersonRef person, int gone) {
        transaction.ask("write to", session -> {
            PreparedStatement statement = session.statement(ERASED);
            statement.setInt(1, gone);
            statement.setString(2, person.value());
            statement.executeUpdate();
            return session.statement(LEFT).executeUpdate();
        });
        transaction.commit();
    }

    @Override
    public synchronized void removeOlder(String kind, long beforeMs) {
        transaction.ask("remove from", session -> {
            PreparedStatement statement = session.statement("DELETE FROM document WHERE kind = ? AND at < ?");
            statement.setString(1, kind);
            statement.setLong(2, beforeMs);
            return statement.executeUpdate();
        });
    }

    @Override
    public synchronized long count(String kind) {
        return number("SELECT count(*) FROM document WHERE kind = ?", kind);
    }

    @Override
    public synchronized long size() {
        return number("SELECT documents FROM total", null);
    }

    private long number(String sql, @Nullable String parameter) {
        return transaction.ask("count in", session -> {
            PreparedStatement statement = session.statement(sql);
            if (parameter != null) {
                statement.setString(1, parameter);
            }
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? rows.getLong(1) : 0L;
            }
        });
    }

    @Override
    public synchronized Optional<Document> find(long id) {
        return transaction.ask("read", session -> find(session, id));
    }

    static Optional<Document> find(Session session, long id) throws SQLException {
        PreparedStatement statement = session.statement(FIND);
        statement.setLong(1, id);
        try (ResultSet rows = statement.executeQuery()) {
            return rows.next() ? Optional.of(document(rows)) : Optional.empty();
        }
    }

    /** The document whose columns are the first seven. */
    static Document document(ResultSet rows) throws SQLException {
        String person = rows.getString(3);
        return new Document(
                rows.getLong(1),
                new MerchantId(rows.getString(2)),
                person.isEmpty() ? PersonRef.NONE : new PersonRef(person),
                rows.getString(4),
                rows.getLong(5),
                rows.getString(6),
                rows.getBytes(7));
    }

    @Override
    public synchronized List<Hit> search(Search search) {
        return transaction.ask("search", session -> query.run(session, search));
    }

    @Override
    public synchronized void commit(long newPosition, byte[] newState) {
        transaction.ask("commit", session -> {
            PreparedStatement statement = session.statement(STAND);
            statement.setString(1, embedder.name());
            statement.setLong(2, storeId);
            statement.setLong(3, newPosition);
            statement.setBytes(4, newState);
            return statement.executeUpdate();
        });
        transaction.commit();
        position = newPosition;
        state = newState.clone();
    }

    @Override
    public synchronized long position() {
        return position;
    }

    @Override
    public synchronized byte[] state() {
        return state.clone();
    }

    /** Lets go of the connection; what was not committed is given up. */
    @Override
    public synchronized void close() {
        transaction.close();
    }

    @Override
    public String toString() {
        return "PgvectorSearchIndex[" + options + "]";
    }

    /** What is done outside of any transaction. */
    @FunctionalInterface
    interface Outside {
        void on(Statement statement) throws SQLException;
    }
}
