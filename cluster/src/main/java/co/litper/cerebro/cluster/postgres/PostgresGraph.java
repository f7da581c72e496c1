package co.litper.cerebro.cluster.postgres;

import co.litper.cerebro.adapters.sql.ReadTables;
import co.litper.cerebro.adapters.sql.Session;
import co.litper.cerebro.knowledge.GraphProjection;
import co.litper.cerebro.knowledge.GraphQuestions;
import co.litper.cerebro.knowledge.NodeType;
import co.litper.cerebro.knowledge.RelationType;
import co.litper.cerebro.log.Entry;
import co.litper.cerebro.log.EnvelopeCodec;
import co.litper.cerebro.log.EventLog;
import co.litper.cerebro.log.StoreException;
import co.litper.cerebro.vocabulary.MerchantId;
import co.litper.cerebro.vocabulary.PersonRef;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * The graphs of a shard's merchants in a schema of PostgreSQL, on two clocks as in memory. One process fills them from the log, any
 * number ask. What an entry adds and how far the log was read are one transaction, so that nothing counts twice whoever dies when.
 *
 * <p>Filling goes through {@link GraphProjection}, whose graph stays in the memory of the process that fills: some 450 bytes a
 * shipment. It is made anew from the log when that process begins, O(log), and the tables take what lies beyond. Asking needs none
 * of it. Thread-safe.
 */
public final class PostgresGraph implements AutoCloseable {
    private static final String MIGRATIONS = "co/litper/cerebro/cluster/postgres/graph";
    private static final String STORE = "store";
    private static final String POSITION = "position";

    private static final String NAME_TYPE =
            "INSERT INTO node_type(type, name) VALUES(?, ?) ON CONFLICT (type) DO UPDATE SET name = excluded.name";
    private static final String NAME_RELATION = "INSERT INTO relation_type(relation, name) VALUES(?, ?)"
            + " ON CONFLICT (relation) DO UPDATE SET name = excluded.name";
    private static final String NEWEST_EDGE = "SELECT max(id) FROM edge";
    private static final String NEWEST_FIGURE = "SELECT max(id) FROM figure";

    private final Connections connections;
    private final Predicate<PersonRef> leftOut;
    private final EnvelopeCodec codec = new EnvelopeCodec();
    private final Map<MerchantId, Growing> graphs = new HashMap<>();
    private final GraphBatch batch = new GraphBatch();

    /** The position up to which {@link #graphs} have read; beyond what is written by what the batch holds. */
    private long read;

    private record Growing(GraphProjection projection, GraphBatch.Growth growth) {}

    private PostgresGraph(Connections connections, Predicate<PersonRef> leftOut) {
        this.connections = connections;
        this.leftOut = leftOut;
    }

    /**
     * Opens the graphs for filling and asking; those of another log are cleared.
     *
     * @param options with a schema of its own, one a shard
     * @param storeId of the log that is followed
     * @param leftOut true for customers who get no node; one who got a node keeps it
     * @throws StoreException if the server cannot be reached, or another process fills them
     */
    public static PostgresGraph open(PostgresOptions options, long storeId, Predicate<PersonRef> leftOut) {
        Connections connections = Connections.open(options, MIGRATIONS, UnaryOperator.identity());
        boolean ready = false;
        try {
            PostgresGraph graph = new PostgresGraph(connections, leftOut);
            connections.write("open", session -> {
                if (ReadTables.number(session, STORE).orElse(0) != storeId) {
                    clear(session);
                    ReadTables.putNumber(session, STORE, storeId);
                }
                name(session, NAME_TYPE, NodeType.values());
                return name(session, NAME_RELATION, RelationType.values());
            });
            ready = true;
            return graph;
        } finally {
            if (!ready) {
                connections.close();
            }
        }
    }

    /** Tells those who read the tables by themselves what their numbers mean. */
    private static int name(Session session, String sql, Enum<?>[] all) throws SQLException {
        PreparedStatement statement = session.statement(sql);
        for (Enum<?> one : all) {
            statement.setInt(1, one.ordinal());
            statement.setString(2, one.name());
            statement.addBatch();
        }
        return statement.executeBatch().length;
    }

    private static void clear(Session session) throws SQLException {
        try (Statement statement = session.connection().createStatement()) {
            statement.execute("TRUNCATE meta, node, edge, figure");
        }
    }

    /** What a merchant's graph answers as far as it is written. */
    public GraphQuestions of(MerchantId merchant) {
        return new GraphAnswers(connections, merchant);
    }

    /** The last log position of which the tables tell, 0 if none. */
    public long position() {
        return connections.read(session -> ReadTables.number(session, POSITION).orElse(0));
    }

    /**
     * Takes in at most {@code most} entries of what the log holds beyond {@link #position()}, in one transaction. After a failure
     * the same call goes on where the last one that succeeded ended.
     *
     * @return true if the log holds more
     * @throws StoreException if the server cannot be reached; nothing was written
     */
    public synchronized boolean follow(EventLog log, int most) {
        long written = position();
        if (written > read || graphs.isEmpty() && written >= EventLog.FIRST) {
            recall(log, written);
        }
        if (read > written) {
            write(read); // what could not be written before
            return read + 1 < log.end();
        }
        int[] taken = new int[1];
        log.read(written + 1, entry -> {
            apply(entry, false);
            return ++taken[0] < most;
        });
        if (read > written) {
            write(read);
        }
        return read + 1 < log.end();
    }

    /** Makes the graphs anew as they were when they were last written. */
    private void recall(EventLog log, long written) {
        forgetMemory();
        if (written < EventLog.FIRST) {
            return;
        }
        log.read(EventLog.FIRST, entry -> {
            apply(entry, true);
            return entry.position() < written;
        });
    }

    private void forgetMemory() {
        batch.clear(growths());
        graphs.clear();
        read = 0;
    }

    private void apply(Entry entry, boolean known) {
        MerchantId merchant = codec.decode(entry.event()).merchant();
        Growing growing = graphs.computeIfAbsent(merchant, m -> {
            GraphBatch.Growth growth = batch.of(m);
            return new Growing(new GraphProjection(m, entry.position() - 1, leftOut, growth), growth);
        });
        growing.growth.mute(known);
        growing.projection.apply(entry);
        read = entry.position();
    }

    private List<GraphBatch.Growth> growths() {
        List<GraphBatch.Growth> all = new ArrayList<>();
        graphs.values().forEach(growing -> all.add(growing.growth));
        return all;
    }

    private void write(long upTo) {
        connections.write("fill", session -> {
            batch.write(session, newest(session, NEWEST_EDGE) + 1, newest(session, NEWEST_FIGURE) + 1);
            ReadTables.putNumber(session, POSITION, upTo);
            return upTo;
        });
        batch.clear(growths());
    }

    private static long newest(Session session, String sql) throws SQLException {
        try (ResultSet rows = session.statement(sql).executeQuery()) {
            return rows.next() ? rows.getLong(1) : 0;
        }
    }

    @Override
    public void close() {
        connections.close();
    }
}
