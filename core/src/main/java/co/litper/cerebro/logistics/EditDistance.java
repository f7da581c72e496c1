package co.litper.cerebro.logistics;

/**
 * Counts the slips of the pen between two words: a letter too many, too few, wrong, or two neighbours swapped (optimal
 * string alignment, the restricted Damerau distance). Pure; O(length × limit) time by a band around the diagonal.
 */
public final class EditDistance {
    private EditDistance() {}

    /** The distance, or {@code limit + 1} if it is above {@code limit}. */
    public static int atMost(String a, String b, int limit) {
        if (Math.abs(a.length() - b.length()) > limit) {
            return limit + 1;
        }
        int[] beforeLast = new int[b.length() + 1];
        int[] last = new int[b.length() + 1];
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            if (fillRow(a, b, i, limit, beforeLast, last, row) > limit) {
                return limit + 1;
            }
            int[] free = beforeLast;
            beforeLast = last;
            last = row;
            row = free;
        }
        return Math.min(last[b.length()], limit + 1);
    }

    /** Fills row {@code i} inside the band and tells its least value. */
    private static int fillRow(String a, String b, int i, int limit, int[] beforeLast, int[] last, int[] row) {
        int beyond = limit + 1;
        int from = Math.max(1, i - limit);
        int to = Math.min(b.length(), i + limit);
        row[from - 1] = from == 1 ? i : beyond;
        int least = row[from - 1];
        for (int j = from; j <= to; j++) {
            int above = j == i + limit ? beyond : last[j];
            int changed = last[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
            int best = Math.min(changed, Math.min(above, row[j - 1]) + 1);
            if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                best = Math.min(best, beforeLast[j - 2] + 1);
            }
            row[j] = best;
            least = Math.min(least, best);
        }
        return least;
    }
}
