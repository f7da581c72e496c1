package co.litper.cerebro.decision;

import java.util.List;

/**
 * What the reasoner may look up about a dilemma. Thread-safe; answers within a bounded time, and with nothing where it knows
 * nothing.
 */
@FunctionalInterface
public interface Evidence {
    /** Knows nothing. */
    Evidence NOTHING = (kind, dilemma) -> List.of();

    /** Where to look. */
    enum Kind {
        /** What the receipt knows: the features that swayed the forecast. */
        FEATURES,
        /** What the memory recalls of cases like it. */
        MEMORY,
        /** What the graph has counted of carrier and city. */
        GRAPH,
        /** What came of each answer in cases with the same reason. */
        CASES
    }

    /** What is known, best first. */
    List<Finding> lookUp(Kind kind, Dilemma dilemma);
}
