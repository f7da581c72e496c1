package co.litper.cerebro.adapters.lucene;

import co.litper.cerebro.search.Embedder;
import co.litper.cerebro.search.Fusion;
import co.litper.cerebro.search.Hit;
import co.litper.cerebro.search.Search;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.KnnVectorValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.CollectionStatistics;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.KnnFloatVectorQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.SeededKnnVectorQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.QueryBuilder;
import org.jspecify.annotations.Nullable;

/**
 * One search: candidates by words (BM25) and by vectors (HNSW, Malkov and Yashunin, 2018), each then scored both ways, so that
 * their blend compares like with like. Stateless but for the embedder.
 */
final class HybridSearch {
    /** Candidates that the graph brings: it misses fewer neighbours the more it is asked for, and takes longer. */
    static final int CANDIDATES = 120;

    /** Candidates that words bring, and at which the walk through the graph begins: the more, the fewer neighbours it misses. */
    private static final int FOUND_BY_WORDS = 600;

    /** What the kin of a word counts beside the word itself; looked at on the training part of STS, in short texts and long. */
    private static final float KIN_BOOST = 0.3f;
    /** Kin asked for; of a longer question the rest is left out. */
    private static final int MAX_KIN = 200;

    private final Embedder embedder;
    private final QueryBuilder builder;

    HybridSearch(Embedder embedder, Analyzer analyzer) {
        this.embedder = embedder;
        this.builder = new QueryBuilder(analyzer);
    }

    /** A document of the index with both its scores. */
    private record Candidate(int doc, double lexical, double similarity) {}

    List<Hit> run(IndexSearcher searcher, Search search) throws IOException {
        List<Candidate> candidates = candidates(searcher, search);
        double most = candidates.stream().mapToDouble(Candidate::lexical).max().orElse(0);
        double share = Fusion.share(search.text(), meanTerms(searcher));
        ToDoubleFunction<Candidate> score = c -> Fusion.score(c.lexical, most, c.similarity, share);
        return read(
                searcher,
                candidates.stream()
                        .filter(c -> c.lexical > 0 || c.similarity > 0)
                        .sorted(Comparator.comparingDouble(score).reversed().thenComparingInt(Candidate::doc))
                        .limit(search.limit())
                        .toList(),
                score);
    }

    /** Terms of the mean text, as the index counts them; 0 without any. */
    private static double meanTerms(IndexSearcher searcher) throws IOException {
        CollectionStatistics texts = searcher.collectionStatistics(Fields.TEXT);
        return texts == null ? 0 : (double) texts.sumTotalTermFreq() / texts.docCount();
    }

    /** The nearest by their vectors alone, among all candidates, best first. */
    List<Hit> nearest(IndexSearcher searcher, Search search) throws IOException {
        return read(
                searcher,
                candidates(searcher, search).stream()
                        .sorted(Comparator.comparingDouble(Candidate::similarity)
                                .reversed()
                                .thenComparingInt(Candidate::doc))
                        .limit(search.limit())
                        .toList(),
                Candidate::similarity);
    }

    private static List<Hit> read(IndexSearcher searcher, List<Candidate> best, ToDoubleFunction<Candidate> score)
            throws IOException {
        List<Hit> hits = new ArrayList<>(best.size());
        for (Candidate c : best) {
            hits.add(new Hit(
                    Fields.read(searcher.getIndexReader(), c.doc),
                    Math.max(0, score.applyAsDouble(c)),
                    c.lexical,
                    c.similarity));
        }
        return List.copyOf(hits);
    }

    private List<Candidate> candidates(IndexSearcher searcher, Search search) throws IOException {
        Query words = words(search.text());
        float[] vector = embedder.embed(search.text());
        Query filter = filter(searcher, search);
        Map<Integer, Float> byWords = new HashMap<>();
        if (words != null) {
            for (ScoreDoc doc : searcher.search(within(words, filter), FOUND_BY_WORDS).scoreDocs) {
                byWords.put(doc.doc, doc.score);
            }
        }
        SortedSet<Integer> found = new TreeSet<>(byWords.keySet());
        if (Fields.hasDirection(vector)) {
            KnnFloatVectorQuery graph = new KnnFloatVectorQuery(Fields.VECTOR, vector, CANDIDATES, filter);
            // The graph is entered where the words are, so that it need not find the way there.
            Query seeded = found.isEmpty()
                    ? graph
                    : SeededKnnVectorQuery.fromFloatQuery(
                            graph, new Seeds(found.stream().mapToInt(i -> i).toArray()));
            for (ScoreDoc doc : searcher.search(seeded, CANDIDATES).scoreDocs) {
                found.add(doc.doc);
            }
        }
        return scored(searcher, found, byWords, words, vector);
    }

