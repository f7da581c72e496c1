package co.litper.cerebro.search;

import co.litper.cerebro.vocabulary.PersonRef;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * An index in memory, gone with the process, that looks at every document: exact, and what the others are measured against.
 * BM25 (Robertson and others, 1994) over stems and groups of synonyms. Thread-safe. A search is O(documents × dimension): some 15 ms
 * for {@link #MAX_DOCUMENTS}.
 */
public final class InMemorySearchIndex implements SearchIndex {
    /** Documents held: 2 kB each with their vector. More are refused; whoever owns the index forgets some first. */
    public static final int MAX_DOCUMENTS = 100_000;

    private final Embedder embedder;
    private final Map<Long, Held> documents = new TreeMap<>();
    private final Bm25 words = new Bm25();
    private long position;
    private byte[] state = new byte[0];

    private record Held(Document document, Bm25.Terms terms, float[] vector) {
        @Override
        public String toString() {
            return "Held[" + document.id() + "]";
        }
    }

    public InMemorySearchIndex(Embedder embedder) {
        this.embedder = embedder;
    }

    @Override
    public synchronized void put(Collection<Document> more) {
        for (Document document : more) {
            drop(document.id());
            if (documents.size() >= MAX_DOCUMENTS) {
                throw new IllegalStateException("the index holds " + MAX_DOCUMENTS
                        + " documents already. Maybe an index on disk is wanted for so many.");
            }
            Bm25.Terms terms = Bm25.Terms.of(document.text());
            words.add(terms);
            documents.put(document.id(), new Held(document, terms, embedder.embed(document.text())));
        }
    }

    private void drop(long id) {
        Held held = documents.remove(id);
        if (held != null) {
            words.remove(held.terms);
        }
    }

    @Override
    public synchronized void remove(Collection<Long> ids) {
        ids.forEach(this::drop);
    }

    @Override
    public synchronized int erase(PersonRef person) {
        if (!person.isKnown()) {
            return 0;
        }
        return dropAll(document -> document.person().equals(person));
    }

    private int dropAll(Predicate<Document> which) {
        List<Long> ids = new ArrayList<>();
        documents.forEach((id, held) -> {
            if (which.test(held.document)) {
                ids.add(id);
            }
        });
        ids.forEach(this::drop);
        return ids.size();
    }

    @Override
    public synchronized void removeOlder(String kind, long beforeMs) {
        dropAll(document -> document.kind().equals(kind) && document.atMs() < beforeMs);
    }

    @Override
    public synchronized long count(String kind) {
        return documents.values().stream()
                .filter(held -> held.document.kind().equals(kind))
                .count();
    }

    @Override
    public synchronized Optional<Document> find(long id) {
        return Optional.ofNullable(documents.get(id)).map(Held::document);
    }

    @Override
    public synchronized List<Hit> search(Search search) {
        Bm25.Terms asked = Bm25.Terms.of(search.text());
        float[] question = embedder.embed(search.text());
        List<Hit> found = new ArrayList<>();
        double most = 0;
        for (Held held : documents.values()) {
            if (search.admits(held.document)) {
                double lexical = words.score(asked, held.terms);
                double similarity = Embedder.cosine(question, held.vector);
                if (lexical > 0 || similarity > 0) {
                    found.add(new Hit(held.document, 0, lexical, similarity));
                    most = Math.max(most, lexical);
                }
            }
        }
        return Fusion.best(found, most, Fusion.share(search.text(), words.meanLength()), search.limit());
    }

    @Override
    public synchronized long size() {
        return documents.size();
    }

    @Override
    public synchronized void commit(long newPosition, byte[] newState) {
        this.position = newPosition;
        this.state = newState.clone();
    }

    @Override
    public synchronized long position() {
        return position;
    }

    @Override
    public synchronized byte[] state() {
        return state.clone();
    }

    @Override
    public void close() {
        // nothing is held but memory
    }

    /** BM25 with the usual k1 = 1.2 and b = 0.75. */
    private static final class Bm25 {
        private static final double K1 = 1.2;
        private static final double B = 0.75;

        private final Map<String, Integer> documentsWith = new LinkedHashMap<>();
        private long documents;
        private long length;

        /** The terms of a text with their counts. */
        private record Terms(Map<String, Integer> counts, int length) {
            static Terms of(String text) {
                Map<String, Integer> counts = new LinkedHashMap<>();
                int length = 0;
                for (String word : SpanishWords.of(text)) {
                    if (!SpanishWords.isGrammar(word)) {
                        counts.merge(term(SpanishStem.of(word)), 1, Integer::sum);
                        length++;
                    }
                }
                return new Terms(counts, length);
            }

            private static String term(String stem) {
                int group = Synonyms.packaged().group(stem);
                return group == Synonyms.NONE ? stem : "=" + group;
            }
        }

        void add(Terms terms) {
            documents++;
            length += terms.length;
            terms.counts.keySet().forEach(term -> documentsWith.merge(term, 1, Integer::sum));
        }

        void remove(Terms terms) {
            documents--;
            length -= terms.length;
            terms.counts
                    .keySet()
                    .forEach(term -> documentsWith.computeIfPresent(term, (t, n) -> n == 1 ? null : n - 1));
        }

        /** Terms of the mean document; 0 without any. */
        double meanLength() {
            return documents == 0 ? 0 : (double) length / documents;
        }

        double score(Terms asked, Terms held) {
            double mean = meanLength();
            double score = 0;
            for (String term : asked.counts.keySet()) {
                int count = held.counts.getOrDefault(term, 0);
                if (count > 0) {
                    int with = documentsWith.getOrDefault(term, 0);
                    double rarity = Math.log1p((documents - with + 0.5) / (with + 0.5));
                    score += rarity * count * (K1 + 1) / (count + K1 * (1 - B + B * held.length / mean));
                }
            }
            return score;
        }
    }
}
