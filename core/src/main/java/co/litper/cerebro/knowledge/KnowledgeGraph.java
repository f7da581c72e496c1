package co.litper.cerebro.knowledge;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A merchant's knowledge on two clocks: when something held (valid) and when that became known (recorded). Built by {@link
 * GraphProjection}; the same log gives the same graph.
 *
 * <p>An edge is some 90 bytes in flat arrays; millions fit in a few hundred megabytes. Reading a node's edges costs their
 * number, finding where to begin at a recorded time its logarithm. Not thread-safe: one owner writes and reads it, or it is
 * no longer written.
 */
public final class KnowledgeGraph implements GraphQuestions {
    private final Nodes nodes = new Nodes();
    private final Edges edges = new Edges();
    private final Aggregates aggregates = new Aggregates();
    private final GraphListener listener;

    /** An empty graph. */
    public KnowledgeGraph() {
        this(GraphListener.NONE);
    }

    /** An empty graph that tells how it grows. */
    KnowledgeGraph(GraphListener listener) {
        this.listener = listener;
    }

    /** How many nodes were ever mentioned. */
    public int nodeCount() {
        return nodes.count();
    }

    /** How many edges were ever known, those known better since included. */
    public int edgeCount() {
        return edges.count();
    }

    @Override
    public boolean contains(Node node) {
        return nodes.find(node) != LongIndex.NONE;
    }

    @Override
    public List<Link> neighbours(Node node, RelationType relation, Way way, AsOf at, int limit) {
        List<Link> found = new ArrayList<>();
        int id = nodes.find(node);
        if (id != LongIndex.NONE) {
            eachEdge(id, relation, way, at, limit, edge -> found.add(link(edge)));
        }
        return found;
    }

    @Override
    public List<Link> neighbours(Node node, AsOf at, int limit) {
        List<Link> found = new ArrayList<>();
        for (RelationType relation : RelationType.values()) {
            for (Way way : Way.values()) {
                found.addAll(neighbours(node, relation, way, at, limit));
            }
        }
        return found;
    }

    @Override
    public List<Node> twoHops(Node node, AsOf at, int limit) {
        int start = nodes.find(node);
        if (start == LongIndex.NONE) {
            return List.of();
        }
        Set<Integer> near = new HashSet<>(Set.of(start));
        List<Integer> first = new ArrayList<>();
        eachNeighbour(start, at, limit, end -> {
            if (near.add(end)) {
                first.add(end);
            }
        });
        List<Node> second = new ArrayList<>();
        for (int middle : first) {
            eachNeighbour(middle, at, limit, end -> {
                if (near.add(end)) {
                    second.add(nodes.at(end));
                }
            });
        }
        return second;
    }

    @Override
    public EdgeStatistics statistics(Node from, RelationType relation, Node to, long recordedMs) {
        int source = nodes.find(from);
        int target = nodes.find(to);
        return source == LongIndex.NONE || target == LongIndex.NONE
                ? EdgeStatistics.NOTHING
                : aggregates.at(source, relation, target, recordedMs);
    }

    @Override
    public List<Aggregate> aggregates(RelationType relation, long recordedMs) {
        List<Aggregate> found = new ArrayList<>();
        for (long[] key : aggregates.keys()) {
            if (key[1] == relation.ordinal()) {
                EdgeStatistics figures = aggregates.at((int) key[0], relation, (int) key[2], recordedMs);
                if (figures.n() > 0) {
                    found.add(new Aggregate(nodes.at((int) key[0]), relation, nodes.at((int) key[2]), figures));
                }
            }
        }
        return found;
    }

    /** Cost: the edges of the part with the fewest, times those of each node that fits it. */
    @Override
    public long count(Pattern pattern, AsOf at) {
        List<int[]> parts = new ArrayList<>();
        for (Pattern.Part part : pattern.parts()) {
            int node = nodes.find(part.node());
            if (node == LongIndex.NONE) {
                return 0;
            }
            int newest = edges.newest(node, part.relation(), Way.IN, at.recordedMs());
            parts.add(new int[] {node, part.relation().ordinal(), edges.degree(newest, Way.IN)});
        }
        parts.sort((a, b) -> Integer.compare(a[2], b[2]));
        int[] rarest = parts.getFirst();
        Set<Integer> fitting = new HashSet<>();
        eachEdge(rarest[0], RelationType.values()[rarest[1]], Way.IN, at, Integer.MAX_VALUE, edge -> {
            int subject = edges.from(edge);
            if (nodes.type(subject) == pattern.subject()
                    && parts.stream().skip(1).allMatch(part -> hasEdge(subject, part, at))) {
                fitting.add(subject);
            }
        });
        return fitting.size();
    }

    private boolean hasEdge(int subject, int[] part, AsOf at) {
        boolean[] found = new boolean[1];
        eachEdge(subject, RelationType.values()[part[1]], Way.OUT, at, Integer.MAX_VALUE, edge -> {
            found[0] |= edges.to(edge) == part[0];
        });
        return found[0];
    }

    @Override
    public List<List<Link>> paths(PathQuery wanted) {
        int from = nodes.find(wanted.from());
        int to = nodes.find(wanted.to());
        return from == LongIndex.NONE || to == LongIndex.NONE ? List.of() : new Paths(this, wanted).between(from, to);
    }

