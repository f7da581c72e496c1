package co.litper.cerebro.message;

import co.litper.cerebro.world.Hash64;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;

/** Turns a message into a row of hashed words, pairs of words and runs of letters. Pure. */
final class Words {
    /** Places of a row. */
    static final int WIDTH = 1_024;

    /** Letters that are read; more than people write, and a bound on the work. */
    static final int MOST_LETTERS = 600;

    private static final long SEED = 0x6d65737361676531L;
    private static final int SHORTEST_RUN = 3;
    private static final int LONGEST_RUN = 4;
    private static final float PAIR = 0.7f;
    private static final float RUN = 0.35f;
    private static final Pattern MARKS = Pattern.compile("\\p{M}");
    private static final Pattern NUMBER = Pattern.compile("[0-9]+");
    private static final Pattern NO_WORD = Pattern.compile("[^a-z0-9#]+");

    private Words() {}

    /** Small letters without accents, other signs as spaces; cut at {@value #MOST_LETTERS} letters. */
    static String plain(String text) {
        String cut = text.length() <= MOST_LETTERS ? text : text.substring(0, MOST_LETTERS);
        String bare = MARKS.matcher(Normalizer.normalize(cut.toLowerCase(Locale.ROOT), Normalizer.Form.NFKD))
                .replaceAll("");
        return NO_WORD.matcher(bare).replaceAll(" ").strip();
    }

    /** The row of a message, of length 1; all zeros if it has no word. [WIDTH]. */
    static float[] row(String text) {
        float[] row = new float[WIDTH];
        // Which number it is says nothing of what is wanted.
        String[] words = NUMBER.matcher(plain(text)).replaceAll("0").split(" ", -1);
        String before = "^";
        for (String word : words) {
            if (!word.isEmpty()) {
                add(row, "w" + word, 1);
                add(row, "p" + before + " " + word, PAIR);
                addRuns(row, "_" + word + "_");
                before = word;
            }
        }
        return scaled(row);
    }

    private static void addRuns(float[] row, String word) {
        for (int length = SHORTEST_RUN; length <= LONGEST_RUN; length++) {
            for (int i = 0; i + length <= word.length(); i++) {
                add(row, "r" + word.substring(i, i + length), RUN);
            }
        }
    }

    private static void add(float[] row, String feature, float weight) {
        long hash = Hash64.of(SEED, feature);
        row[(int) Long.remainderUnsigned(hash, WIDTH)] += hash < 0 ? -weight : weight;
    }

    private static float[] scaled(float[] row) {
        double squares = 0;
        for (float value : row) {
            squares += value * value;
        }
        if (squares == 0) {
            return row;
        }
        float scale = (float) (1 / Math.sqrt(squares));
        float[] scaled = Arrays.copyOf(row, row.length);
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] *= scale;
        }
        return scaled;
    }
}
