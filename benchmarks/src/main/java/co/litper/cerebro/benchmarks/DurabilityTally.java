package co.litper.cerebro.benchmarks;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/** What the durability rounds counted, and every promise that was broken. Not thread-safe. */
final class DurabilityTally {
    private static final List<String> FIGURES = List.of(
            "rounds",
            "kills",
            "failedWrites",
            "cuts",
            "acknowledged",
            "refused",
            "lost",
            "doubled",
            "effectsDone",
            "doneButNotReceived",
            "duplicatesAtDeduplicating",
            "duplicatesAtPlain",
            "unknownListed",
            "unlistedGaps",
            "statesCompared",
            "statesDiffering");

    private final SequencedMap<String, Long> figures = new LinkedHashMap<>();
    private final List<String> violations = new ArrayList<>();

    DurabilityTally() {
        FIGURES.forEach(name -> figures.put(name, 0L));
    }

    void add(String name, long count) {
        if (!FIGURES.contains(name)) {
            throw new IllegalArgumentException("no figure is named " + name);
        }
        figures.merge(name, count, Long::sum);
    }

    /** Counts broken promises under {@code name}; {@code what} says which, and {@code replay} how to see them again. */
    void violated(String name, long count, String what, String replay) {
        add(name, count);
        violations.add(what + " | replay: " + replay);
    }

    /** A broken promise that has no figure of its own. */
    void violated(String what, String replay) {
        violations.add(what + " | replay: " + replay);
    }

    SequencedMap<String, Long> figures() {
        return figures;
    }

    List<String> violations() {
        return violations;
    }
}
