package co.litper.cerebro.cluster.postgres;

import co.litper.cerebro.adapters.sql.Session;
import co.litper.cerebro.knowledge.AsOf;
import co.litper.cerebro.knowledge.EdgeStatistics;
import co.litper.cerebro.knowledge.GraphQuestions;
import co.litper.cerebro.knowledge.Link;
import co.litper.cerebro.knowledge.Node;
import co.litper.cerebro.knowledge.NodeType;
import co.litper.cerebro.knowledge.PathQuery;
import co.litper.cerebro.knowledge.Pattern;
import co.litper.cerebro.knowledge.RelationType;
import co.litper.cerebro.knowledge.Way;
import co.litper.cerebro.vocabulary.MerchantId;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The questions to one merchant's graph, each one statement; what takes more than one step is recursive. Thread-safe. */
final class GraphAnswers implements GraphQuestions {
    private static final RelationType[] RELATIONS = RelationType.values();
    private static final NodeType[] TYPES = NodeType.values();

    private static final String LINK = "SELECT s.type, s.name, e.relation, t.type, t.name, e.valid_from, e.valid_to,"
            + " e.recorded_from, e.position FROM edge e JOIN node s ON s.id = e.source JOIN node t ON t.id = e.target";
    private static final String FIND = "SELECT id FROM node WHERE merchant = ? AND type = ? AND name = ?";
    private static final String OUT =
            LINK + " WHERE e.source = ? AND e.relation = ? AND " + GraphWalk.KNOWN + " ORDER BY e.id DESC LIMIT ?";
    private static final String IN =
            LINK + " WHERE e.target = ? AND e.relation = ? AND " + GraphWalk.KNOWN + " ORDER BY e.id DESC LIMIT ?";
    private static final String ALL = LINK + " WHERE s.merchant = ? AND " + GraphWalk.KNOWN + " ORDER BY e.id";
    private static final String FIGURES = " n, promised, late, returned, issues, timed, days, days_squared";
    private static final String FIGURE =
            "SELECT" + FIGURES + " FROM figure WHERE source = ? AND relation = ? AND target = ?"
                    + " AND recorded <= ? ORDER BY id DESC LIMIT 1";
    private static final String AGGREGATES = "SELECT s.type, s.name, t.type, t.name," + FIGURES + " FROM ("
            + "SELECT DISTINCT ON (source, target) *, min(id) OVER (PARTITION BY source, target) AS first FROM figure"
            + " WHERE relation = ? AND recorded <= ? ORDER BY source, target, id DESC) f"
            + " JOIN node s ON s.id = f.source JOIN node t ON t.id = f.target"
            + " WHERE s.merchant = ? AND n > 0 ORDER BY f.first";
    private static final String FITS =
            "SELECT 1 FROM edge e WHERE e.source = n.id AND e.relation = ? AND e.target = ? AND " + GraphWalk.KNOWN;

    private final Connections connections;
    private final MerchantId merchant;

    GraphAnswers(Connections connections, MerchantId merchant) {
        this.connections = connections;
        this.merchant = merchant;
    }

    @Override
    public boolean contains(Node node) {
        return connections.read(session -> find(session, node) != GraphWalk.NOBODY);
    }

    private long find(Session session, Node node) throws SQLException {
        PreparedStatement statement = session.statement(FIND);
        statement.setString(1, merchant.value());
        statement.setInt(2, node.type().ordinal());
        statement.setString(3, GraphBatch.name(node));
        try (ResultSet rows = statement.executeQuery()) {
            return rows.next() ? rows.getLong(1) : GraphWalk.NOBODY;
        }
    }

    @Override
    public List<Link> neighbours(Node node, RelationType relation, Way way, AsOf at, int limit) {
        return connections.read(session -> neighbours(session, find(session, node), relation, way, at, limit));
    }

    @Override
    public List<Link> neighbours(Node node, AsOf at, int limit) {
        return connections.read(session -> {
            long id = find(session, node);
            List<Link> found = new ArrayList<>();
            for (RelationType relation : RELATIONS) {
                for (Way way : Way.values()) {
                    found.addAll(neighbours(session, id, relation, way, at, limit));
                }
            }
            return found;
        });
    }

