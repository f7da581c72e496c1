package co.litper.cerebro.search;

/**
 * Blends what words found and what vectors found: a convex combination of BM25 over the best BM25 of this search and the
 * cosine, as Bruch, Gai and Ingber (2023) found to beat rank fusion where the scores mean something. Words weigh more: a
 * clear winner by words is not overturned by likeness, a near tie is; where no word was found, likeness alone decides. Stateless.
 */
public final class Fusion {
    /** The share of the cosine in a score. */
    public static final double SIMILARITY_SHARE = 0.05;

    private Fusion() {}

    /**
     * The blended score of one candidate, 0 to 1.
     *
     * @param lexical its BM25
     * @param most the best BM25 among all candidates; 0 if no word was found
     * @param similarity its cosine
     */
    public static double score(double lexical, double most, double similarity) {
        double words = most > 0 ? lexical / most : 0;
        return (1 - SIMILARITY_SHARE) * words + SIMILARITY_SHARE * Math.max(0, similarity);
    }
}