    private static Query within(Query words, @Nullable Query filter) {
        return filter == null
                ? words
                : new BooleanQuery.Builder()
                        .add(words, Occur.MUST)
                        .add(filter, Occur.FILTER)
                        .build();
    }

    @SuppressWarnings(
            "NullAway") // the builder returns null for a text without terms, and says so in its documentation only
    private @Nullable Query words(String text) {
        Query terms = builder.createBooleanQuery(Fields.TEXT, text);
        Set<String> kin = SpanishAnalysis.kin(text);
        if (kin.isEmpty()) {
            return terms;
        }
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        if (terms != null) {
            all.add(terms, Occur.SHOULD);
        }
        kin.stream()
                .limit(MAX_KIN)
                .forEach(k -> all.add(new BoostQuery(new TermQuery(new Term(Fields.KIN, k)), KIN_BOOST), Occur.SHOULD));
        return all.build();
    }

    /** What the search leaves out; null if that is nothing, since what every document passes costs a look at each. */
    private static @Nullable Query filter(IndexSearcher searcher, Search search) throws IOException {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        Term merchant = new Term(Fields.MERCHANT, search.merchant().value());
        if (!isEverywhere(searcher, merchant)) {
            all.add(new TermQuery(merchant), Occur.FILTER);
        }
        if (!search.kinds().isEmpty()) {
            BooleanQuery.Builder kinds = new BooleanQuery.Builder();
            search.kinds().forEach(kind -> kinds.add(new TermQuery(new Term(Fields.KIND, kind)), Occur.SHOULD));
            all.add(kinds.build(), Occur.FILTER);
        }
        if (search.fromMs() > Long.MIN_VALUE || search.toMs() < Long.MAX_VALUE) {
            long last = search.toMs() == Long.MIN_VALUE ? Long.MIN_VALUE : search.toMs() - 1;
            all.add(LongPoint.newRangeQuery(Fields.AT, search.fromMs(), last), Occur.FILTER);
        }
        BooleanQuery filter = all.build();
        return filter.clauses().isEmpty() ? null : filter;
    }

    private static boolean isEverywhere(IndexSearcher searcher, Term term) throws IOException {
        return searcher.getIndexReader().docFreq(term)
                == searcher.getIndexReader().maxDoc();
    }

    /** Both scores of each, in order of the index, which is the only way to read it; {@code byWords} are known already. */
    private static List<Candidate> scored(
            IndexSearcher searcher,
            SortedSet<Integer> found,
            Map<Integer, Float> byWords,
            @Nullable Query words,
            float[] vector)
            throws IOException {
        Weight weight = words == null ? null : searcher.createWeight(searcher.rewrite(words), ScoreMode.COMPLETE, 1);
        List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
        List<Candidate> candidates = new ArrayList<>(found.size());
        Leaf leaf = null;
        for (int doc : found) {
            LeafReaderContext of = leaves.get(ReaderUtil.subIndex(doc, leaves));
            if (leaf == null || leaf.context != of) {
                leaf = new Leaf(of, weight);
            }
            int within = doc - of.docBase;
            Float known = byWords.get(doc);
            double lexical = known == null ? leaf.lexical(within) : known;
            candidates.add(new Candidate(doc, lexical, leaf.similarity(within, vector)));
        }
        return candidates;
    }

    /** Reads scores within one segment, forward only. */
    private static final class Leaf {
        private final LeafReaderContext context;
        private final @Nullable Scorer scorer;
        private final @Nullable FloatVectorValues vectors;
        private final KnnVectorValues.@Nullable DocIndexIterator ordinals;

        Leaf(LeafReaderContext context, @Nullable Weight weight) throws IOException {
            this.context = context;
            this.scorer = weight == null ? null : weight.scorer(context);
            this.vectors = context.reader().getFloatVectorValues(Fields.VECTOR);
            this.ordinals = vectors == null ? null : vectors.iterator();
        }

        double lexical(int doc) throws IOException {
            return scorer != null && at(scorer.iterator(), doc) ? scorer.score() : 0;
        }

        double similarity(int doc, float[] vector) throws IOException {
            return vectors != null && ordinals != null && at(ordinals, doc)
                    ? Embedder.cosine(vector, vectors.vectorValue(ordinals.index()))
                    : 0;
        }

        private static boolean at(DocIdSetIterator iterator, int doc) throws IOException {
            int now = iterator.docID();
            return (now < doc ? iterator.advance(doc) : now) == doc;
        }
    }
}
