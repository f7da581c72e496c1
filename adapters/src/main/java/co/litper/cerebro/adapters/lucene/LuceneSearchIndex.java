package co.litper.cerebro.adapters.lucene;

import co.litper.cerebro.log.StoreException;
import co.litper.cerebro.search.Document;
import co.litper.cerebro.search.Embedder;
import co.litper.cerebro.search.Hit;
import co.litper.cerebro.search.Search;
import co.litper.cerebro.search.SearchIndex;
import co.litper.cerebro.vocabulary.PersonRef;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.IndexNotFoundException;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.SerialMergeScheduler;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.LockObtainFailedException;
import org.jspecify.annotations.Nullable;

/**
 * A {@link SearchIndex} in a folder. Equal calls in equal order make equal files: one thread writes and merges. A crash leaves
 * the last commit. Whoever writes also shows what was written before it returns; whoever searches waits for nobody.
 */
public final class LuceneSearchIndex implements SearchIndex {
    static final String EMBEDDER = "embedder";
    static final String POSITION = "position";
    static final String FORMAT = "format";
    static final String STATE = "state";

    /** Memory for documents not yet written, in MB; larger makes fewer and larger graphs to merge. */
    private static final double BUFFER_MB = 64;

    /** Parts of the index after a commit; each has a graph of its own that a search must walk. */
    private static final int MOST_SEGMENTS = 3;

    /** Held, since a logger that nobody holds forgets its level: Lucene would tell each user which option of the JVM it would like. */
    private static final Logger LUCENE = Logger.getLogger("org.apache.lucene");

    private final Directory directory;
    private final IndexWriter writer;
    private final SideBySide sideBySide = new SideBySide();
    private final SearcherManager searchers;
    private final Embedder embedder;
    private final HybridSearch hybrid;
    private long position;
    private byte[] state;

    private LuceneSearchIndex(Directory directory, IndexWriter writer, Embedder embedder, SpanishAnalysis analysis)
            throws IOException {
        this.directory = directory;
        this.writer = writer;
        this.embedder = embedder;
        this.hybrid = new HybridSearch(embedder, analysis);
        Map<String, String> told = told(writer);
        if (!told.isEmpty() && !isReadable(told, embedder)) {
            writer.deleteAll();
            told = Map.of();
        }
        this.position = Long.parseLong(told.getOrDefault(POSITION, "0"));
        this.state = Base64.getDecoder().decode(told.getOrDefault(STATE, ""));
        this.searchers = new SearcherManager(writer, sideBySide);
    }

    /** False if it was told by a commit of another embedder, or of documents that lie otherwise. */
    static boolean isReadable(Map<String, String> told, Embedder embedder) {
        return embedder.name().equals(told.get(EMBEDDER)) && Fields.FORMAT.equals(told.get(FORMAT));
    }

    private static Map<String, String> told(IndexWriter writer) {
        Map<String, String> told = new HashMap<>();
        if (writer.getLiveCommitData() != null) {
            writer.getLiveCommitData().forEach(entry -> told.put(entry.getKey(), entry.getValue()));
        }
        return told;
    }

    /**
     * Opens the index in {@code folder}, which is made if need be. One made by an embedder of another name, or by
     * a Cerebro that laid documents out otherwise, is emptied, and its position is 0.
     *
     * @throws StoreException if another process has it open, it is damaged, or it cannot be written
     */
    public static LuceneSearchIndex open(Path folder, Embedder embedder) {
        LUCENE.setLevel(Level.SEVERE);
        Directory directory = null;
        IndexWriter writer = null;
        try {
            directory = FSDirectory.open(folder);
            SpanishAnalysis analysis = new SpanishAnalysis();
            writer = new IndexWriter(directory, settings(analysis));
            return new LuceneSearchIndex(directory, writer, embedder, analysis);
        } catch (IOException | IllegalArgumentException e) {
            closeQuietly(e, writer, directory);
            throw failure("open the search index in " + folder, e);
        }
    }

    /**
     * Opens what was last committed to {@code folder}, to be read while another process writes it; writing to it is refused.
     *
     * @throws StoreException if nothing was committed yet, it is damaged, or it was made by an embedder of another name
     */
    public static SearchIndex openBeside(Path folder, Embedder embedder) {
        try {
            return CommittedIndex.open(folder, embedder);
        } catch (IOException | IllegalArgumentException e) {
            throw failure("read the search index in " + folder, e);
        }
    }

    private static IndexWriterConfig settings(SpanishAnalysis analysis) {
        TieredMergePolicy merging = new TieredMergePolicy();
        merging.setForceMergeDeletesPctAllowed(0);
        return new IndexWriterConfig(analysis)
                .setOpenMode(IndexWriterConfig.OpenMode.CREATE_OR_APPEND)
                .setMergeScheduler(new SerialMergeScheduler())
                .setMergePolicy(merging)
                .setRAMBufferSizeMB(BUFFER_MB)
                .setCommitOnClose(false);
    }

    private static void closeQuietly(Exception cause, @Nullable AutoCloseable... parts) {
        for (AutoCloseable part : parts) {
            try {
                if (part != null) {
                    part.close();
                }
            } catch (Exception e) {
                cause.addSuppressed(e);
            }
        }
    }

