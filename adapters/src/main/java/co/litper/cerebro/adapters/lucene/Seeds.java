package co.litper.cerebro.adapters.lucene;

import java.io.IOException;
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
import org.apache.lucene.util.DocIdSetBuilder;

/** Documents that are known already, as a query: where a walk through the graph begins. Fits one view of the index. */
final class Seeds extends Query {
    private final int[] docs;

    /**
     * @param docs numbers of documents in the whole view
     */
    Seeds(int[] docs) {
        this.docs = docs.clone();
    }

    @Override
    public Weight createWeight(IndexSearcher searcher, ScoreMode mode, float boost) {
        return new ConstantScoreWeight(this, boost) {
            @Override
            public ScorerSupplier scorerSupplier(LeafReaderContext context) throws IOException {
                return ConstantScoreScorerSupplier.fromIterator(
                        within(context), score(), mode, context.reader().maxDoc());
            }

            @Override
            public boolean isCacheable(LeafReaderContext context) {
                return false;
            }
        };
    }

    /** Those in one segment, numbered as there. */
    private DocIdSetIterator within(LeafReaderContext context) throws IOException {
        int first = context.docBase;
        int end = first + context.reader().maxDoc();
        DocIdSetBuilder own = new DocIdSetBuilder(context.reader().maxDoc());
        DocIdSetBuilder.BulkAdder adder = own.grow(docs.length);
        for (int doc : docs) {
            if (doc >= first && doc < end) {
                adder.add(doc - first);
            }
        }
        return own.build().iterator();
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
}
