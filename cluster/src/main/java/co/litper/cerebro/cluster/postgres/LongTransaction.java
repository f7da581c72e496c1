package co.litper.cerebro.cluster.postgres;

import co.litper.cerebro.adapters.sql.Session;
import co.litper.cerebro.log.StoreException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/**
 * A connection whose transaction lasts from one commit to the next, and which holds the lock of its schema. A failure takes all
 * back to the last commit, and since whoever wrote would not know, everything fails from then on. One thread at a time.
 */
final class LongTransaction implements AutoCloseable {
    private final PostgresOptions options;
    private final Session session;
    private @Nullable SQLException failure;

    private LongTransaction(PostgresOptions options, Session session) {
        this.options = options;
        this.session = session;
    }

    /**
     * Connects and takes the lock.
     *
     * @throws StoreException of kind LOCKED if another connection holds it
     */
    static LongTransaction begin(PostgresOptions options) {
        try {
            return new LongTransaction(options, new Session(LockedConnection.open(options)));
        } catch (SQLException e) {
            throw Failures.of("open", options, e);
        }
    }

    <T> T ask(String doing, Session.Work<T> work) {
        requireWhole();
        try {
            return work.on(session);
        } catch (SQLException e) {
            throw failed(doing, e);
        }
    }

    private void requireWhole() {
        SQLException before = failure;
        if (before != null) {
            throw Failures.of("go on after a failure with", options, before);
        }
    }

    private StoreException failed(String doing, SQLException e) {
        failure = e;
        return Failures.of(doing, options, e);
    }

    void commit() {
        requireWhole();
        try {
            session.connection().commit();
        } catch (SQLException e) {
            throw failed("commit", e);
        }
    }

    /** Does what may not be in a transaction; nothing may be uncommitted. */
    void outside(String doing, PgvectorSearchIndex.Outside work) {
        requireWhole();
        Connection connection = session.connection();
        try {
            connection.setAutoCommit(true);
            try (Statement statement = connection.createStatement()) {
                work.on(statement);
            } finally {
                connection.setAutoCommit(false);
            }
        } catch (SQLException e) {
            throw failed(doing, e);
        }
    }

    /** Gives up what was not committed, and lets go of connection and lock. */
    @Override
    public void close() {
        try (session) {
            if (failure == null) {
                session.connection().rollback();
            }
        } catch (SQLException e) {
            throw Failures.of("close", options, e);
        }
    }
}