    static StoreException failure(String what, Exception e) {
        StoreException.Kind kind = switch (e) {
            case LockObtainFailedException _, IndexNotFoundException _ -> StoreException.Kind.LOCKED;
            case IndexFormatTooNewException _ -> StoreException.Kind.TOO_NEW;
            case CorruptIndexException _, IndexFormatTooOldException _ -> StoreException.Kind.CORRUPT;
            default -> StoreException.Kind.IO;
        };
        String advice = switch (kind) {
            case LOCKED -> "Maybe another Cerebro has it open, or has just begun to make it.";
            case CORRUPT, TOO_NEW -> "Maybe delete the folder: it is made again from the log.";
            case FULL, IO -> "Maybe the disk is full, or the folder may not be written.";
        };
        return new StoreException(kind, "cannot " + what + ": " + e.getMessage() + ". " + advice, e);
    }

    @Override
    public synchronized void put(Collection<Document> documents) {
        try {
            for (Document document : documents) {
                writer.updateDocument(Fields.id(document.id()), Fields.of(document, embedder));
            }
            searchers.maybeRefreshBlocking();
        } catch (IOException e) {
            throw failure("write to the search index", e);
        }
    }

    @Override
    public synchronized void remove(Collection<Long> ids) {
        try {
            writer.deleteDocuments(ids.stream().map(Fields::id).toArray(Term[]::new));
            searchers.maybeRefreshBlocking();
        } catch (IOException e) {
            throw failure("remove from the search index", e);
        }
    }

    @Override
    public synchronized int erase(PersonRef person) {
        if (!person.isKnown()) {
            return 0;
        }
        Term theirs = new Term(Fields.PERSON, person.value());
        int count = ask("count in the search index", searcher -> searcher.count(new TermQuery(theirs)));
        try {
            writer.deleteDocuments(theirs);
            writer.forceMergeDeletes(true);
            tell(position, state);
            writer.commit();
            // Readers that still show the old segments keep their files alive.
            searchers.maybeRefreshBlocking();
            writer.deleteUnusedFiles();
        } catch (IOException e) {
            throw failure("erase from the search index", e);
        }
        return count;
    }

    @Override
    public synchronized void removeOlder(String kind, long beforeMs) {
        if (beforeMs == Long.MIN_VALUE) {
            return;
        }
        try {
            writer.deleteDocuments(new BooleanQuery.Builder()
                    .add(new TermQuery(new Term(Fields.KIND, kind)), Occur.FILTER)
                    .add(LongPoint.newRangeQuery(Fields.AT, Long.MIN_VALUE, beforeMs - 1), Occur.FILTER)
                    .build());
            searchers.maybeRefreshBlocking();
        } catch (IOException e) {
            throw failure("remove from the search index", e);
        }
    }

    @Override
    public long count(String kind) {
        return ask("count in the search index", searcher ->
                (long) searcher.count(new TermQuery(new Term(Fields.KIND, kind))));
    }

    @Override
    public Optional<Document> find(long id) {
        return ask("read the search index", searcher -> Fields.find(searcher, id));
    }

    @Override
    public List<Hit> search(Search search) {
        return ask("search the index", searcher -> hybrid.run(searcher, search));
    }

    /** The hits nearest by their vectors alone, best first, to hold the graph against an exact search. */
    public List<Hit> nearest(Search search) {
        return ask("search the index", searcher -> hybrid.nearest(searcher, search));
    }

    @Override
    public long size() {
        return ask("read the search index", searcher ->
                (long) searcher.getIndexReader().numDocs());
    }

    /** Work on one view of the index. */
    @FunctionalInterface
    private interface Work<T> {
        T on(IndexSearcher searcher) throws IOException;
    }

    private <T> T ask(String what, Work<T> work) {
        try {
            IndexSearcher searcher = searchers.acquire();
            try {
                return work.on(searcher);
            } finally {
                searchers.release(searcher);
            }
        } catch (IOException e) {
            throw failure(what, e);
        }
    }

    @Override
    public synchronized void commit(long newPosition, byte[] newState) {
        try {
            tell(newPosition, newState);
            writer.forceMerge(MOST_SEGMENTS);
            writer.commit();
            searchers.maybeRefreshBlocking();
            position = newPosition;
            state = newState.clone();
        } catch (IOException e) {
            throw failure("commit the search index", e);
        }
    }

    private void tell(long newPosition, byte[] newState) {
        writer.setLiveCommitData(Map.of(
                        EMBEDDER,
                        embedder.name(),
                        FORMAT,
                        Fields.FORMAT,
                        POSITION,
                        Long.toString(newPosition),
                        STATE,
                        Base64.getEncoder().encodeToString(newState))
                .entrySet());
    }

    @Override
    public synchronized long position() {
        return position;
    }

    @Override
    public synchronized byte[] state() {
        return state.clone();
    }

    /** Lets go of the folder; what was not committed is given up. */
    @Override
    public synchronized void close() {
        try {
            searchers.close();
            sideBySide.close();
            writer.close();
            directory.close();
        } catch (IOException e) {
            throw failure("close the search index", e);
        }
    }
}
