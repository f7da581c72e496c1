package co.litper.cerebro.search;

/** The runs of two and three letters of a word, its edges marked, as numbers. Stateless. */
final class Runs {
    private static final int SHORTEST = 2;
    private static final int LONGEST = 3;
    private static final int BITS = 16;
    private static final char EDGE = '_';

    private Runs() {}

    /** The runs of a folded word, shorter ones first, in their order; at least one. */
    static long[] of(String word) {
        String edged = EDGE + word + EDGE;
        int count = 0;
        for (int n = SHORTEST; n <= LONGEST; n++) {
            count += Math.max(0, edged.length() - n + 1);
        }
        long[] runs = new long[count];
        int at = 0;
        for (int n = SHORTEST; n <= LONGEST; n++) {
            for (int from = 0; from + n <= edged.length(); from++) {
                runs[at++] = packed(edged, from, n);
            }
        }
        return runs;
    }

    private static long packed(String text, int from, int count) {
        long packed = count;
        for (int i = from; i < from + count; i++) {
            packed = packed << BITS | text.charAt(i);
        }
        return packed;
    }
}
