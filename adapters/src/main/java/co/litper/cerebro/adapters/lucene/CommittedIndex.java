package co.litper.cerebro.adapters.lucene;

import co.litper.cerebro.log.StoreException;
import co.litper.cerebro.search.Document;
import co.litper.cerebro.search.Embedder;
import co.litper.cerebro.search.Hit;
import co.litper.cerebro.search.ReadOnlyIndex;
import co.litper.cerebro.search.Search;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.FSDirectory;

/** The last commit of a folder that another process writes. A view of the moment of opening. */
final class CommittedIndex implements ReadOnlyIndex {
    private final FSDirectory directory;
    private final DirectoryReader reader;
    private final IndexSearcher searcher;
    private final HybridSearch hybrid;
    private final Map<String, String> told;

    private CommittedIndex(FSDirectory directory, DirectoryReader reader, Embedder embedder) throws IOException {
        this.directory = directory;
        this.reader = reader;
        this.searcher = new IndexSearcher(reader);
        this.hybrid = new HybridSearch(embedder, new SpanishAnalysis());
        this.told = reader.getIndexCommit().getUserData();
    }

    static CommittedIndex open(Path folder, Embedder embedder) throws IOException {
        FSDirectory directory = FSDirectory.open(folder);
        DirectoryReader reader;
        try {
            reader = DirectoryReader.open(directory);
        } catch (IOException e) {
            directory.close();
            throw e;
        }
        CommittedIndex index = new CommittedIndex(directory, reader, embedder);
        if (!LuceneSearchIndex.isReadable(index.told, embedder)) {
            index.close();
            throw new StoreException(
                    StoreException.Kind.LOCKED,
                    "the search index in " + folder + " was made by " + index.told.get(LuceneSearchIndex.EMBEDDER)
                            + " in format " + index.told.get(LuceneSearchIndex.FORMAT) + ", not by "
                            + embedder.name() + " in format " + Fields.FORMAT
                            + ". Maybe the process that writes it is of another version or configuration.");
        }
        return index;
    }

    /** Work on the one view. */
    @FunctionalInterface
    private interface Work<T> {
        T done() throws IOException;
    }

    private static <T> T ask(Work<T> work) {
        try {
            return work.done();
        } catch (IOException e) {
            throw LuceneSearchIndex.failure("read the search index", e);
        }
    }

    @Override
    public long count(String kind) {
        return ask(() -> (long) searcher.count(new TermQuery(new Term(Fields.KIND, kind))));
    }

    @Override
    public Optional<Document> find(long id) {
        return ask(() -> Fields.find(searcher, id));
    }

    @Override
    public List<Hit> search(Search search) {
        return ask(() -> hybrid.run(searcher, search));
    }

    @Override
    public long size() {
        return reader.numDocs();
    }

    @Override
    public long position() {
        return Long.parseLong(told.getOrDefault(LuceneSearchIndex.POSITION, "0"));
    }

    @Override
    public byte[] state() {
        return Base64.getDecoder().decode(told.getOrDefault(LuceneSearchIndex.STATE, ""));
    }

    @Override
    public void close() {
        ask(() -> {
            reader.close();
            directory.close();
            return true;
        });
    }
}