    private static List<Link> neighbours(Session session, long node, RelationType relation, Way way, AsOf at, int limit)
            throws SQLException {
        PreparedStatement statement = session.statement(
                switch (way) {
                    case OUT -> OUT;
                    case IN -> IN;
                });
        statement.setLong(1, node);
        statement.setInt(2, relation.ordinal());
        statement.setInt(GraphWalk.known(statement, 3, at), limit);
        return links(statement);
    }

    private static List<Link> links(PreparedStatement statement) throws SQLException {
        List<Link> found = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                found.add(link(rows));
            }
        }
        return found;
    }

    private static Link link(ResultSet rows) throws SQLException {
        return new Link(
                node(rows, 1),
                RELATIONS[rows.getInt(3)],
                node(rows, 4),
                rows.getLong(6),
                rows.getLong(7),
                rows.getLong(8),
                rows.getLong(9));
    }

    private static Node node(ResultSet rows, int from) throws SQLException {
        return new Node(TYPES[rows.getInt(from)], rows.getString(from + 1));
    }

    @Override
    public List<Node> twoHops(Node node, AsOf at, int limit) {
        return connections.read(session -> {
            List<Node> found = new ArrayList<>();
            PreparedStatement statement = GraphWalk.twoHops(session, find(session, node), at, limit);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(node(rows, 1));
                }
            }
            return found;
        });
    }

    @Override
    public EdgeStatistics statistics(Node from, RelationType relation, Node to, long recordedMs) {
        return connections.read(session -> {
            long source = find(session, from);
            long target = find(session, to);
            PreparedStatement statement = session.statement(FIGURE);
            statement.setLong(1, source);
            statement.setInt(2, relation.ordinal());
            statement.setLong(3, target);
            statement.setLong(4, recordedMs);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? figures(rows, 1) : EdgeStatistics.NOTHING;
            }
        });
    }

    @Override
    public List<Aggregate> aggregates(RelationType relation, long recordedMs) {
        return connections.read(session -> {
            PreparedStatement statement = session.statement(AGGREGATES);
            statement.setInt(1, relation.ordinal());
            statement.setLong(2, recordedMs);
            statement.setString(3, merchant.value());
            List<Aggregate> found = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(new Aggregate(node(rows, 1), relation, node(rows, 3), figures(rows, 5)));
                }
            }
            return found;
        });
    }

    private static EdgeStatistics figures(ResultSet rows, int from) throws SQLException {
        return new EdgeStatistics(
                rows.getLong(from),
                rows.getLong(from + 1),
                rows.getLong(from + 2),
                rows.getLong(from + 3),
                rows.getLong(from + 4),
                rows.getLong(from + 5),
                rows.getDouble(from + 6),
                rows.getDouble(from + 7));
    }

    @Override
    public long count(Pattern pattern, AsOf at) {
        return connections.read(session -> {
            List<Pattern.Part> parts = pattern.parts();
            String sql = "SELECT count(*) FROM node n WHERE n.merchant = ? AND n.type = ?"
                    + (" AND EXISTS (" + FITS + ")").repeat(parts.size());
            PreparedStatement statement = session.statement(sql);
            statement.setString(1, merchant.value());
            statement.setInt(2, pattern.subject().ordinal());
            int next = 3;
            for (Pattern.Part part : parts) {
                statement.setInt(next, part.relation().ordinal());
                statement.setLong(next + 1, find(session, part.node()));
                next = GraphWalk.known(statement, next + 2, at);
            }
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? rows.getLong(1) : 0L;
            }
        });
    }

    @Override
    public List<List<Link>> paths(PathQuery wanted) {
        return connections.read(session -> {
            long from = find(session, wanted.from());
            long to = find(session, wanted.to());
            List<List<Link>> found = new ArrayList<>();
            for (List<Long> edges : GraphWalk.paths(session, from, to, wanted)) {
                found.add(links(session, edges));
            }
            return found;
        });
    }

    private static List<Link> links(Session session, List<Long> edges) throws SQLException {
        List<Link> found = new ArrayList<>();
        PreparedStatement statement = session.statement(LINK + " WHERE e.id = ?");
        for (long edge : edges) {
            statement.setLong(1, edge);
            found.addAll(links(statement));
        }
        return found;
    }

    @Override
    public List<Link> all(AsOf at) {
        return connections.read(session -> {
            PreparedStatement statement = session.statement(ALL);
            statement.setString(1, merchant.value());
            GraphWalk.known(statement, 2, at);
            return links(statement);
        });
    }
}