    @Override
    public List<Link> all(AsOf at) {
        List<Link> found = new ArrayList<>();
        for (int edge = 0; edge < edges.count(); edge++) {
            if (edges.isKnown(edge, at)) {
                found.add(link(edge));
            }
        }
        return found;
    }

    interface EdgeVisitor {
        void visit(int edge);
    }

    interface NodeVisitor {
        void visit(int node);
    }

    void eachEdge(int node, RelationType relation, Way way, AsOf at, int limit, EdgeVisitor visitor) {
        int seen = 0;
        int edge = edges.newest(node, relation, way, at.recordedMs());
        while (edge != Edges.NONE && seen < limit) {
            if (edges.isKnown(edge, at)) {
                visitor.visit(edge);
                seen++;
            }
            edge = edges.before(edge, way);
        }
    }

    private void eachNeighbour(int node, AsOf at, int limit, NodeVisitor visitor) {
        for (RelationType relation : RelationType.values()) {
            for (Way way : Way.values()) {
                eachEdge(node, relation, way, at, limit, edge -> visitor.visit(edges.end(edge, way)));
            }
        }
    }

    Link link(int edge) {
        return new Link(
                nodes.at(edges.from(edge)),
                edges.relation(edge),
                nodes.at(edges.to(edge)),
                edges.validFrom(edge),
                edges.validTo(edge),
                edges.recordedFrom(edge),
                edges.position(edge));
    }

    Edges edges() {
        return edges;
    }

    Node node(int id) {
        return nodes.at(id);
    }

    NodeType typeOf(int node) {
        return nodes.type(node);
    }

    int intern(Node node) {
        int known = nodes.count();
        int id = nodes.intern(node);
        if (id >= Aggregates.MOST_NODES) {
            throw new IllegalStateException("a graph holds at most " + Aggregates.MOST_NODES
                    + " nodes. Maybe it is time to forget guides that ended long ago.");
        }
        if (id == known) {
            listener.met(node);
        }
        return id;
    }

    /** Told that {@code from} is related to {@code to} since {@code validMs}; told again, or later, it changes nothing. */
    void tell(int from, RelationType relation, int to, Told told) {
        int known = current(from, relation, to);
        if (known == Edges.NONE) {
            add(from, relation, to, told.validMs(), Link.OPEN, told.recordedMs(), told.position());
        } else if (told.validMs() < edges.validFrom(known)) {
            close(known, told.recordedMs());
            add(from, relation, to, told.validMs(), edges.validTo(known), told.recordedMs(), told.position());
        }
    }

    /**
     * Told that the one thing to which {@code from} is so related is {@code to} since {@code validMs}. What was believed of
     * that time on ends there; what is known to have begun later stays.
     */
    void become(int from, RelationType relation, int to, Told told) {
        int current = current(from, relation, Edges.NONE);
        if (current == Edges.NONE || edges.to(current) == to) {
            tell(from, relation, to, told);
            return;
        }
        long began = edges.validFrom(current);
        if (told.validMs() < began) {
            if (!isTold(from, relation, told.validMs())) {
                add(from, relation, to, told.validMs(), began, told.recordedMs(), told.position());
            }
            return;
        }
        close(current, told.recordedMs());
        if (told.validMs() > began) {
            add(from, relation, edges.to(current), began, told.validMs(), told.recordedMs(), edges.position(current));
        }
        add(from, relation, to, told.validMs(), Link.OPEN, told.recordedMs(), told.position());
    }

    private boolean isTold(int from, RelationType relation, long validMs) {
        boolean[] found = new boolean[1];
        AsOf at = new AsOf(validMs, Long.MAX_VALUE - 1);
        eachEdge(from, relation, Way.OUT, at, 1, edge -> found[0] = true);
        return found[0];
    }

    /** The open edge by all that is known, to {@code to} or, if that is {@link Edges#NONE}, to anything. */
    private int current(int from, RelationType relation, int to) {
        int edge = edges.newest(from, relation, Way.OUT, Long.MAX_VALUE - 1);
        while (edge != Edges.NONE) {
            boolean fits = to == Edges.NONE ? edges.validTo(edge) == Link.OPEN : edges.to(edge) == to;
            if (fits && edges.isKnown(edge, AsOf.NOW)) {
                return edge;
            }
            edge = edges.before(edge, Way.OUT);
        }
        return Edges.NONE;
    }

    private void add(
            int from, RelationType relation, int to, long validFromMs, long validToMs, long recordedMs, long at) {
        int edge = edges.add(from, relation, to, validFromMs, validToMs, recordedMs, at);
        if (listener != GraphListener.NONE) {
            listener.added(edge, link(edge));
        }
    }

    private void close(int edge, long recordedMs) {
        edges.close(edge, recordedMs);
        if (listener != GraphListener.NONE) {
            listener.closed(edge, link(edge), recordedMs);
        }
    }

    void count(int from, RelationType relation, int to, long recordedMs, Ended ended, int sign) {
        EdgeStatistics now = aggregates.at(from, relation, to, Long.MAX_VALUE).plus(sign, ended);
        aggregates.add(from, relation, to, recordedMs, now);
        if (listener != GraphListener.NONE) {
            listener.counted(nodes.at(from), relation, nodes.at(to), recordedMs, now);
        }
    }
}
