package co.litper.cerebro.search;

import java.util.Comparator;
import java.util.List;

/**
 * Blends what words found and what vectors found: a convex combination of BM25 over the best BM25 of this search and the
 * cosine, as Bruch, Gai and Ingber (2023) found to beat rank fusion where the scores mean something. Departs from them in the
 * share of the cosine, which is not one for all: it is half where a question is as long as what is searched, and less by as much as
 * it is shorter, since a long text is like many questions. Where no word was found, likeness alone decides. Stateless.
 */
public final class Fusion {
    /** The share of the cosine in a score where question and texts are of one length; looked at on the training part of STS. */
    public static final double MOST_SHARE = 0.5;

    private Fusion() {}

    /**
     * The share of the cosine in the scores of one search, 0 to {@link #MOST_SHARE}.
     *
     * @param asked the text that is searched for
     * @param meanTerms words that say something in the mean text; 0 if there are no texts
     */
    public static double share(String asked, double meanTerms) {
        long terms = SpanishWords.of(asked).stream()
                .filter(word -> !SpanishWords.isGrammar(word))
                .count();
        return meanTerms > terms ? MOST_SHARE * terms / meanTerms : MOST_SHARE;
    }

    /**
     * The blended score of one candidate, 0 to 1.
     *
     * @param lexical its BM25
     * @param most the best BM25 among all candidates; 0 if no word was found
     * @param similarity its cosine
     * @param share what {@link #share} says of this search
     */
    public static double score(double lexical, double most, double similarity, double share) {
        double likeness = Math.max(0, similarity);
        return most > 0 ? (1 - share) * lexical / most + share * likeness : likeness;
    }

    /**
     * The best of candidates whose scores are not blended yet, those of a kind by the older id. O(n log n).
     *
     * @param most the best BM25 among all candidates; 0 if no word was found
     * @param share what {@link #share} says of this search
     */
    public static List<Hit> best(List<Hit> found, double most, double share, int limit) {
        return found.stream()
                .map(h -> new Hit(
                        h.document(), score(h.lexical(), most, h.similarity(), share), h.lexical(), h.similarity()))
                .sorted(Comparator.comparingDouble(Hit::score)
                        .reversed()
                        .thenComparingLong(h -> h.document().id()))
                .limit(limit)
                .toList();
    }
}
