package co.litper.cerebro.simulator.world;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads {@code key = value} and {@code key = low..high}, {@code #} for comments; tells all problems of a file together. */
final class ParameterFile {
    /** Names further apart than this are not a slip of the finger. */
    private static final int NEAR = 3;

    private ParameterFile() {}

    /** @param known the keys allowed, or null for any */
    static SortedMap<String, ParameterRange> parse(List<String> lines, String name, @Nullable Set<String> known) {
        SortedMap<String, ParameterRange> ranges = new TreeMap<>();
        List<String> problems = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (!line.isEmpty() && line.charAt(0) != '#') {
                read(line, "line " + (i + 1) + ": ", known, ranges, problems);
            }
        }
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(name + ": " + String.join("; ", problems));
        }
        return ranges;
    }

    private static void read(
            String line,
            String where,
            @Nullable Set<String> known,
            SortedMap<String, ParameterRange> ranges,
            List<String> problems) {
        int equals = line.indexOf('=');
        if (equals < 1) {
            problems.add(where + "'" + line + "' is not key = value");
            return;
        }
        String key = line.substring(0, equals).strip();
        if (known != null && !known.contains(key)) {
            problems.add(where + "unknown key '" + key + "'."
                    + nearest(key, known)
                            .map(n -> " Maybe '" + n + "' was meant.")
                            .orElse(""));
            return;
        }
        try {
            if (ranges.put(key, ParameterRange.parse(line.substring(equals + 1))) != null) {
                problems.add(where + "'" + key + "' stands twice");
            }
        } catch (IllegalArgumentException unreadable) {
            problems.add(where + "'" + key + "' must be a number or low..high, is '"
                    + line.substring(equals + 1).strip() + "'");
        }
    }

    private static Optional<String> nearest(String key, Set<String> known) {
        String best = null;
        int least = NEAR + 1;
        for (String other : known) {
            int distance = distance(key, other);
            if (distance < least) {
                least = distance;
                best = other;
            }
        }
        return Optional.ofNullable(best);
    }

    /** Edits between two names (Levenshtein), row by row. */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int kept = row[j];
                int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(change, Math.min(row[j], row[j - 1]) + 1);
                diagonal = kept;
            }
        }
        return row[b.length()];
    }
}
