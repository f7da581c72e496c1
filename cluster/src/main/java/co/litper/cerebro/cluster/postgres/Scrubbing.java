package co.litper.cerebro.cluster.postgres;

import co.litper.cerebro.adapters.sql.ReadTables;
import co.litper.cerebro.adapters.sql.Session;
import co.litper.cerebro.log.StoreException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.locks.LockSupport;

/**
 * Makes the bytes of what was deleted go: the tables are written anew ({@code VACUUM FULL}), once no transaction is left that could
 * still see them, for until then the server would copy them too. That it must be done is noted in the transaction that deletes.
 * Thread-safe.
 */
final class Scrubbing {
    private static final String SCRUB = "scrub";

    /** Times that are asked whether older transactions are over: longer together than a reader may take. */
    private static final int LOOKS = 700;

    private static final long BETWEEN_LOOKS_NS = Duration.ofMillis(50).toNanos();

    /** Some gigabytes are written anew in it. */
    private static final Duration LONGEST = Duration.ofMinutes(30);

    /** The transaction that deletes last is the one that counts. */
    private static final String REQUEST =
            "INSERT INTO meta(name, value) VALUES('" + SCRUB + "', pg_current_xact_id()::text::bigint)"
                    + " ON CONFLICT (name) DO UPDATE SET value = greatest(meta.value, excluded.value)";

    /** Whatever keeps old versions of rows alive: other sessions, prepared transactions, standbys that say so. */
    private static final String OLDER = """
            SELECT count(*) FROM (
              SELECT backend_xmin AS x FROM pg_stat_activity
                WHERE datname = current_database() AND pid <> pg_backend_pid()
              UNION ALL SELECT backend_xid FROM pg_stat_activity
                WHERE datname = current_database() AND pid <> pg_backend_pid()
              UNION ALL SELECT transaction FROM pg_prepared_xacts WHERE database = current_database()
              UNION ALL SELECT xmin FROM pg_replication_slots) held
            WHERE x IS NOT NULL AND age(x) >= age(?::text::xid8::xid)
            """;

    private static final String DONE = "DELETE FROM meta WHERE name = '" + SCRUB + "' AND value = ?";

    private final PostgresOptions options;
    private final Connections connections;
    private final List<String> tables;

    /** @param tables that are written anew; the schema has a table {@code meta} of names and numbers */
    Scrubbing(PostgresOptions options, Connections connections, List<String> tables) {
        this.options = options;
        this.connections = connections;
        this.tables = List.copyOf(tables);
    }

    /** Notes, in the transaction that deletes, that its bytes must go. */
    void request(Session session) throws SQLException {
        session.statement(REQUEST).executeUpdate();
    }

    /** Does what was asked for and not done, unless others are in the way: then the next will. */
    void complete() {
        OptionalLong asked = asked();
        if (asked.isPresent() && !isHeld(asked.getAsLong())) {
            rewrite(asked.getAsLong());
        }
    }

    /** Does what was asked for; throws {@code StoreException} if an older transaction outlasts our patience. */
    void scrub() {
        OptionalLong asked = asked();
        if (asked.isEmpty()) {
            return;
        }
        long deletedBy = asked.getAsLong();
        for (int look = 0; isHeld(deletedBy); look++) {
            if (look == LOOKS) {
                throw new StoreException(
                        StoreException.Kind.LOCKED,
                        "deleted bytes of schema " + options.schema() + " of " + options.url()
                                + " remain until the next customer is erased or a node starts, because a transaction that"
                                + " began before still runs. Maybe pg_stat_activity tells whose it is.");
            }
            LockSupport.parkNanos(BETWEEN_LOOKS_NS);
        }
        rewrite(deletedBy);
    }

    private OptionalLong asked() {
        return connections.read(session -> ReadTables.number(session, SCRUB));
    }

    private boolean isHeld(long deletedBy) {
        return connections.read(session -> {
            PreparedStatement older = session.statement(OLDER);
            older.setLong(1, deletedBy);
            try (ResultSet rows = older.executeQuery()) {
                return rows.next() && rows.getLong(1) > 0;
            }
        });
    }

    private void rewrite(long deletedBy) {
        connections.outside("rewrite", LONGEST, statement -> {
            for (String table : tables) {
                statement.execute("VACUUM FULL " + table);
            }
        });
        connections.write("note the scrub of", session -> {
            PreparedStatement done = session.statement(DONE);
            done.setLong(1, deletedBy);
            return done.executeUpdate();
        });
    }
}
