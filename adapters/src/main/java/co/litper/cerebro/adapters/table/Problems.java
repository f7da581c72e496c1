package co.litper.cerebro.adapters.table;

import java.util.ArrayList;
import java.util.List;

/** The problems of one row, collected. Not thread-safe. */
final class Problems {
    /** More would help nobody. */
    private static final int MAX_KEPT = 10;
    /** Longest value that is quoted, in characters. */
    private static final int MAX_SHOWN = 40;
    /** Runs of digits this long may be a phone or a document. */
    private static final int PRIVATE_DIGITS = 7;

    private final List<String> reasons = new ArrayList<>();

    void clear() {
        reasons.clear();
    }

    boolean none() {
        return reasons.isEmpty();
    }

    void add(String reason) {
        if (reasons.size() < MAX_KEPT) {
            reasons.add(reason);
        }
    }

    String joined() {
        return String.join("; ", reasons);
    }

    /** The shape of a value without what could be personal: letters become x, long runs of digits #. */
    static String shown(String value) {
        String clipped = value.length() > MAX_SHOWN ? value.substring(0, MAX_SHOWN) + "…" : value;
        StringBuilder shape = new StringBuilder(clipped.length());
        int i = 0;
        while (i < clipped.length()) {
            int end = i;
            while (end < clipped.length() && Character.isDigit(clipped.charAt(end))) {
                end++;
            }
            if (end == i) {
                char c = clipped.charAt(i++);
                shape.append(Character.isLetter(c) ? 'x' : c);
            } else {
                shape.append(end - i < PRIVATE_DIGITS ? clipped.substring(i, end) : "#".repeat(end - i));
                i = end;
            }
        }
        return shape.toString();
    }
}
