package co.litper.cerebro.adapters.lucene;

import java.util.Arrays;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.ConstantScoreScorerSupplier;
import org.apache.lucene.search.ConstantScoreWeight;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.Weight;

/** Documents that are known already, as a query: where a walk through the graph begins. Fits one view of the index. */
final class Seeds extends Query {
    private final int[] docs;

    /**
     * @param docs numbers of documents in the whole view, ascending
     */
    Seeds(int[] docs) {
        this.docs = docs.clone();
    }

    @Override
    public Weight createWeight(IndexSearcher searcher, ScoreMode mode, float boost) {
        return new ConstantScoreWeight(this, boost) {
            @Override
            public ScorerSupplier scorerSupplier(LeafReaderContext context) {
                int[] own = within(context);
                return ConstantScoreScorerSupplier.fromIterator(
                        new Docs(own), score(), mode, context.reader().maxDoc());
            }

            @Override
            public boolean isCacheable(LeafReaderContext context) {
                return false;
            }
        };
    }

    /** Those in one segment, numbered as there. */
    private int[] within(LeafReaderContext context) {
        int first = context.docBase;
        int end = first + context.reader().maxDoc();
        return Arrays.stream(docs)
                .filter(doc -> doc >= first && doc < end)
                .map(doc -> doc - first)
                .toArray();
    }

    @Override
    public void visit(QueryVisitor visitor) {
        visitor.visitLeaf(this);
    }

    @Override
    public String toString(String field) {
        return "Seeds[" + docs.length + "]";
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Seeds seeds && Arrays.equals(docs, seeds.docs);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(docs);
    }

    /** Ascending numbers, one after the other. */
    private static final class Docs extends DocIdSetIterator {
        private final int[] docs;
        private int at = -1;

        Docs(int[] docs) {
            this.docs = docs;
        }

        @Override
        public int docID() {
            if (at < 0) {
                return -1;
            }
            return at < docs.length ? docs[at] : NO_MORE_DOCS;
        }

        @Override
        public int nextDoc() {
            at++;
            return docID();
        }

        @Override
        public int advance(int target) {
            int doc = nextDoc();
            while (doc < target) {
                doc = nextDoc();
            }
            return doc;
        }

        @Override
        public long cost() {
            return docs.length;
        }
    }
}
