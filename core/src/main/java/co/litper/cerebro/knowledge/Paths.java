package co.litper.cerebro.knowledge;

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
 * breadth first from both ends, as every edge costs one step.
 *
 * <p>Bounded: of any node at most {@link #BRANCHES} edges by a relation and a direction are followed, the newest, and a
 * search looks at {@link #MOST_LOOKED_AT} nodes at most; what lies beyond is not found. Among equally short paths the one
 * found first comes first.
 */
final class Paths {
    /** A hub's newest edges stand for the rest. */
    static final int BRANCHES = 64;

    /** A search of this size takes a few milliseconds. */
    static final int MOST_LOOKED_AT = 5_000;

    private static final RelationType[] RELATIONS = RelationType.values();

    private final KnowledgeGraph graph;
    private final PathQuery wanted;

    /** Nodes in order, and the edges between them. */
    private record Path(List<Integer> nodes, List<Integer> edges) {}

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

    /** One side of a search: how far it has come, by which edge each node was reached, and the nodes reached last. */
    private static final class Side {
        final Map<Integer, Integer> cameBy = new HashMap<>();
        final Map<Integer, Integer> steps = new HashMap<>();
        List<Integer> last;

        Side(int start) {
            cameBy.put(start, Edges.NONE);
            steps.put(start, 0);
            last = List.of(start);
        }
    }

    /** The root with the shortest way on to {@code to}, or a path without edges if there is none. */
    private Path remainder(Path root, int to, Set<Integer> taken) {
        int spur = root.nodes.getLast();
        Path none = new Path(List.of(), List.of());
        if (spur == to || root.nodes.contains(to)) {
            return none;
        }
        Side ahead = new Side(spur);
        Side back = new Side(to);
        Set<Integer> closed = new HashSet<>(root.nodes);
        closed.remove(spur);
        int left = wanted.mostSteps() - root.edges.size();
        for (int step = 0; step < left; step++) {
            boolean forward = ahead.last.size() <= back.last.size();
            Side side = forward ? ahead : back;
            int meeting = widened(side, forward ? back : ahead, closed, spur, taken, forward ? to : spur);
            if (meeting != Edges.NONE) {
                return joined(root, spur, meeting, to, ahead, back);
            }
            if (side.last.isEmpty() || ahead.cameBy.size() + back.cameBy.size() > MOST_LOOKED_AT) {
                return none;
            }
        }
        return none;
    }

    /** Takes one step on from all that were reached last; tells where the sides meet with the fewest steps, if they do. */
    private int widened(Side side, Side other, Set<Integer> closed, int spur, Set<Integer> taken, int goal) {
        List<Integer> next = new ArrayList<>();
        int[] best = {Edges.NONE, Integer.MAX_VALUE};
        for (int node : side.last) {
            eachStep(node, (edge, end) -> {
                boolean leavesSpur = (node == spur || end == spur) && taken.contains(edge);
                boolean may = end == goal || wanted.through().contains(graph.typeOf(end));
                if (may && !leavesSpur && !closed.contains(end) && !side.cameBy.containsKey(end)) {
                    int steps = side.steps.getOrDefault(node, 0) + 1;
                    side.cameBy.put(end, edge);
                    side.steps.put(end, steps);
                    next.add(end);
                    int rest = other.steps.getOrDefault(end, Integer.MAX_VALUE);
                    if (rest != Integer.MAX_VALUE && steps + rest < best[1]) {
                        best[0] = end;
                        best[1] = steps + rest;
                    }
                }
            });
        }
        side.last = next;
        return best[0];
    }

    private Path joined(Path root, int spur, int meeting, int to, Side ahead, Side back) {
        List<Integer> nodes = new ArrayList<>();
        List<Integer> edges = new ArrayList<>();
        for (int node = meeting; node != spur; node = otherEnd(edges.getFirst(), node)) {
            nodes.addFirst(node);
            edges.addFirst(ahead.cameBy.getOrDefault(node, Edges.NONE));
        }
        nodes.addAll(0, root.nodes);
        edges.addAll(0, root.edges);
        for (int node = meeting; node != to; ) {
            int edge = back.cameBy.getOrDefault(node, Edges.NONE);
            node = otherEnd(edge, node);
            edges.add(edge);
            nodes.add(node);
        }
        return new Path(List.copyOf(nodes), List.copyOf(edges));
    }

    private int otherEnd(int edge, int node) {
        return graph.edges().from(edge) == node
                ? graph.edges().to(edge)
                : graph.edges().from(edge);
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
