package co.litper.cerebro.cluster.postgres;

import co.litper.cerebro.adapters.sql.Session;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * A connection whose transaction lasts from one commit to the next, and which holds the lock of its schema. A failure takes all
 * back to the last commit. One thread at a time.
 */
final class LongTransaction implements AutoCloseable {
    private final PostgresOptions options;
    private Session session;

    private LongTransaction(PostgresOptions options, Session session) {
        this.options = options;
        this.session = session;
    }

    static LongTransaction begin(PostgresOptions options) {
        return new LongTransaction(options, new Session(connect(options)));
    }

    private static Connection connect(PostgresOptions options) {
        try {
            return LockedConnection.open(options);
        } catch (SQLException e) {
            throw Failures.of("open", options, e);
        }
    }

    <T> T ask(String doing, Session.Work<T> work) {
        try {
            return work.on(session);
        } catch (SQLException e) {
            renew(e);
            throw Failures.of(doing, options, e);
        }
    }

    void commit() {
        try {
            session.connection().commit();
        } catch (SQLException e) {
            renew(e);
            throw Failures.of("commit", options, e);
        }
    }

    void rollback() {
        try {
            session.connection().rollback();
        } catch (SQLException e) {
            renew(e);
        }
    }

    /** Back to the last commit; on a new connection if this one is gone. */
    private void renew(SQLException cause) {
        try {
            session.connection().rollback();
        } catch (SQLException e) {
            cause.addSuppressed(e);
            try {
                session.close();
                session = new Session(LockedConnection.open(options));
            } catch (SQLException again) {
                cause.addSuppressed(again); // the next call tries again, and fails in its turn while nobody is there
            }
        }
    }

    /** Does what may not be in a transaction. */
    void outside(String doing, PgvectorSearchIndex.Outside work) {
        Connection connection = session.connection();
        try {
            connection.setAutoCommit(true);
            try (Statement statement = connection.createStatement()) {
                work.on(statement);
            } finally {
                connection.setAutoCommit(false);
            }
        } catch (SQLException e) {
            renew(e);
            throw Failures.of(doing, options, e);
        }
    }

    @Override
    public void close() {
        try {
            session.connection().rollback();
            session.close();
        } catch (SQLException e) {
            throw Failures.of("close", options, e);
        }
    }
}
