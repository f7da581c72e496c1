package co.litper.cerebro.adapters.lucene;

import co.litper.cerebro.search.Document;
import co.litper.cerebro.search.Embedder;
import co.litper.cerebro.vocabulary.MerchantId;
import co.litper.cerebro.vocabulary.PersonRef;
import java.util.Arrays;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.util.BytesRef;

/** How a document lies in the index. */
final class Fields {
    static final String ID = "id";
    static final String MERCHANT = "merchant";
    static final String PERSON = "person";
    static final String KIND = "kind";
    static final String AT = "at";
    static final String TEXT = "text";
    static final String GROUPS = "groups";
    static final String VECTOR = "vector";
    private static final String PAYLOAD = "payload";

    private Fields() {}

    static org.apache.lucene.document.Document of(Document document, Embedder embedder) {
        org.apache.lucene.document.Document fields = new org.apache.lucene.document.Document();
        fields.add(new StringField(ID, Long.toString(document.id()), Field.Store.YES));
        fields.add(new StringField(MERCHANT, document.merchant().value(), Field.Store.YES));
        if (document.person().isKnown()) {
            fields.add(new StringField(PERSON, document.person().value(), Field.Store.YES));
        }
        fields.add(new StringField(KIND, document.kind(), Field.Store.YES));
        fields.add(new LongPoint(AT, document.atMs()));
        fields.add(new StoredField(AT, document.atMs()));
        fields.add(new TextField(TEXT, document.text(), Field.Store.YES));
        for (String group : SpanishAnalysis.groups(document.text())) {
            fields.add(new StringField(GROUPS, group, Field.Store.NO));
        }
        float[] vector = embedder.embed(document.text());
        if (hasDirection(vector)) {
            fields.add(new KnnFloatVectorField(VECTOR, vector, VectorSimilarityFunction.DOT_PRODUCT));
        }
        fields.add(new StoredField(PAYLOAD, document.payload()));
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

    static Document read(org.apache.lucene.document.Document fields) {
        String person = fields.get(PERSON);
        BytesRef payload = fields.getBinaryValue(PAYLOAD);
        return new Document(
                Long.parseLong(fields.get(ID)),
                new MerchantId(fields.get(MERCHANT)),
                person == null ? PersonRef.NONE : new PersonRef(person),
                fields.get(KIND),
                fields.getField(AT).numericValue().longValue(),
                fields.get(TEXT),
                Arrays.copyOfRange(payload.bytes, payload.offset, payload.offset + payload.length));
    }
}
