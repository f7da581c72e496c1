package co.litper.cerebro.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Blends what words found and what vectors found: a convex combination of BM25 over the best BM25 of this search and the
 * cosine, as Bruch, Gai and Ingber (2023) found to beat rank fusion where the scores mean something. Words weigh more: a
 * clear winner by words is not overturned by likeness, a near tie is. Stateless.
 */
public final class Fusion {
    /** The share of the cosine in a score. */
    public static final double SIMILARITY_SHARE = 0.2;

    private Fusion() {}

    /** One candidate with both its scores. */
    public record Candidate(Document document, double lexical, double similarity) {}

    /** The best of the candidates, at most {@code limit}, best first; of equals the lower id first. O(n log n). */
    public static List<Hit> best(List<Candidate> candidates, int limit) {
        double most = 0;
        for (Candidate candidate : candidates) {
            most = Math.max(most, candidate.lexical);
        }
        List<Hit> hits = new ArrayList<>(candidates.size());
        for (Candidate c : candidates) {
            double words = most > 0 ? c.lexical / most : 0;
            double score = (1 - SIMILARITY_SHARE) * words + SIMILARITY_SHARE * Math.max(0, c.similarity);
            hits.add(new Hit(c.document, score, c.lexical, c.similarity));
        }
        hits.sort(Comparator.comparingDouble(Hit::score)
                .reversed()
                .thenComparingLong(h -> h.document().id()));
        return List.copyOf(hits.subList(0, Math.min(limit, hits.size())));
    }
}
