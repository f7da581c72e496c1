package co.litper.cerebro.search;

import co.litper.cerebro.world.Hash64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * How rare words are in a body of texts, learned by counting: the inverse document frequency (Spärck Jones, 1972), one for a
 * word of every text and growing with the logarithm of rarity. Needs no labels. Immutable.
 */
public final class Rarity {
    /** Nothing counted: every word is as rare as any other. */
    public static final Rarity NONE = new Rarity(Map.of(), Map.of(), 0);

    /** Runs of letters counted, some 50 bytes each; of more, those that come later count as never met. */
    private static final int MAX_RUNS = 100_000;

    /** Words counted, some 60 bytes each; of more, those that come later count as never met. */
    private static final int MAX_WORDS = 200_000;

    /** Below 1, since rare words are also misspelled and foreign ones; looked at on training texts. */
    private static final double POWER = 0.7;

    private static final long SEED = 0x7261726974793031L;

    private final Map<String, Integer> textsWith;
    private final Map<Long, Integer> textsWithRun;
    private final long texts;

    private Rarity(Map<String, Integer> textsWith, Map<Long, Integer> textsWithRun, long texts) {
        this.textsWith = textsWith;
        this.textsWithRun = textsWithRun;
        this.texts = texts;
    }

    /** The rarity of words in {@code texts}. Linear. */
    public static Rarity in(Iterable<String> texts) {
        Map<String, Integer> textsWith = new HashMap<>();
        Map<Long, Integer> textsWithRun = new HashMap<>();
        long count = 0;
        for (String text : texts) {
            count++;
            Set<Long> runs = new HashSet<>();
            for (String word : new HashSet<>(SpanishWords.of(text))) {
                count(word, textsWith, MAX_WORDS);
                for (long run : Runs.of(word)) {
                    runs.add(run);
                }
            }
            runs.forEach(run -> count(run, textsWithRun, MAX_RUNS));
        }
        return new Rarity(textsWith, textsWithRun, count);
    }

    private static <K> void count(K one, Map<K, Integer> counts, int most) {
        if (counts.containsKey(one) || counts.size() < most) {
            counts.merge(one, 1, Integer::sum);
        }
    }

    /** The weight of a run of letters, at least 1; 1 for all if nothing was counted. */
    float ofRun(long run) {
        return texts == 0 ? 1 : (float) (StrictMath.log((1.0 + texts) / (1 + textsWithRun.getOrDefault(run, 0))) + 1);
    }

    /** The weight of a folded word, at least 1; 1 for all if nothing was counted. */
    float of(String word) {
        if (texts == 0) {
            return 1;
        }
        double rarity = StrictMath.log((1.0 + texts) / (1 + textsWith.getOrDefault(word, 0))) + 1;
        return (float) StrictMath.pow(rarity, POWER);
    }

    /** What an embedder adds to its name, so that vectors of other counts never meet; empty if nothing was counted. */
    String mark() {
        if (texts == 0) {
            return "";
        }
        long hash = Hash64.of(SEED, texts);
        for (Map.Entry<String, Integer> word : new TreeMap<>(textsWith).entrySet()) {
            hash = Hash64.of(hash ^ word.getValue(), word.getKey());
        }
        return "-" + Long.toHexString(hash);
    }
}
