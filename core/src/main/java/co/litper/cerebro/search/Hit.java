package co.litper.cerebro.search;

/**
 * A document that was found.
 *
 * @param document what was found
 * @param score the two below as {@link Fusion} blends them, 0 to 1
 * @param lexical BM25 over its words, at least 0; 0 if none of its words was asked for
 * @param similarity cosine of its vector to the question's, -1 to 1
 */
public record Hit(Document document, double score, double lexical, double similarity) {}
