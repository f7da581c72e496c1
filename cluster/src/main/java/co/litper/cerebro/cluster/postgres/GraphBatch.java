package co.litper.cerebro.cluster.postgres;

import co.litper.cerebro.adapters.sql.Session;
import co.litper.cerebro.knowledge.EdgeStatistics;
import co.litper.cerebro.knowledge.GraphListener;
import co.litper.cerebro.knowledge.Link;
import co.litper.cerebro.knowledge.Node;
import co.litper.cerebro.knowledge.RelationType;
import co.litper.cerebro.vocabulary.MerchantId;
import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What graphs grew by since it was last written, of one or more merchants. An edge that is closed before it was written is written
 * closed; so those that are written already are closed first. One thread.
 */
final class GraphBatch {
    private static final String NODE = "INSERT INTO node(merchant, type, name) VALUES(?, ?, ?) ON CONFLICT DO NOTHING";
    private static final String ENDS = " FROM node s, node t WHERE s.merchant = ? AND s.type = ? AND s.name = ?"
            + " AND t.merchant = ? AND t.type = ? AND t.name = ?";
    private static final String EDGE =
            "INSERT INTO edge(id, source, relation, target, valid_from, valid_to, recorded_from,"
                    + " recorded_to, position) SELECT ?, s.id, ?, t.id, ?, ?, ?, ?, ?" + ENDS;
    private static final String CLOSE = "UPDATE edge SET recorded_to = ?" + ENDS
            + " AND source = s.id AND target = t.id AND relation = ? AND valid_from = ? AND valid_to = ?"
            + " AND recorded_from = ? AND position = ? AND recorded_to = " + Link.OPEN;
    private static final String FIGURE =
            "INSERT INTO figure(id, source, relation, target, recorded, n, promised, late, returned,"
                    + " issues, timed, days, days_squared) SELECT ?, s.id, ?, t.id, ?, ?, ?, ?, ?, ?, ?, ?, ?" + ENDS;

    private final List<Met> nodes = new ArrayList<>();
    private final List<Edge> edges = new ArrayList<>();
    private final List<Edge> closed = new ArrayList<>();
    private final List<Figure> figures = new ArrayList<>();

    private record Met(MerchantId merchant, Node node) {}

    private record Edge(MerchantId merchant, Link link, long recordedTo) {
        Edge closed(long recordedMs) {
            return new Edge(merchant, link, recordedMs);
        }
    }

    private record Figure(
            MerchantId merchant, Node from, RelationType relation, Node to, long recordedMs, EdgeStatistics figures) {}

    /** Writes down how the graph of a merchant grows, from the next change on. */
    Growth of(MerchantId merchant) {
        return new Growth(merchant);
    }

    /** Forgets what was written, or need not be. */
    void clear(Iterable<Growth> growths) {
        nodes.clear();
        edges.clear();
        closed.clear();
        figures.clear();
        growths.forEach(growth -> growth.unwritten.clear());
    }

    /**
     * Writes all of it within the caller's transaction.
     *
     * @param edgeId of the first new edge
     * @param figureId of the first new figure
     */
    void write(Session session, long edgeId, long figureId) throws SQLException {
        writeNodes(session);
        close(session);
        writeEdges(session, edgeId);
        writeFigures(session, figureId);
    }

    int edges() {
        return edges.size();
    }

    int figures() {
        return figures.size();
    }

    private void writeNodes(Session session) throws SQLException {
        PreparedStatement statement = begun(session, NODE);
        for (Met met : nodes) {
            node(statement, 1, met.merchant, met.node);
            statement.addBatch();
        }
        statement.executeBatch();
    }

    private void close(Session session) throws SQLException {
        PreparedStatement statement = begun(session, CLOSE);
        for (Edge edge : closed) {
            statement.setLong(1, edge.recordedTo);
            int at = ends(statement, 2, edge.merchant, edge.link.from(), edge.link.to());
            statement.setInt(at++, edge.link.relation().ordinal());
            statement.setLong(at++, edge.link.validFromMs());
            statement.setLong(at++, edge.link.validToMs());
            statement.setLong(at++, edge.link.recordedMs());
            statement.setLong(at, edge.link.position());
            statement.addBatch();
        }
        statement.executeBatch();
    }

