package co.litper.cerebro.cluster.postgres;

import co.litper.cerebro.adapters.sql.Session;
import co.litper.cerebro.knowledge.AsOf;
import co.litper.cerebro.knowledge.PathQuery;
import co.litper.cerebro.knowledge.RelationType;
import co.litper.cerebro.knowledge.Way;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Walks along edges by recursive statements ({@code WITH RECURSIVE}, SQL:1999), which go one step of all walks at a time. Of any node
 * a limited number of edges by a relation and a direction is followed, the newest. Stateless.
 */
final class GraphWalk {
    /** No node has this id. */
    static final long NOBODY = -1;

    /** An edge that was known at a point on both clocks; see {@link #known} for its parameters. */
    static final String KNOWN =
            "e.recorded_from <= ? AND e.recorded_to > ? AND (? OR (e.valid_from <= ? AND e.valid_to > ?))";

    /** A hub's newest edges stand for the rest, as they do in memory. */
    private static final int BRANCHES = 64;

    /** Walks from each end of a path that one search makes at the most: some hundred milliseconds. */
    private static final int MOST_WALKS = 20_000;

    /**
     * The steps that may be taken from {@code w.last}: relation, way, edge and where it leads. Parameters: the relations, then, for
     * edges that go out and for those that come in, those of {@link #KNOWN} and the limit.
     */
    private static final String STEPS = """
            LATERAL (
              SELECT r.relation, r.ordinal, x.way, x.id, x.next FROM unnest(?::int[]) WITH ORDINALITY AS r(relation, ordinal),
              LATERAL (
                (SELECT 0 AS way, e.id, e.target AS next FROM edge e
                  WHERE e.source = w.last AND e.relation = r.relation AND %1$s ORDER BY e.id DESC LIMIT ?)
                UNION ALL
                (SELECT 1, e.id, e.source FROM edge e
                  WHERE e.target = w.last AND e.relation = r.relation AND %1$s ORDER BY e.id DESC LIMIT ?)) x) s
            """.formatted(KNOWN);

    /** In the order in which they are met: by relation, out before in, the newest first, along both steps. */
    private static final String TWO_HOPS = """
            WITH RECURSIVE walk(last, steps, met) AS (
              SELECT ?::bigint, 0, ARRAY[]::bigint[]
              UNION ALL
              SELECT s.next, w.steps + 1, w.met || ARRAY[s.ordinal, s.way, -s.id]::bigint[] FROM walk w, %s
              WHERE w.steps < 2)
            SELECT n.type, n.name FROM (SELECT last, min(steps) AS nearest, min(met) AS first FROM walk GROUP BY last) f
            JOIN node n ON n.id = f.last WHERE f.nearest = 2 ORDER BY f.first
            """.formatted(STEPS);

    /** Simple walks from one end of a path, so many steps long or shorter, none of which goes on beyond the other end. */
    private static final String WALKS = """
            %2$s(last, nodes, edges, steps) AS (
              SELECT ?::bigint, ARRAY[?::bigint], ARRAY[]::bigint[], 0
              UNION ALL
              SELECT s.next, w.nodes || s.next, w.edges || s.id, w.steps + 1 FROM %2$s w, %1$s, node n
              WHERE w.steps < ? AND w.last <> ? AND s.next <> ALL(w.nodes)
                AND n.id = s.next AND (s.next = ? OR n.type = ANY(?::int[])))""";

    /** Paths of one length: walks from both ends that meet in the middle and nowhere else. */
    private static final String PATHS = "WITH RECURSIVE " + WALKS.formatted(STEPS, "ahead") + ", "
            + WALKS.formatted(STEPS, "back")
            + " SELECT a.edges, b.edges FROM (SELECT * FROM ahead LIMIT " + MOST_WALKS + ") a"
            + " JOIN (SELECT * FROM back LIMIT " + MOST_WALKS + ") b ON a.last = b.last"
            + " WHERE a.steps = ? AND b.steps = ? AND NOT a.nodes[1:a.steps] && b.nodes"
            + " ORDER BY a.edges, b.edges LIMIT ?";

    private static final Object[] ALL_RELATIONS =
            ordinals(List.of(RelationType.values())).toArray();

    private GraphWalk() {}

    /**
     * Binds the parameters of {@link #KNOWN}.
     *
     * @return the parameter behind them
     */
    static int known(PreparedStatement statement, int from, AsOf at) throws SQLException {
        statement.setLong(from, at.recordedMs());
        statement.setLong(from + 1, at.recordedMs());
        statement.setBoolean(from + 2, at.validMs() == AsOf.EVER);
        statement.setLong(from + 3, at.validMs());
        statement.setLong(from + 4, at.validMs());
        return from + 5;
    }

    private static int steps(
            Session session, PreparedStatement statement, int from, Object[] relations, AsOf at, int limit)
            throws SQLException {
        statement.setArray(from, session.connection().createArrayOf("int4", relations));
        int next = from + 1;
        for (Way _ : Way.values()) {
            next = known(statement, next, at);
            statement.setInt(next++, limit);
        }
        return next;
    }

    private static List<Integer> ordinals(Collection<? extends Enum<?>> values) {
        return values.stream().map(Enum::ordinal).sorted().toList();
    }

    /** Asks for type and name of the nodes two steps from {@code start}. */
    static PreparedStatement twoHops(Session session, long start, AsOf at, int limit) throws SQLException {
        PreparedStatement statement = session.statement(TWO_HOPS);
        statement.setLong(1, start);
        steps(session, statement, 2, ALL_RELATIONS, at, limit);
        return statement;
    }

    /** The edges of the paths that are wanted, the shortest paths first. */
    static List<List<Long>> paths(Session session, long from, long to, PathQuery wanted) throws SQLException {
        List<List<Long>> found = new ArrayList<>();
        if (from == NOBODY || to == NOBODY || from == to) {
            return found;
        }
        for (int steps = 1; steps <= wanted.mostSteps() && found.size() < wanted.most(); steps++) {
            found.addAll(ofLength(session, from, to, wanted, steps, wanted.most() - found.size()));
        }
        return found;
    }

    private static List<List<Long>> ofLength(
            Session session, long from, long to, PathQuery wanted, int length, int most) throws SQLException {
        int back = length / 2;
        int ahead = length - back;
        PreparedStatement statement = session.statement(PATHS);
        int next = walks(session, statement, 1, from, to, ahead, wanted);
        next = walks(session, statement, next, to, from, back, wanted);
        statement.setInt(next, ahead);
        statement.setInt(next + 1, back);
        statement.setInt(next + 2, most);
        List<List<Long>> found = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                List<Long> edges = new ArrayList<>(edges(rows, 1));
                edges.addAll(edges(rows, 2).reversed());
                found.add(edges);
            }
        }
        return found;
    }

    private static int walks(
            Session session, PreparedStatement statement, int at, long from, long to, int most, PathQuery wanted)
            throws SQLException {
        statement.setLong(at, from);
        statement.setLong(at + 1, from);
        Object[] relations = ordinals(wanted.relations()).toArray();
        int next = steps(session, statement, at + 2, relations, wanted.at(), BRANCHES);
        statement.setInt(next, most);
        statement.setLong(next + 1, to);
        statement.setLong(next + 2, to);
        Object[] through = ordinals(wanted.through()).toArray();
        statement.setArray(next + 3, session.connection().createArrayOf("int4", through));
        return next + 4;
    }

    private static List<Long> edges(ResultSet rows, int column) throws SQLException {
        return List.of((Long[]) rows.getArray(column).getArray());
    }
}
