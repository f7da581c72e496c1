package co.litper.cerebro.benchmarks.memory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.util.QueryBuilder;

/** BM25 alone, as Lucene gives it: what the hybrid must not fall below. */
final class WordIndex implements AutoCloseable {
    private static final String TEXT = "text";
    private static final int DEPTH = 10;

    private final ByteBuffersDirectory directory = new ByteBuffersDirectory();
    private final QueryBuilder builder;
    private final DirectoryReader reader;
    private final IndexSearcher searcher;

    WordIndex(List<String> passages, Analyzer analyzer) {
        this.builder = new QueryBuilder(analyzer);
        try {
            try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig(analyzer))) {
                for (String passage : passages) {
                    Document document = new Document();
                    document.add(new TextField(TEXT, passage, Field.Store.NO));
                    writer.addDocument(document);
                }
                writer.forceMerge(1);
            }
            this.reader = DirectoryReader.open(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.searcher = new IndexSearcher(reader);
    }

    /** The places of the best passages, best first. */
    List<Integer> best(String question) {
        List<Integer> places = new ArrayList<>();
        Query query = builder.createBooleanQuery(TEXT, question);
        if (query == null) {
            return places;
        }
        try {
            for (ScoreDoc doc : searcher.search(query, DEPTH).scoreDocs) {
                places.add(doc.doc);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return places;
    }

    @Override
    public void close() {
        try {
            reader.close();
            directory.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