    private void writeEdges(Session session, long firstId) throws SQLException {
        PreparedStatement statement = begun(session, EDGE);
        long id = firstId;
        for (Edge edge : edges) {
            Link link = edge.link;
            statement.setLong(1, id++);
            statement.setInt(2, link.relation().ordinal());
            statement.setLong(3, link.validFromMs());
            statement.setLong(4, link.validToMs());
            statement.setLong(5, link.recordedMs());
            statement.setLong(6, edge.recordedTo);
            statement.setLong(7, link.position());
            ends(statement, 8, edge.merchant, link.from(), link.to());
            statement.addBatch();
        }
        statement.executeBatch();
    }

    private void writeFigures(Session session, long firstId) throws SQLException {
        PreparedStatement statement = begun(session, FIGURE);
        long id = firstId;
        for (Figure figure : figures) {
            EdgeStatistics f = figure.figures;
            statement.setLong(1, id++);
            statement.setInt(2, figure.relation.ordinal());
            statement.setLong(3, figure.recordedMs);
            statement.setLong(4, f.n());
            statement.setLong(5, f.promised());
            statement.setLong(6, f.late());
            statement.setLong(7, f.returned());
            statement.setLong(8, f.issues());
            statement.setLong(9, f.timed());
            statement.setDouble(10, f.days());
            statement.setDouble(11, f.daysSquared());
            ends(statement, 12, figure.merchant, figure.from, figure.to);
            statement.addBatch();
        }
        statement.executeBatch();
    }

    private static PreparedStatement begun(Session session, String sql) throws SQLException {
        PreparedStatement statement = session.statement(sql);
        statement.clearBatch();
        return statement;
    }

    private static int ends(PreparedStatement statement, int from, MerchantId merchant, Node source, Node target)
            throws SQLException {
        return node(statement, node(statement, from, merchant, source), merchant, target);
    }

    private static int node(PreparedStatement statement, int from, MerchantId merchant, Node node) throws SQLException {
        statement.setString(from, merchant.value());
        statement.setInt(from + 1, node.type().ordinal());
        statement.setString(from + 2, name(node));
        return from + 3;
    }

    /** A name as the server can keep it: it knows no character zero and no half of a pair. */
    static String name(Node node) {
        String name = node.name();
        return new String(name.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8).replace('\0', '\uFFFD');
    }

    /** How one merchant's graph grows. */
    final class Growth implements GraphListener {
        private final MerchantId merchant;

        /** Where in the batch an edge stands, by its number in the graph. */
        private final Map<Integer, Integer> unwritten = new HashMap<>();

        private boolean muted;

        private Growth(MerchantId merchant) {
            this.merchant = merchant;
        }

        /** While it is muted nothing is noted: what is read is written already. */
        void mute(boolean now) {
            muted = now;
        }

        @Override
        public void met(Node node) {
            if (!muted) {
                nodes.add(new Met(merchant, node));
            }
        }

        @Override
        public void added(int edge, Link link) {
            if (!muted) {
                unwritten.put(edge, edges.size());
                edges.add(new Edge(merchant, link, Link.OPEN));
            }
        }

        @Override
        public void closed(int edge, Link link, long recordedMs) {
            Integer at = unwritten.get(edge);
            if (at != null) {
                edges.set(at, edges.get(at).closed(recordedMs));
            } else if (!muted) {
                closed.add(new Edge(merchant, link, recordedMs));
            }
        }

        @Override
        public void counted(Node from, RelationType relation, Node to, long recordedMs, EdgeStatistics now) {
            if (!muted) {
                figures.add(new Figure(merchant, from, relation, to, recordedMs, now));
            }
        }
    }
}
