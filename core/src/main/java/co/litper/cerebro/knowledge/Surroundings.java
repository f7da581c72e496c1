package co.litper.cerebro.knowledge;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A small part of a graph, to be looked at: some nodes, what is tied to them, and the ties among all of these.
 *
 * @param centres the nodes that it is about, those that the graph knows, at most {@value #MOST_CENTRES}
 * @param others what is tied to them, those with figures first, at most {@value #MOST_OTHERS}; single guides, orders and customers
 *     of a city, a carrier and the like only where that is the one centre
 * @param links edges among them, newest first for each centre
 * @param aggregates aggregated edges among them, those that rest on most guides first
 */
public record Surroundings(
        List<Node> centres, List<Node> others, List<Link> links, List<KnowledgeGraph.Aggregate> aggregates) {
    /** Centres that a person can keep apart. */
    public static final int MOST_CENTRES = 6;
    /** Nodes around them that still have room for their names. */
    public static final int MOST_OTHERS = 24;

    /** Aggregated edges followed from a centre. */
    private static final int MOST_AGGREGATES = 10;
    /** Edges followed from a centre by one relation, one way. */
    private static final int MOST_LINKS = 4;

    private static final List<RelationType> AGGREGATED =
            List.of(RelationType.SERVES, RelationType.EXPERIENCED, RelationType.SOLVED_BY);

    public Surroundings {
        centres = List.copyOf(centres);
        others = List.copyOf(others);
        links = List.copyOf(links);
        aggregates = List.copyOf(aggregates);
    }

    /** What surrounds {@code wanted}. Cost: the aggregated edges, and some edges of each centre. */
    public static Surroundings of(GraphQuestions graph, List<Node> wanted, AsOf at) {
        List<Node> centres = wanted.stream()
                .filter(graph::contains)
                .distinct()
                .limit(MOST_CENTRES)
                .toList();
        List<KnowledgeGraph.Aggregate> known = aggregates(graph, at);
        List<KnowledgeGraph.Aggregate> near = new ArrayList<>();
        List<Link> links = new ArrayList<>();
        for (Node centre : centres) {
            known.stream()
                    .filter(a -> a.from().equals(centre) || a.to().equals(centre))
                    .limit(MOST_AGGREGATES)
                    .forEach(near::add);
            graph.neighbours(centre, at, MOST_LINKS).stream()
                    .filter(link -> centres.size() == 1 || isSingle(centre) || !isSingle(other(link, centre)))
                    .forEach(links::add);
        }
        Set<Node> others = new LinkedHashSet<>();
        near.forEach(a -> others.addAll(List.of(a.from(), a.to())));
        links.forEach(l -> others.addAll(List.of(l.from(), l.to())));
        centres.forEach(others::remove);
        return among(centres, others.stream().limit(MOST_OTHERS).toList(), links, known);
    }

    /** One of very many, which tells little of a centre that has thousands of them. */
    private static boolean isSingle(Node node) {
        return switch (node.type()) {
            case GUIDE, ORDER, CUSTOMER -> true;
            case PRODUCT, CITY, CARRIER, ISSUE, SOLUTION, PATTERN, AGENT, RECOMMENDATION, DEPARTMENT, SHOP -> false;
        };
    }

    private static Node other(Link link, Node centre) {
        return link.from().equals(centre) ? link.to() : link.from();
    }

    /** The carriers and cities between which most guides went. */
    public static Surroundings busiest(GraphQuestions graph, AsOf at) {
        List<KnowledgeGraph.Aggregate> known = aggregates(graph, at);
        Set<Node> carriers = new LinkedHashSet<>();
        Set<Node> cities = new LinkedHashSet<>();
        for (KnowledgeGraph.Aggregate a : known) {
            boolean fits = carriers.contains(a.from()) || carriers.size() < MOST_CENTRES;
            if (a.relation() == RelationType.SERVES && fits && cities.size() < MOST_OTHERS) {
                carriers.add(a.from());
                cities.add(a.to());
            }
        }
        return among(List.copyOf(carriers), List.copyOf(cities), List.of(), known);
    }

    private static List<KnowledgeGraph.Aggregate> aggregates(GraphQuestions graph, AsOf at) {
        return AGGREGATED.stream()
                .flatMap(relation -> graph.aggregates(relation, at.recordedMs()).stream())
                .sorted(Comparator.comparingLong(
                                (KnowledgeGraph.Aggregate a) -> a.figures().n())
                        .reversed()
                        .thenComparing(KnowledgeGraph.Aggregate::relation)
                        .thenComparing(a -> a.from().name())
                        .thenComparing(a -> a.to().name()))
                .toList();
    }

    private static Surroundings among(
            List<Node> centres, List<Node> others, List<Link> links, List<KnowledgeGraph.Aggregate> known) {
        Set<Node> shown = new LinkedHashSet<>(centres);
        shown.addAll(others);
        Set<Node> middle = new LinkedHashSet<>(centres);
        return new Surroundings(
                centres,
                others,
                links.stream()
                        .distinct()
                        .filter(l -> shown.contains(l.from()) && shown.contains(l.to()))
                        .toList(),
                known.stream()
                        .filter(a -> middle.contains(a.from()) || middle.contains(a.to()))
                        .filter(a -> shown.contains(a.from()) && shown.contains(a.to()))
                        .toList());
    }
}
