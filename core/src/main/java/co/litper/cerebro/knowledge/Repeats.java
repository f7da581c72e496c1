package co.litper.cerebro.knowledge;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Counts guides that met the same novedad with the same carrier in the same city, until they are enough to be called a pattern.
 * Counting only: that something repeats tells nothing of why. Not thread-safe. O(1).
 */
final class Repeats {
    /** Guides from which on it is a pattern: four can be chance on a lane of some thousands. */
    static final int LEAST = 5;

    /** Combinations followed, some 200 bytes each at first; of more, new ones are left out. */
    static final int MOST = 200_000;

    private final Map<Combination, List<Integer>> first = new HashMap<>();

    /** Carrier, city and novedad, by their nodes. */
    record Combination(int carrier, int city, int issue) {}

    /**
     * Counts a guide that was not counted for this combination before.
     *
     * @return the guides that now belong to the pattern and were not told to: none, those of the beginning together, or this one
     */
    List<Integer> add(Combination combination, int guide) {
        List<Integer> seen = first.get(combination);
        if (seen == null) {
            if (first.size() == MOST) {
                return List.of();
            }
            seen = new ArrayList<>(1);
            first.put(combination, seen);
        }
        if (seen.size() == LEAST) {
            return List.of(guide);
        }
        seen.add(guide);
        return seen.size() == LEAST ? List.copyOf(seen) : List.of();
    }
}
