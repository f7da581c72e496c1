package co.litper.cerebro.cluster.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import co.litper.cerebro.knowledge.AsOf;
import co.litper.cerebro.knowledge.GraphQuestions;
import co.litper.cerebro.knowledge.KnowledgeGraph;
import co.litper.cerebro.knowledge.Link;
import co.litper.cerebro.knowledge.Node;
import co.litper.cerebro.knowledge.NodeType;
import co.litper.cerebro.knowledge.PathQuery;
import co.litper.cerebro.knowledge.Pattern;
import co.litper.cerebro.knowledge.RelationType;
import co.litper.cerebro.vocabulary.Carrier;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Holds the answers of one graph to those of the graph in memory. */
final class GraphsAlike {
    private GraphsAlike() {}

    static Set<Node> nodes(GraphQuestions graph) {
        Set<Node> nodes = new LinkedHashSet<>();
        graph.all(AsOf.NOW).forEach(link -> {
            nodes.add(link.from());
            nodes.add(link.to());
        });
        return nodes;
    }

    static void requireSame(String what, GraphQuestions there, KnowledgeGraph memory, List<AsOf> times) {
        Set<Node> nodes = nodes(memory);
        assertThat(nodes).as(what).isNotEmpty();
        for (AsOf at : times) {
            String when = what + " " + at;
            assertThat(there.all(at))
                    .as(when)
                    .isEqualTo(memory.all(at).stream().map(GraphsAlike::kept).toList());
            for (RelationType relation : RelationType.values()) {
                assertThat(told(there.aggregates(relation, at.recordedMs())))
                        .as(when)
                        .isEqualTo(told(memory.aggregates(relation, at.recordedMs())));
            }
            for (Node node : at.equals(AsOf.NOW) ? nodes : someOf(nodes)) {
                assertThat(there.neighbours(node, at, 3))
                        .as("%s %s", when, node)
                        .isEqualTo(memory.neighbours(node, at, 3).stream()
                                .map(GraphsAlike::kept)
                                .toList());
                assertThat(there.twoHops(node, at, 4))
                        .as("%s %s", when, node)
                        .isEqualTo(memory.twoHops(node, at, 4).stream()
                                .map(GraphsAlike::kept)
                                .toList());
            }
        }
        requireSameCounts(what, there, memory, times);
    }

    /** One in three: each takes a statement for every relation and direction. */
    private static List<Node> someOf(Set<Node> nodes) {
        List<Node> all = List.copyOf(nodes);
        List<Node> some = new ArrayList<>();
        for (int i = 0; i < all.size(); i += 3) {
            some.add(all.get(i));
        }
        return some;
    }

    /** As the server can keep it. */
    private static Node kept(Node node) {
        return new Node(node.type(), node.name().replace('\0', '\uFFFD'));
    }

    private static Link kept(Link link) {
        return new Link(
                kept(link.from()),
                link.relation(),
                kept(link.to()),
                link.validFromMs(),
                link.validToMs(),
                link.recordedMs(),
                link.position());
    }

    private static List<GraphQuestions.Aggregate> told(List<GraphQuestions.Aggregate> aggregates) {
        return aggregates.stream()
                .map(a -> new GraphQuestions.Aggregate(kept(a.from()), a.relation(), kept(a.to()), a.figures()))
                .toList();
    }

    private static void requireSameCounts(String what, GraphQuestions there, KnowledgeGraph memory, List<AsOf> times) {
        Node pasto = new Node(NodeType.CITY, "52001");
        Node tcc = new Node(NodeType.CARRIER, Carrier.TCC.code());
        Pattern guides = new Pattern(
                NodeType.GUIDE,
                List.of(
                        new Pattern.Part(RelationType.DELIVERED_TO, pasto),
                        new Pattern.Part(RelationType.SHIPPED_BY, tcc)));
        Pattern none = new Pattern(
                NodeType.GUIDE, List.of(new Pattern.Part(RelationType.DELIVERED_TO, new Node(NodeType.CITY, "99999"))));
        for (AsOf at : times) {
            assertThat(there.count(guides, at)).as("%s %s", what, at).isEqualTo(memory.count(guides, at));
            assertThat(there.count(none, at)).isZero();
            assertThat(there.statistics(tcc, RelationType.SERVES, pasto, at.recordedMs()))
                    .as("%s %s", what, at)
                    .isEqualTo(memory.statistics(tcc, RelationType.SERVES, pasto, at.recordedMs()));
        }
        assertThat(there.contains(tcc)).isEqualTo(memory.contains(tcc));
        assertThat(there.contains(new Node(NodeType.CITY, "99999"))).isFalse();
    }

    static void requireSamePaths(long seed, GraphQuestions there, KnowledgeGraph memory, PathQuery wanted) {
        List<List<Link>> paths = there.paths(wanted);
        List<List<Link>> known = memory.paths(wanted);
        String what = "seed " + seed + " " + wanted;
        assertThat(paths)
                .extracting(List::size)
                .as(what)
                .isEqualTo(known.stream().map(List::size).toList());
        assertThat(paths).as(what).doesNotHaveDuplicates();
        Set<Link> links = new HashSet<>(memory.all(wanted.at()));
        for (List<Link> path : paths) {
            Set<Node> visited = new HashSet<>(Set.of(wanted.from()));
            Node last = wanted.from();
            for (Link link : path) {
                assertThat(links.stream().map(GraphsAlike::kept)).as(what).contains(link);
                assertThat(wanted.relations()).as(what).contains(link.relation());
                last = link.from().equals(kept(last)) ? link.to() : link.from();
                assertThat(visited.add(last)).as(what).isTrue();
                assertThat(last.equals(kept(wanted.to())) || wanted.through().contains(last.type()))
                        .as(what)
                        .isTrue();
            }
            assertThat(last).as(what).isEqualTo(kept(wanted.to()));
        }
        if (known.size() < wanted.most()) {
            assertThat(new HashSet<>(paths))
                    .as(what)
                    .isEqualTo(new HashSet<>(known.stream()
                            .map(path -> path.stream().map(GraphsAlike::kept).toList())
                            .toList()));
        }
    }
}
