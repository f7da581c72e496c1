package co.litper.cerebro.knowledge;

import java.util.EnumSet;
import java.util.Set;

/**
 * Which paths are wanted between two nodes; edges are followed in both directions.
 *
 * @param from where they start
 * @param to where they end
 * @param at on which clocks
 * @param most how many at most, 1 to {@value #MOST_PATHS}
 * @param mostSteps the longest, 1 to {@value #MOST_STEPS} edges
 * @param relations by which they may go
 * @param through the kinds of node through which they may go; the two ends are not asked
 */
public record PathQuery(
        Node from, Node to, AsOf at, int most, int mostSteps, Set<RelationType> relations, Set<NodeType> through) {
    /** More are not read. */
    public static final int MOST_PATHS = 100;

    /** Beyond this everything hangs together with everything. */
    public static final int MOST_STEPS = 8;

    public PathQuery {
        relations = Set.copyOf(relations);
        through = Set.copyOf(through);
        if (most < 1 || most > MOST_PATHS || mostSteps < 1 || mostSteps > MOST_STEPS) {
            throw new IllegalArgumentException("paths must be 1 to " + MOST_PATHS + " of 1 to " + MOST_STEPS
                    + " steps, not " + most + " of " + mostSteps);
        }
    }

    /** The {@code most} shortest, by any way. */
    public static PathQuery shortest(Node from, Node to, AsOf at, int most) {
        return new PathQuery(
                from, to, at, most, MOST_STEPS, EnumSet.allOf(RelationType.class), EnumSet.allOf(NodeType.class));
    }
}
