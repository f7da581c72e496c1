package co.litper.cerebro.knowledge;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;

/**
 * The k shortest simple paths by Yen, <i>Finding the k shortest loopless paths in a network</i> (Management Science, 1971):
 * each next path leaves a known one at some node and must not leave it as known paths do. The shortest remainder is found
 * breadth first, as every edge costs one step.
 *
 * <p>Bounded: of any node at most {@link #BRANCHES} edges by a relation and a direction are followed, the newest, and a
 * search looks at {@link #MOST_LOOKED_AT} nodes at most; what lies beyond is not found. Among equally short paths the one
 * found first comes first.
 */
final class Paths {
    /** A hub's newest edges stand for the rest. */
    static final int BRANCHES = 256;

    /** A search of this size takes some milliseconds. */
    static final int MOST_LOOKED_AT = 50_000;

    private static final RelationType[] RELATIONS = RelationType.values();

    private final KnowledgeGraph graph;
    private final PathQuery wanted;

    /** Nodes in order, and the edges between them. */
    private record Path(List<Integer> nodes, List<Integer> edges) {}

    /** A node to go on from, and how many edges lead there. */
    private record Step(int node, int steps) {}

    private record Candidate(Path path, int order) {}

    Paths(KnowledgeGraph graph, PathQuery wanted) {
        this.graph = graph;
        this.wanted = wanted;
    }

    List<List<Link>> between(int from, int to) {
        List<Path> found = new ArrayList<>();
        Set<List<Integer>> seen = new HashSet<>();
        PriorityQueue<Candidate> candidates = new PriorityQueue<>((a, b) -> {
            int byLength = Integer.compare(a.path.edges.size(), b.path.edges.size());
            return byLength != 0 ? byLength : Integer.compare(a.order, b.order);
        });
        offer(remainder(new Path(List.of(from), List.of()), to, Set.of()), candidates, seen);
        while (found.size() < wanted.most() && !candidates.isEmpty()) {
            Path next = candidates.remove().path;
            found.add(next);
            for (int i = 0; i < next.edges.size(); i++) {
                Path root = new Path(next.nodes.subList(0, i + 1), next.edges.subList(0, i));
                offer(remainder(root, to, takenAfter(root, found)), candidates, seen);
            }
        }
        return found.stream()
                .map(path -> path.edges.stream().map(graph::link).toList())
                .toList();
    }

    private static void offer(Path path, PriorityQueue<Candidate> candidates, Set<List<Integer>> seen) {
        if (!path.edges.isEmpty() && seen.add(path.edges)) {
            candidates.add(new Candidate(path, seen.size()));
        }
    }

    /** The edges by which known paths go on after {@code root}. */
    private static Set<Integer> takenAfter(Path root, List<Path> known) {
        int at = root.edges.size();
        Set<Integer> taken = new HashSet<>();
        for (Path path : known) {
            if (path.edges.size() > at && path.edges.subList(0, at).equals(root.edges)) {
                taken.add(path.edges.get(at));
            }
        }
        return taken;
    }

    /** The root with the shortest way on to {@code to}, or a path without edges if there is none. */
    private Path remainder(Path root, int to, Set<Integer> taken) {
        int spur = root.nodes.getLast();
        Map<Integer, Integer> cameBy = new HashMap<>();
        root.nodes.forEach(node -> cameBy.put(node, Edges.NONE));
        ArrayDeque<Step> open = new ArrayDeque<>(List.of(new Step(spur, root.edges.size())));
        while (!open.isEmpty() && cameBy.size() < MOST_LOOKED_AT && !cameBy.containsKey(to)) {
            Step step = open.remove();
            int node = step.node;
            int next = step.steps + 1;
            if (next <= wanted.mostSteps()) {
                eachStep(node, (edge, end) -> {
                    boolean free = !cameBy.containsKey(end) && !(node == spur && taken.contains(edge));
                    if (free && (end == to || wanted.through().contains(graph.typeOf(end)))) {
                        cameBy.put(end, edge);
                        open.add(new Step(end, next));
                    }
                });
            }
        }
        return cameBy.containsKey(to) && to != spur ? joined(root, to, cameBy) : new Path(List.of(), List.of());
    }

    private Path joined(Path root, int to, Map<Integer, Integer> cameBy) {
        List<Integer> nodes = new ArrayList<>();
        List<Integer> edges = new ArrayList<>();
        int spur = root.nodes.getLast();
        int node = to;
        while (node != spur) {
            int edge = cameBy.getOrDefault(node, Edges.NONE);
            nodes.addFirst(node);
            edges.addFirst(edge);
            node = graph.edges().from(edge) == node
                    ? graph.edges().to(edge)
                    : graph.edges().from(edge);
        }
        nodes.addAll(0, root.nodes);
        edges.addAll(0, root.edges);
        return new Path(List.copyOf(nodes), List.copyOf(edges));
    }

    private interface StepVisitor {
        void visit(int edge, int end);
    }

    private void eachStep(int node, StepVisitor visitor) {
        for (RelationType relation : RELATIONS) {
            if (wanted.relations().contains(relation)) {
                for (Way way : Way.values()) {
                    graph.eachEdge(node, relation, way, wanted.at(), BRANCHES, edge -> {
                        visitor.visit(edge, graph.edges().end(edge, way));
                    });
                }
            }
        }
    }
}
