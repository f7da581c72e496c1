package co.litper.cerebro.cluster.postgres;

import co.litper.cerebro.adapters.sql.ReadTables;
import co.litper.cerebro.adapters.sql.Session;
import co.litper.cerebro.log.StoreException;
import co.litper.cerebro.server.read.ReadSide;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * The query tables of one shard in a schema of PostgreSQL. Rows and the projector's position are one transaction there as they are
 * in a file, so that nothing counts twice whoever dies when. Decisions and moments are kept {@link #keptDays}; shipments and tallies
 * for ever. Thread-safe.
 */
public final class PostgresReadTables implements ReadTables {
    /** Days that decisions are listed for, if nothing else is said; what the specification calls two years of history. */
    public static final int STANDARD_DAYS = 730;

    private static final String MIGRATIONS = "co/litper/cerebro/cluster/postgres/reads";
    private static final String STORE = "store";
    private static final String SHAPE = "shape";
    private static final String OURS =
            "SELECT c.relname FROM pg_class c WHERE c.relnamespace = current_schema()::regnamespace"
                    + " AND c.relkind IN ('r', 'p') AND NOT c.relispartition AND c.relname <> 'flyway_schema_history'";

    private final Connections connections;
    private final Parts parts = new Parts();
    private final int keptDays;
    private final long storeId;
    private volatile boolean settled;

    private PostgresReadTables(Connections connections, int keptDays, long storeId) {
        this.connections = connections;
        this.keptDays = keptDays;
        this.storeId = storeId;
    }

    /**
     * Opens tables that other processes may write too: one of them does, and holds the schema for as long as it lives. To write
     * while another one does fails with LOCKED. Whoever begins to write clears what another store or release left.
     *
     * @param storeId as for {@link #open}
     * @param keptDays as for {@link #open}
     * @throws StoreException if the server cannot be reached
     */
    public static PostgresReadTables share(PostgresOptions options, long storeId, int keptDays) {
        Connections connections = Connections.open(options, MIGRATIONS, UnaryOperator.identity());
        return new PostgresReadTables(connections, keptDays, storeId);
    }

    /**
     * Opens the tables for writing; those of another store, or of another release that kept something else in
     * them, are cleared.
     *
     * @param storeId of the store whose log is followed
     * @param keptDays how long decisions are listed, at least 1
     * @throws StoreException if the server cannot be reached, or another writer holds the schema
     */
    public static PostgresReadTables open(PostgresOptions options, long storeId, int keptDays) {
        return open(options, storeId, keptDays, UnaryOperator.identity());
    }

    static PostgresReadTables open(
            PostgresOptions options, long storeId, int keptDays, UnaryOperator<Connection> wrapper) {
        if (keptDays < 1) {
            throw new IllegalArgumentException("days kept must be at least 1, are " + keptDays);
        }
        Connections connections = Connections.open(options, MIGRATIONS, wrapper);
        PostgresReadTables tables = new PostgresReadTables(connections, keptDays, storeId);
        boolean ready = false;
        try {
            tables.settle();
            ready = true;
            return tables;
        } finally {
            if (!ready) {
                tables.close();
            }
        }
    }

    /** Through the writer, so that a second one is refused at once and not with its first row. */
    private boolean isMade() {
        return connections.write("open", this::isOurs);
    }

    /** Clears what is not of this store and release, once after the schema was taken. */
    private void settle() {
        if (!settled) {
            if (!isMade()) {
                clear();
            }
            settled = true;
        }
    }

    @Override
    public <T> T write(String doing, Session.Work<T> work) {
        try {
            settle();
            return connections.write(doing, work);
        } catch (StoreException e) {
            if (e.kind() == StoreException.Kind.LOCKED) {
                settled = false; // whoever has the schema may leave it otherwise
                parts.forget();
            }
            throw e;
        }
    }

    @Override
    public boolean areOurs() {
        return connections.read(this::isOurs);
    }

    private boolean isOurs(Session session) throws SQLException {
        return ReadTables.number(session, STORE).orElse(0) == storeId
                && ReadTables.number(session, SHAPE).orElse(0) == ReadSide.shape();
    }

    @Override
    public <T> T read(Session.Work<T> work) {
        return connections.read(work);
    }

    @Override
    public void makeRoom(long first, long last) {
        if (parts.areMissing(first, last)) {
            write("make room in", session -> {
                parts.make(session, first, last);
                return parts.dropOlder(session, keptDays);
            });
            parts.made(first, last);
        }
    }

    @Override
    public void clear() {
        parts.forget();
        connections.write("clear", session -> {
            try (Statement statement = session.connection().createStatement()) {
                statement.execute("TRUNCATE " + String.join(", ", tables(statement)));
            }
            ReadTables.putNumber(session, STORE, storeId);
            ReadTables.putNumber(session, SHAPE, ReadSide.shape());
            return storeId;
        });
    }

    private static List<String> tables(Statement statement) throws SQLException {
        List<String> names = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery(OURS)) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        return names;
    }

    @Override
    public void close() {
        connections.close();
    }
}
