package co.litper.cerebro.cluster.postgres;

import co.litper.cerebro.adapters.sql.Session;
import co.litper.cerebro.knowledge.AsOf;
import co.litper.cerebro.knowledge.PathQuery;
import co.litper.cerebro.knowledge.RelationType;
import co.litper.cerebro.knowledge.Way;
import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.postgresql.PGStatement;

/**
 * Walks along edges by recursive statements ({@code WITH RECURSIVE}, SQL:1999), which go one step of all walks at a time. Of any node
 * a limited number of edges by a relation and a direction is followed, the newest. Stateless.
 */
final class GraphWalk {
    /** No node has this id. */
    static final long NOBODY = -1;

    /** An edge that was known at a point on both clocks; see {@link #known} for its parameters. */
    static final String KNOWN = "e.recorded_from <= ? AND e.recorded_to > ? AND (? OR (e.valid_from <= ? AND e.valid_to > ?))";

    /** A hub's newest edges stand for the rest, as they do in memory. */
    private static final int BRANCHES = 64;

    /** Walks that one search makes at the most: some hundred milliseconds. */
    private static final int MOST_WALKS = 50_000;

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

    /** How far nodes are from the goal, the nearest first as far as the bound reaches; only those through which a path may go. */
    private static final String NEAR = """
            WITH RECURSIVE walk(last, steps) AS (
              SELECT ?::bigint, 0
              UNION
              SELECT s.next, w.steps + 1 FROM walk w JOIN node n ON n.id = w.last, %s
              WHERE w.steps < ? AND w.last <> ? AND (w.last = ? OR n.type = ANY(?::int[])))
            SELECT f.last, min(f.steps) FROM (SELECT last, steps FROM walk LIMIT %d) f JOIN node n ON n.id = f.last
            WHERE f.last = ? OR f.last = ? OR n.type = ANY(?::int[]) GROUP BY f.last
            """.formatted(STEPS, MOST_WALKS);

    /** Simple walks that end at the goal after exactly so many steps; a walk too far from it for that is not gone on with. */
    private static final String PATHS = """
            WITH RECURSIVE walk(last, nodes, edges, steps) AS (
              SELECT ?::bigint, ARRAY[?::bigint], ARRAY[]::bigint[], 0
              UNION ALL
              SELECT s.next, w.nodes || s.next, w.edges || s.id, w.steps + 1
              FROM walk w, %s, unnest(?::bigint[], ?::int[]) AS near(id, steps)
              WHERE w.last <> ? AND near.id = s.next AND w.steps + 1 + near.steps <= ? AND s.next <> ALL(w.nodes))
            SELECT edges FROM (SELECT last, edges, steps FROM walk LIMIT %d) found
            WHERE last = ? AND steps = ? ORDER BY edges LIMIT ?
            """.formatted(STEPS, MOST_WALKS);

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
        Map<Long, Integer> near = near(session, from, to, wanted);
        int steps = near.getOrDefault(from, Integer.MAX_VALUE);
        while (steps <= wanted.mostSteps() && found.size() < wanted.most()) {
            found.addAll(ofLength(session, from, to, wanted, near, steps, wanted.most() - found.size()));
            steps++;
        }
        return found;
    }

    private static Map<Long, Integer> near(Session session, long from, long to, PathQuery wanted) throws SQLException {
        Array through = session.connection()
                .createArrayOf("int4", ordinals(wanted.through()).toArray());
        Object[] relations = ordinals(wanted.relations()).toArray();
        PreparedStatement statement = session.statement(NEAR);
        statement.setLong(1, to);
        int next = steps(session, statement, 2, relations, wanted.at(), BRANCHES);
        statement.setInt(next++, wanted.mostSteps());
        statement.setLong(next++, from);
        statement.setLong(next++, to);
        statement.setArray(next++, through);
        statement.setLong(next++, from);
        statement.setLong(next++, to);
        statement.setArray(next, through);
        Map<Long, Integer> near = new HashMap<>();
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                near.put(rows.getLong(1), rows.getInt(2));
            }
        }
        return near;
    }

    private static List<List<Long>> ofLength(
            Session session, long from, long to, PathQuery wanted, Map<Long, Integer> near, int length, int most)
            throws SQLException {
        Object[] relations = ordinals(wanted.relations()).toArray();
        PreparedStatement statement = session.statement(PATHS);
        // Planned anew for the arrays of each call: how long they are decides how they are joined.
        statement.unwrap(PGStatement.class).setPrepareThreshold(0);
        statement.setLong(1, from);
        statement.setLong(2, from);
        int next = steps(session, statement, 3, relations, wanted.at(), BRANCHES);
        statement.setArray(
                next++, session.connection().createArrayOf("int8", near.keySet().toArray()));
        statement.setArray(
                next++, session.connection().createArrayOf("int4", near.values().toArray()));
        statement.setLong(next++, to);
        statement.setInt(next++, length);
        statement.setLong(next++, to);
        statement.setInt(next++, length);
        statement.setInt(next, most);
        List<List<Long>> found = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                found.add(List.of((Long[]) rows.getArray(1).getArray()));
            }
        }
        return found;
    }
}
