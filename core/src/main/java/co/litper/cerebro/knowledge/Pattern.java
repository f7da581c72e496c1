package co.litper.cerebro.knowledge;

import java.util.List;

/**
 * A star: a subject of one kind with an edge to each of some nodes, such as guides that go to Pasto, are with Envía and met
 * a wrong address.
 *
 * @param subject the kind that is counted
 * @param parts the edges that it must have, 1 to {@value #MOST_PARTS}
 */
public record Pattern(NodeType subject, List<Part> parts) {
    /** Questions have two or three parts. */
    public static final int MOST_PARTS = 8;

    public Pattern {
        parts = List.copyOf(parts);
        if (parts.isEmpty() || parts.size() > MOST_PARTS) {
            throw new IllegalArgumentException("a pattern has 1 to " + MOST_PARTS + " parts, not " + parts.size());
        }
    }

    /** An edge from the subject to {@code node}. */
    public record Part(RelationType relation, Node node) {}
}
