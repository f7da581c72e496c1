package co.litper.cerebro.memory;

import co.litper.cerebro.search.Search;
import co.litper.cerebro.vocabulary.MerchantId;
import java.time.Instant;
import java.util.Optional;

/**
 * What is asked of the memory.
 *
 * @param text in everyday Spanish
 * @param merchant whose memories
 * @param kind of one kind only, or any
 * @param now the moment of asking, by which age is told
 * @param limit how many at most, 1 to {@value #MAX_LIMIT}
 */
public record Recall(String text, MerchantId merchant, Optional<MemoryKind> kind, Instant now, int limit) {
    /** Most memories that one recall gives; a person reads fewer, a prompt holds fewer. */
    public static final int MAX_LIMIT = Search.MAX_LIMIT / Memories.LOOKED_AT;

    public Recall {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new IllegalArgumentException("limit must be 1 to " + MAX_LIMIT + ", is " + limit);
        }
    }

    /** Of any kind. */
    public static Recall of(String text, MerchantId merchant, Instant now, int limit) {
        return new Recall(text, merchant, Optional.empty(), now, limit);
    }
}
