package co.litper.cerebro.knowledge;

import java.util.List;

/**
 * What a merchant's knowledge can be asked, wherever it lies. The same log gives the same answers; only among equally long paths
 * and what lies beyond the bounds of a search for them may two differ.
 */
public interface GraphQuestions {
    /** Most links that one question gets; a city has millions, nobody reads them. */
    int MOST_LINKS = 10_000;

    /** True if the node was ever mentioned. */
    boolean contains(Node node);

    /** The edges of a node by one relation, newest first, at most {@code limit}. O(edges looked at). */
    List<Link> neighbours(Node node, RelationType relation, Way way, AsOf at, int limit);

    /** All edges of a node, relations in their order, out before in, at most {@code limit} of each. */
    List<Link> neighbours(Node node, AsOf at, int limit);

    /**
     * The nodes two steps away, each once, in the order in which they are met; at most {@code limit} edges are followed from
     * any node by any relation, the newest.
     */
    List<Node> twoHops(Node node, AsOf at, int limit);

    /** What the guides of an aggregated edge came to, as known at {@code recordedMs}; the figures' own valid time is the end of each guide. */
    EdgeStatistics statistics(Node from, RelationType relation, Node to, long recordedMs);

    /** The aggregated edges by one relation as known at {@code recordedMs}, those without a guide left out. O(aggregated edges). */
    List<Aggregate> aggregates(RelationType relation, long recordedMs);

    /** How many nodes fit every part of {@code pattern}. */
    long count(Pattern pattern, AsOf at);

    /** The simple paths that {@code wanted} asks for, the shortest first. */
    List<List<Link>> paths(PathQuery wanted);

    /** Every edge that was known at {@code at}, in the order in which they became known. O(edges). */
    List<Link> all(AsOf at);

    /** An aggregated edge with its figures. */
    record Aggregate(Node from, RelationType relation, Node to, EdgeStatistics figures) {}
}
