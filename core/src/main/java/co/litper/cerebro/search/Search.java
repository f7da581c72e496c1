package co.litper.cerebro.search;

import co.litper.cerebro.vocabulary.MerchantId;
import java.util.Set;

/**
 * What is looked for.
 *
 * @param text in everyday words; one without a word finds nothing
 * @param merchant whose documents
 * @param kinds which kinds; all if empty
 * @param fromMs epoch milliseconds from which on
 * @param toMs epoch milliseconds before which
 * @param limit how many at most, 1 to {@value #MAX_LIMIT}
 */
public record Search(String text, MerchantId merchant, Set<String> kinds, long fromMs, long toMs, int limit) {
    /** Most hits that one search returns. */
    public static final int MAX_LIMIT = 200;

    public Search {
        kinds = Set.copyOf(kinds);
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new IllegalArgumentException("limit must be 1 to " + MAX_LIMIT + ", is " + limit);
        }
    }

    /** Any kind, at any time. */
    public static Search of(String text, MerchantId merchant, int limit) {
        return new Search(text, merchant, Set.of(), Long.MIN_VALUE, Long.MAX_VALUE, limit);
    }

    /** True if a document is among those looked for, whatever its text. */
    public boolean admits(Document document) {
        return document.merchant().equals(merchant)
                && (kinds.isEmpty() || kinds.contains(document.kind()))
                && document.atMs() >= fromMs
                && document.atMs() < toMs;
    }
}
