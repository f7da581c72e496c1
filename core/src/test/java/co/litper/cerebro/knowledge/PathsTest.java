package co.litper.cerebro.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PathsTest {
    private static Node node(int i) {
        return new Node(NodeType.GUIDE, "n" + i);
    }

    private static KnowledgeGraph graph(int[][] edges) {
        KnowledgeGraph graph = new KnowledgeGraph();
        for (int[] edge : edges) {
            graph.tell(
                    graph.intern(node(edge[0])),
                    RelationType.SIMILAR_TO,
                    graph.intern(node(edge[1])),
                    new Told(0, 0, 1));
        }
        return graph;
    }

    @Test
    void theShortestPathComesFirstAndNoPathVisitsANodeTwice() {
        KnowledgeGraph graph = graph(new int[][] {{0, 1}, {1, 2}, {0, 3}, {3, 4}, {4, 2}, {1, 4}});
        List<List<Link>> paths = graph.paths(PathQuery.shortest(node(0), node(2), AsOf.NOW, 10));
        assertThat(paths).extracting(List::size).containsExactly(2, 3, 3, 4);
    }

    @Test
    void aPathKeepsToTheRelationsAndKindsThatAreAllowed() {
        KnowledgeGraph graph = graph(new int[][] {{0, 1}, {1, 2}});
        int hub = graph.intern(new Node(NodeType.CITY, "52001"));
        graph.tell(graph.intern(node(0)), RelationType.DELIVERED_TO, hub, new Told(0, 0, 2));
        graph.tell(graph.intern(node(2)), RelationType.DELIVERED_TO, hub, new Told(0, 0, 3));
        assertThat(graph.paths(PathQuery.shortest(node(0), node(2), AsOf.NOW, 5)))
                .hasSize(2);
        PathQuery likeOnly = new PathQuery(
                node(0), node(2), AsOf.NOW, 5, 4, EnumSet.of(RelationType.SIMILAR_TO), EnumSet.allOf(NodeType.class));
        assertThat(graph.paths(likeOnly)).hasSize(1);
        PathQuery citiesOnly = new PathQuery(
                node(0), node(2), AsOf.NOW, 5, 4, EnumSet.allOf(RelationType.class), EnumSet.of(NodeType.CITY));
        assertThat(graph.paths(citiesOnly).getFirst())
                .extracting(Link::relation)
                .containsExactly(RelationType.DELIVERED_TO, RelationType.DELIVERED_TO);
    }

    @Test
    void theLengthsAreThoseOfAllSimplePathsInSmallRandomGraphs() {
        for (long seed = 1; seed <= 200; seed++) {
            Random luck = new Random(seed);
            int nodes = 3 + luck.nextInt(5);
            Set<List<Integer>> pairs = new HashSet<>();
            for (int i = 0; i < nodes + luck.nextInt(6); i++) {
                int a = luck.nextInt(nodes);
                int b = luck.nextInt(nodes);
                if (a != b) {
                    pairs.add(List.of(Math.min(a, b), Math.max(a, b)));
                }
            }
            int[][] edges = pairs.stream()
                    .map(p -> new int[] {p.getFirst(), p.getLast()})
                    .toArray(int[][]::new);
            List<Integer> wanted = new ArrayList<>();
            walk(edges, 0, 1, new HashSet<>(Set.of(0)), wanted);
            wanted.sort(Integer::compare);
            List<Integer> lengths = graph(edges).paths(PathQuery.shortest(node(0), node(1), AsOf.NOW, 100)).stream()
                    .map(List::size)
                    .toList();
            assertThat(lengths)
                    .as("seed %d", seed)
                    .isEqualTo(wanted.stream().limit(100).toList());
        }
    }

    /** Every simple path, by trying all ways: the lengths of those within the longest allowed. */
    private static void walk(int[][] edges, int at, int to, Set<Integer> seen, List<Integer> lengths) {
        if (at == to) {
            lengths.add(seen.size() - 1);
            return;
        }
        if (seen.size() > PathQuery.MOST_STEPS) {
            return;
        }
        for (int[] edge : edges) {
            int next = edge[0] == at ? edge[1] : edge[1] == at ? edge[0] : -1;
            if (next >= 0 && seen.add(next)) {
                walk(edges, next, to, seen, lengths);
                seen.remove(next);
            }
        }
    }
}
