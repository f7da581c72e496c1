package co.litper.cerebro.search;

import co.litper.cerebro.world.Hash64;
import java.util.HashMap;
import java.util.Map;

/**
 * The default embedder: nothing to download, the same bits on every machine. Each word adds its stem, the group of its
 * synonyms and its runs of two and three letters, weighed by how much the word says, and again a half, a third and so on of it where it is
 * repeated; each of these is thrown with random sign
 * onto four of the vector's places (feature hashing, Weinberger and others, 2009), which keeps angles to within about
 * 1/√d. Nothing is learned but, where wanted, how rare words are ({@link Rarity}): the weights are few, set by hand, and were looked at on the training and
 * development parts of the Spanish STS benchmark, never on its test part.
 *
 * <p>It sees letters, not the world: paraphrases without a common stem or a listed synonym stay far apart. Immutable. O(letters).
 */
public final class HashedEmbedder implements Embedder {
    /** Places of a vector: five times as many raise the correlation with people's judgement by .007, and an index fivefold. */
    public static final int DIMENSION = 384;

    private static final long SEED = 0x656d626564646572L;
    private static final long STEM_SEED = Hash64.mix(SEED);
    private static final long GROUP_SEED = Hash64.mix(STEM_SEED);
    private static final float STEM_WEIGHT = 0.85f;
    private static final float GROUP_WEIGHT = 0.8f;
    /** Places that each feature touches; a hash has 16 bits for each. */
    private static final int TOUCHED = 4;

    private static final int BITS = 16;
    private static final int PLACE_MASK = 0x7FFF;

    private final Synonyms synonyms = Synonyms.packaged();
    private final Rarity rarity;
    private final String name;

    /** The embedder that knows of no texts. */
    public HashedEmbedder() {
        this(Rarity.NONE);
    }

    /** The embedder to which rare words of a body of texts say more; its name tells the counts apart. */
    public HashedEmbedder(Rarity rarity) {
        this.rarity = rarity;
        this.name = "hashed-es-3" + rarity.mark();
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int dimension() {
        return DIMENSION;
    }

    @Override
    public float[] embed(String text) {
        float[] vector = new float[DIMENSION];
        Map<String, Integer> met = new HashMap<>();
        for (String word : SpanishWords.of(text)) {
            add(vector, word, SpanishWords.weight(word) * rarity.of(word) / met.merge(word, 1, Integer::sum));
        }
        return scaled(vector);
    }

    private void add(float[] vector, String word, float weight) {
        String stem = SpanishStem.of(word);
        int group = synonyms.group(stem);
        if (group == Synonyms.NONE) {
            touch(vector, Hash64.of(STEM_SEED, stem), weight * STEM_WEIGHT);
        } else {
            touch(vector, Hash64.of(STEM_SEED, stem), weight * STEM_WEIGHT * (1 - GROUP_WEIGHT));
            touch(vector, Hash64.of(GROUP_SEED, group), weight * GROUP_WEIGHT);
        }
        addRuns(vector, word, weight);
    }

    /** All runs of letters of a word weigh together as much as the word, the rare ones more of it. */
    private void addRuns(float[] vector, String word, float weight) {
        long[] runs = Runs.of(word);
        float[] each = new float[runs.length];
        double squares = 0;
        for (int i = 0; i < runs.length; i++) {
            each[i] = rarity.ofRun(runs[i]);
            squares += (double) each[i] * each[i];
        }
        float scale = (float) (weight / Math.sqrt(squares));
        for (int i = 0; i < runs.length; i++) {
            touch(vector, Hash64.of(SEED, runs[i]), scale * each[i]);
        }
    }

    private static void touch(float[] vector, long hash, float weight) {
        float each = weight / 2; // four places of a half each make a length of one
        for (int i = 0; i < TOUCHED; i++) {
            int part = (int) (hash >>> (i * BITS));
            vector[(part & PLACE_MASK) % DIMENSION] += (part >>> (BITS - 1) & 1) == 0 ? each : -each;
        }
    }

    /** Scales to length 1 in place; leaves zeros as they are. */
    static float[] scaled(float[] vector) {
        double squares = 0;
        for (float v : vector) {
            squares += (double) v * v;
        }
        if (squares > 0) {
            float scale = (float) (1 / Math.sqrt(squares));
            for (int i = 0; i < vector.length; i++) {
                vector[i] *= scale;
            }
        }
        return vector;
    }
}
