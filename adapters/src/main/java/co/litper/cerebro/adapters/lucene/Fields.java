package co.litper.cerebro.adapters.lucene;

import co.litper.cerebro.search.Document;
import co.litper.cerebro.search.DocumentBytes;
import co.litper.cerebro.search.Embedder;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;

/** How a document lies in the index. Whole in one value beside the others: stored fields are packed by the block. */
final class Fields {
    /** How documents lie; an index of another format is made anew. */
    static final String FORMAT = "2";

    private static final String ID = "id";
    static final String MERCHANT = "merchant";
    static final String PERSON = "person";
    static final String KIND = "kind";
    static final String AT = "at";
    static final String TEXT = "text";
    static final String KIN = "kin";
    static final String VECTOR = "vector";
    private static final String WHOLE = "whole";

    private Fields() {}

    static org.apache.lucene.document.Document of(Document document, Embedder embedder) {
        org.apache.lucene.document.Document fields = new org.apache.lucene.document.Document();
        fields.add(new StringField(ID, Long.toString(document.id()), Field.Store.NO));
        fields.add(new StringField(MERCHANT, document.merchant().value(), Field.Store.NO));
        if (document.person().isKnown()) {
            fields.add(new StringField(PERSON, document.person().value(), Field.Store.NO));
        }
        fields.add(new StringField(KIND, document.kind(), Field.Store.NO));
        fields.add(new LongPoint(AT, document.atMs()));
        fields.add(new TextField(TEXT, document.text(), Field.Store.NO));
        for (String kin : SpanishAnalysis.kin(document.text())) {
            fields.add(new StringField(KIN, kin, Field.Store.NO));
        }
        float[] vector = embedder.embed(document.text());
        if (hasDirection(vector)) {
            fields.add(new KnnFloatVectorField(VECTOR, vector, VectorSimilarityFunction.DOT_PRODUCT));
        }
        fields.add(new BinaryDocValuesField(WHOLE, new BytesRef(DocumentBytes.of(document))));
        return fields;
    }

    /** False for the vector of a text without a word, which points nowhere. */
    static boolean hasDirection(float[] vector) {
        for (float v : vector) {
            if (v != 0) {
                return true;
            }
        }
        return false;
    }

    static Term id(long id) {
        return new Term(ID, Long.toString(id));
    }

    /** The document with this id, or empty. */
    static Optional<Document> find(IndexSearcher searcher, long id) throws IOException {
        ScoreDoc[] found = searcher.search(new TermQuery(id(id)), 1).scoreDocs;
        return found.length == 0 ? Optional.empty() : Optional.of(read(searcher.getIndexReader(), found[0].doc));
    }

    /** Document {@code doc} of the whole index. */
    static Document read(IndexReader index, int doc) throws IOException {
        LeafReaderContext part = index.leaves().get(ReaderUtil.subIndex(doc, index.leaves()));
        BinaryDocValues documents = DocValues.getBinary(part.reader(), WHOLE);
        if (!documents.advanceExact(doc - part.docBase)) {
            throw new CorruptIndexException("document " + doc + " lacks its value", WHOLE);
        }
        BytesRef whole = documents.binaryValue();
        return DocumentBytes.read(Arrays.copyOfRange(whole.bytes, whole.offset, whole.offset + whole.length));
    }
}
