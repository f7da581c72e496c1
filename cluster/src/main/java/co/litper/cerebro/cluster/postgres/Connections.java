package co.litper.cerebro.cluster.postgres;

import co.litper.cerebro.adapters.sql.Session;
import co.litper.cerebro.log.StoreException;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One schema with this process's one writer and a pool of readers. Where one process alone may write, the writer's connection holds
 * an advisory lock on the schema's name as long as it lives. It is made again after a failure. Thread-safe: writers take turns,
 * readers do not wait for them.
 */
final class Connections implements AutoCloseable {
    /** After which a question without a free connection fails, so that a page says so rather than hangs. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** Ends statements of a reader that nobody waits for any more. */
    private static final Duration LONGEST_READ = Duration.ofSeconds(30);

    private static final Pattern HINT = Pattern.compile("INDEXED BY \\w+ ?");

    private final PostgresOptions options;
    private final Connector connector;
    private final Failures failures;
    private final HikariDataSource readers;
    private final ReentrantLock writing = new ReentrantLock();
    private @Nullable Session writer;

    /** Makes the writer's connection. */
    private interface Connector {
        Connection connect() throws SQLException;
    }

    private Connections(PostgresOptions options, Connector connector, Failures failures) {
        this.options = options;
        this.connector = connector;
        this.failures = failures;
        this.readers = new HikariDataSource(pool(options));
    }

    /**
     * Brings the schema to its newest version and connects.
     *
     * @param migrations the folder of them on the class path
     * @param wrapper around the writer's connection; identity but in tests
     * @throws StoreException if the server cannot be reached, or the schema was made by a newer version
     */
    static Connections open(PostgresOptions options, String migrations, UnaryOperator<Connection> wrapper) {
        Migrations.migrate(options, migrations, Map.of());
        return new Connections(options, () -> wrapper.apply(LockedConnection.open(options)), Failures.DERIVED);
    }

    /**
     * The same without the lock: many processes write, and what they write is kept nowhere else.
     *
     * @throws StoreException if the server cannot be reached, or the schema was made by a newer version
     */
    static Connections openShared(PostgresOptions options, String migrations) {
        Migrations.migrate(options, migrations, Map.of());
        return new Connections(options, () -> LockedConnection.openShared(options), Failures.KEPT);
    }

    private static HikariConfig pool(PostgresOptions options) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("cerebro-" + options.schema());
        config.setJdbcUrl(options.url());
        config.setUsername(options.user());
        config.setPassword(options.password());
        config.setMaximumPoolSize(options.readers());
        config.setMinimumIdle(1);
        config.setConnectionTimeout(PATIENCE.toMillis());
        config.setInitializationFailTimeout(-1); // a server that is not there yet is no reason to end
        config.setAutoCommit(false);
        config.setReadOnly(true);
        config.setTransactionIsolation("TRANSACTION_REPEATABLE_READ");
        config.addDataSourceProperty("currentSchema", options.schema()); // of the pool it would be rolled back
        config.addDataSourceProperty("connectTimeout", LockedConnection.CONNECT_SECONDS);
        config.addDataSourceProperty("socketTimeout", LockedConnection.SILENCE_SECONDS);
        config.addDataSourceProperty("options", "-c statement_timeout=" + LONGEST_READ.toMillis());
        return config;
    }

    /** Does {@code work} in one transaction; a connection that failed is given up, and with it the lock. */
    <T> T write(String doing, Session.Work<T> work) {
        writing.lock();
        try {
            Session session = writer();
            T answer = work.on(session);
            session.connection().commit();
            return answer;
        } catch (SQLException e) {
            rollBack(e);
            throw failures.told(doing, options, e);
        } catch (RuntimeException e) {
            rollBack(e);
            throw e;
        } finally {
            writing.unlock();
        }
    }

    private Session writer() throws SQLException {
        Session held = writer;
        if (held == null) {
            held = new Session(connector.connect(), Connections::plain);
            writer = held;
        }
        return held;
    }

    private void rollBack(Exception cause) {
        Session held = writer;
        if (held == null) {
            return;
        }
        try {
            held.connection().rollback();
        } catch (SQLException e) {
            cause.addSuppressed(e);
            giveUp(cause);
        }
    }

    private void giveUp(Exception cause) {
        Session held = writer;
        writer = null;
        try {
            if (held != null) {
                held.close();
            }
        } catch (SQLException e) {
            cause.addSuppressed(e);
        }
    }

    /** Does what may not be in a transaction; takes at most {@code longest}. */
    void outside(String doing, Duration longest, PgvectorSearchIndex.Outside work) {
        writing.lock();
        try {
            Connection connection = writer().connection();
            connection.setNetworkTimeout(Runnable::run, (int) longest.toMillis());
            connection.setAutoCommit(true);
            try (Statement statement = connection.createStatement()) {
                work.on(statement);
            }
            connection.setAutoCommit(false);
            connection.setNetworkTimeout(
                    Runnable::run, (int) TimeUnit.SECONDS.toMillis(LockedConnection.SILENCE_SECONDS));
        } catch (SQLException e) {
            giveUp(e);
            throw failures.told(doing, options, e);
        } finally {
            writing.unlock();
        }
    }

    /** Reads one state of the tables, whatever is written meanwhile. */
    <T> T read(Session.Work<T> work) {
        try (Connection connection = readers.getConnection();
                Session session = new Session(connection, Connections::plain)) {
            try {
                return work.on(session);
            } finally {
                connection.rollback();
            }
        } catch (SQLException e) {
            throw failures.told("read", options, e);
        }
    }

    /** Without the hints that SQLite wants: PostgreSQL knows by its statistics which index is short. */
    private static String plain(String sql) {
        return HINT.matcher(sql).replaceAll("");
    }

    @Override
    public void close() {
        readers.close();
        writing.lock();
        try {
            Session held = writer;
            writer = null;
            if (held != null) {
                held.close();
            }
        } catch (SQLException e) {
            throw failures.told("close", options, e);
        } finally {
            writing.unlock();
        }
    }
}
