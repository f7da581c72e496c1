package co.litper.cerebro.adapters.lucene;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherFactory;
import org.jspecify.annotations.Nullable;

/**
 * Searchers that look through the parts of an index beside each other. Whoever searches takes up what no helper has begun, so
 * that a search never waits for another one. The parts are walked without a word between them: which hits are found does not
 * depend on who was faster.
 */
final class SideBySide extends SearcherFactory implements AutoCloseable {
    /** Beyond these a search has no parts for them. */
    private static final int MOST_HELPERS = 3;

    private final ExecutorService helpers = Executors.newFixedThreadPool(
            Math.clamp(Runtime.getRuntime().availableProcessors() - 1L, 1, MOST_HELPERS),
            Thread.ofPlatform().name("cerebro-search-", 0).daemon(true).factory());

    @Override
    public IndexSearcher newSearcher(IndexReader reader, @Nullable IndexReader previous) {
        return new IndexSearcher(reader, helpers) {
            @Override
            protected LeafSlice[] slices(List<LeafReaderContext> leaves) {
                return slices(leaves, 1, 1, false);
            }
        };
    }

    /** Call when nobody searches any more. */
    @Override
    public void close() {
        helpers.shutdown();
    }
}
