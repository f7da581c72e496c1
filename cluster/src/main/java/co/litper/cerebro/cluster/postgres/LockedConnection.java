package co.litper.cerebro.cluster.postgres;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A connection for writing, which usually holds the advisory lock of its schema for as long as it lives. */
final class LockedConnection {
    static final int CONNECT_SECONDS = 5;

    /** A server that is gone without a word is noticed by then. */
    static final int SILENCE_SECONDS = 60;

    private static final long LEFT_WITHIN_NS = TimeUnit.SECONDS.toNanos(1);

    private static final long LOOK_AGAIN_NS = TimeUnit.MILLISECONDS.toNanos(20);

    private static final String LOCK = "SELECT pg_try_advisory_lock(hashtextextended(?, 0))";

    private LockedConnection() {}

    /**
     * Connects; throws {@code StoreException} of kind LOCKED if another connection holds the lock for longer than a server needs to
     * notice that its client has left.
     */
    static Connection open(PostgresOptions options) throws SQLException {
        Connection connection = connect(options);
        boolean locked = false;
        try {
            long deadline = System.nanoTime() + LEFT_WITHIN_NS;
            locked = lock(connection, options);
            while (!locked && System.nanoTime() < deadline) {
                LockSupport.parkNanos(LOOK_AGAIN_NS);
                locked = lock(connection, options);
            }
            connection.setAutoCommit(false);
        } finally {
            if (!locked) {
                connection.close();
            }
        }
        if (!locked) {
            throw Failures.taken(options);
        }
        return connection;
    }

    /** Connects without the lock; transactions begin by themselves. */
    static Connection openShared(PostgresOptions options) throws SQLException {
        Connection connection = connect(options);
        connection.setAutoCommit(false);
        return connection;
    }

    private static Connection connect(PostgresOptions options) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", options.user());
        properties.setProperty("password", options.password());
        properties.setProperty("connectTimeout", Integer.toString(CONNECT_SECONDS));
        properties.setProperty("socketTimeout", Integer.toString(SILENCE_SECONDS));
        properties.setProperty("tcpKeepAlive", "true");
        Connection connection = DriverManager.getConnection(options.url(), properties);
        boolean done = false;
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET search_path TO " + options.schema());
            done = true;
            return connection;
        } finally {
            if (!done) {
                connection.close();
            }
        }
    }

    private static boolean lock(Connection connection, PostgresOptions options) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(LOCK)) {
            statement.setString(1, options.schema());
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() && rows.getBoolean(1);
            }
        }
    }
}
