package co.litper.cerebro.cluster.postgres;

import co.litper.cerebro.adapters.sql.Session;
import co.litper.cerebro.decision.Decision;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The large tables are cut by log position into parts of {@value #POSITIONS}, made when the first row comes and dropped whole when
 * all of a part is older than is kept: a drop removes files, a delete would write every row and leave it to a vacuum. Within the
 * writer's transactions; one thread.
 */
final class Parts {
    /** Of one part: a shard of a busy merchant fills one in days, so that there are some hundred of them at the most. */
    static final long POSITIONS = 1_000_000;

    /** Parts of one batch at the most: a batch is some hundred entries of one shard. */
    private static final long MOST_AT_ONCE = 64;

    /**
     * A table that is cut.
     *
     * @param perPosition how much its key grows with each log position
     */
    private record Cut(String table, long perPosition) {
        long bound(long part) {
            return Math.multiplyExact(Math.multiplyExact(part, POSITIONS), perPosition);
        }
    }

    private static final List<Cut> CUTS = List.of(
            new Cut("moment", 1), new Cut("decision", Decision.PER_POSITION), new Cut("chosen", Decision.PER_POSITION));

    private static final String KNOWN = "SELECT c.relname FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid"
            + " WHERE i.inhparent = 'moment'::regclass";
    private static final String KEPT_FROM = "SELECT min(first) FROM span WHERE day >= (SELECT max(day) FROM span) - ?";

    private final Set<Long> made = new HashSet<>();

    /** True if a part for one of these positions may be missing. */
    boolean areMissing(long first, long last) {
        for (long part = first / POSITIONS; part <= last / POSITIONS; part++) {
            if (!made.contains(part)) {
                return true;
            }
        }
        return false;
    }

    /** Makes what is missing for these positions; the caller tells {@link #made} after its commit. */
    void make(Session session, long first, long last) throws SQLException {
        long from = first / POSITIONS;
        long to = last / POSITIONS;
        if (to - from >= MOST_AT_ONCE) {
            throw new IllegalArgumentException("positions " + first + " to " + last + " are " + (to - from + 1)
                    + " parts, at most " + MOST_AT_ONCE + " in one batch");
        }
        try (Statement statement = session.connection().createStatement()) {
            for (long part = from; part <= to; part++) {
                for (Cut cut : CUTS) {
                    statement.execute("CREATE TABLE IF NOT EXISTS " + cut.table() + "_" + part + " PARTITION OF "
                            + cut.table() + " FOR VALUES FROM (" + cut.bound(part) + ") TO (" + cut.bound(part + 1)
                            + ")");
                }
            }
        }
    }

    void made(long first, long last) {
        for (long part = first / POSITIONS; part <= last / POSITIONS; part++) {
            made.add(part);
        }
    }

    void forget() {
        made.clear();
    }

    /**
     * Drops the parts whose youngest decision is {@code days} days older than the youngest of all.
     *
     * @return how many parts went
     */
    int dropOlder(Session session, int days) throws SQLException {
        long keptFrom = Decision.positionOf(oldestKept(session, days));
        int dropped = 0;
        for (long part : known(session)) {
            if ((part + 1) * POSITIONS <= keptFrom) {
                try (Statement statement = session.connection().createStatement()) {
                    for (Cut cut : CUTS) {
                        statement.execute("DROP TABLE IF EXISTS " + cut.table() + "_" + part);
                    }
                }
                dropped++;
            }
        }
        return dropped;
    }

    private static long oldestKept(Session session, int days) throws SQLException {
        var statement = session.statement(KEPT_FROM);
        statement.setLong(1, days);
        try (ResultSet rows = statement.executeQuery()) {
            return rows.next() ? rows.getLong(1) : 0;
        }
    }

    private static Set<Long> known(Session session) throws SQLException {
        Set<Long> parts = new TreeSet<>();
        try (ResultSet rows = session.statement(KNOWN).executeQuery()) {
            while (rows.next()) {
                String name = rows.getString(1);
                parts.add(Long.parseLong(name.substring(name.lastIndexOf('_') + 1)));
            }
        }
        return parts;
    }
}
