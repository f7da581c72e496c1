package co.litper.cerebro.cluster.postgres;

import co.litper.cerebro.adapters.sql.Session;
import co.litper.cerebro.log.StoreException;
import co.litper.cerebro.search.Embedder;
import co.litper.cerebro.search.SearchIndex;
import co.litper.cerebro.vocabulary.PersonRef;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * A long-term memory that another process fills, as it commits it. Holds at most one connection, which is made with the first
 * question and again after a failure. Thread-safe: one call at a time.
 */
public final class PgvectorBeside implements AutoCloseable {
    private static final String STANDS = "SELECT embedder, store, position FROM commit_point";
    private static final String ASK = "INSERT INTO erasure(person) VALUES(?) ON CONFLICT (person) DO NOTHING";
    private static final String ANSWER = "DELETE FROM erasure WHERE person = ? AND gone IS NOT NULL RETURNING gone";

    private final PostgresOptions options;
    private final long storeId;
    private final Embedder embedder;
    private @Nullable Session session;

    /** @param storeId of the log that the memory must be made of */
    public PgvectorBeside(PostgresOptions options, long storeId, Embedder embedder) {
        this.options = options;
        this.storeId = storeId;
        this.embedder = embedder;
    }

    /**
     * What was committed: an index to be read only, whose position and state are those of this moment and whose documents are those
     * of each question's. Stays usable as long as this is open; its closing does nothing.
     *
     * @param known a position; negative for none
     * @return empty if the memory stands at {@code known}
     * @throws StoreException if there is none yet, it is of another embedder or log, or the server cannot be reached
     */
    public Optional<SearchIndex> committed(long known) {
        long position = read("read", this::position);
        return position == known ? Optional.empty() : Optional.of(PgvectorCommitted.open(this, embedder));
    }

    private long position(Session asked) throws SQLException {
        try (ResultSet rows = asked.statement(STANDS).executeQuery()) {
            if (!rows.next()) {
                return 0;
            }
            if (!embedder.name().equals(rows.getString(1)) || rows.getLong(2) != storeId) {
                throw new StoreException(
                        StoreException.Kind.LOCKED,
                        "the memory in schema " + options.schema() + " was made by " + rows.getString(1) + " of log "
                                + rows.getLong(2) + ", not by " + embedder.name() + " of log " + storeId
                                + ". Maybe gateways run with different values of memory.model.");
            }
            return rows.getLong(3);
        }
    }

    /**
     * Asks whoever fills the memory to erase a customer, unless asked before, and tells how many documents went once that is done.
     *
     * @return empty until it is done
     */
    public OptionalInt eraseElsewhere(PersonRef person) {
        OptionalInt gone = read("ask to erase from", asked -> answer(asked, person));
        if (gone.isEmpty()) {
            read("ask to erase from", asked -> {
                PreparedStatement statement = asked.statement(ASK);
                statement.setString(1, person.value());
                return statement.executeUpdate();
            });
        }
        return gone;
    }

    private static OptionalInt answer(Session asked, PersonRef person) throws SQLException {
        PreparedStatement statement = asked.statement(ANSWER);
        statement.setString(1, person.value());
        try (ResultSet rows = statement.executeQuery()) {
            return rows.next() ? OptionalInt.of(rows.getInt(1)) : OptionalInt.empty();
        }
    }

    /** Does {@code work} in a transaction of its own. */
    synchronized <T> T read(String doing, Session.Work<T> work) {
        try {
            Session open = session();
            T answer = work.on(open);
            open.connection().commit();
            return answer;
        } catch (SQLException e) {
            giveUp(e);
            throw Failures.of(doing, options, e);
        } catch (RuntimeException e) {
            giveUp(e);
            throw e;
        }
    }

    private Session session() throws SQLException {
        Session open = session;
        if (open == null) {
            open = new Session(LockedConnection.openShared(options));
            session = open;
        }
        return open;
    }

    private void giveUp(Exception cause) {
        Session open = session;
        session = null;
        try {
            if (open != null) {
                open.close();
            }
        } catch (SQLException e) {
            cause.addSuppressed(e);
        }
    }

    /** Lets go of the connection; a question makes another. */
    @Override
    public synchronized void close() {
        Session open = session;
        session = null;
        try {
            if (open != null) {
                open.close();
            }
        } catch (SQLException e) {
            throw Failures.of("close", options, e);
        }
    }
}
