package co.litper.cerebro.search;

import java.util.Comparator;
import java.util.List;

/**
 * Blends what words found and what vectors found: a convex combination of BM25 over the best BM25 of this search and the
 * cosine, as Bruch, Gai and Ingber (2023) found to beat rank fusion where the scores mean something. Departs from them in the
 * share, which is not fitted to any file: what words tell apart is not overturned by likeness, what they leave all but equal is
 * ordered by it; where no word was found, likeness alone decides. Stateless.
 */
public final class Fusion {
    /** The share of the cosine in a score. */
    public static final double SIMILARITY_SHARE = 0.001;

    private Fusion() {}

    /**
     * The blended score of one candidate, 0 to 1.
     *
     * @param lexical its BM25
     * @param most the best BM25 among all candidates; 0 if no word was found
     * @param similarity its cosine
     */
    public static double score(double lexical, double most, double similarity) {
        double likeness = Math.max(0, similarity);
        return most > 0 ? (1 - SIMILARITY_SHARE) * lexical / most + SIMILARITY_SHARE * likeness : likeness;
    }

    /**
     * The best of candidates whose scores are not blended yet, those of a kind by the older id. O(n log n).
     *
     * @param most the best BM25 among all candidates; 0 if no word was found
     */
    public static List<Hit> best(List<Hit> found, double most, int limit) {
        return found.stream()
                .map(h -> new Hit(h.document(), score(h.lexical(), most, h.similarity()), h.lexical(), h.similarity()))
                .sorted(Comparator.comparingDouble(Hit::score)
                        .reversed()
                        .thenComparingLong(h -> h.document().id()))
                .limit(limit)
                .toList();
    }
}
