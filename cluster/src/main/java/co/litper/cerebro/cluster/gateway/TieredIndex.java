package co.litper.cerebro.cluster.gateway;

import co.litper.cerebro.memory.MemoryKind;
import co.litper.cerebro.search.Document;
import co.litper.cerebro.search.Fusion;
import co.litper.cerebro.search.Hit;
import co.litper.cerebro.search.Search;
import co.litper.cerebro.search.SearchIndex;
import co.litper.cerebro.search.SpanishWords;
import co.litper.cerebro.vocabulary.PersonRef;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Recent memories in one index, all others in another, as if they were one. Which is in which is told by its kind, which no
 * memory changes. Position and state are the lasting index's: it is committed after the other, so that after a crash the recent
 * one is ahead at most, and what is read again from the log replaces itself there. Thread-safe as the two are.
 *
 * <p>A word is as rare as its own index finds it; their best hits are blended anew, so that both compare with the better.
 */
final class TieredIndex implements SearchIndex {
    private static final String RECENT = MemoryKind.RECENT.wire();
    private static final byte[] NO_STATE = {};

    private final SearchIndex recent;
    private final SearchIndex lasting;
    private final boolean lent;

    private TieredIndex(SearchIndex recent, SearchIndex lasting, boolean lent) {
        this.recent = recent;
        this.lasting = lasting;
        this.lent = lent;
    }

    /** Of two indexes that are closed with it. */
    static TieredIndex of(SearchIndex recent, SearchIndex lasting) {
        return new TieredIndex(recent, lasting, false);
    }

    /** Of two indexes that stay the caller's to close. */
    static TieredIndex lent(SearchIndex recent, SearchIndex lasting) {
        return new TieredIndex(recent, lasting, true);
    }

    private SearchIndex of(String kind) {
        return kind.equals(RECENT) ? recent : lasting;
    }

    @Override
    public void put(Collection<Document> documents) {
        List<Document> brief = new ArrayList<>();
        List<Document> rest = new ArrayList<>();
        for (Document document : documents) {
            (document.kind().equals(RECENT) ? brief : rest).add(document);
        }
        recent.put(brief);
        lasting.put(rest);
    }

    @Override
    public void remove(Collection<Long> ids) {
        recent.remove(ids);
        lasting.remove(ids);
    }

    @Override
    public int erase(PersonRef person) {
        return recent.erase(person) + lasting.erase(person);
    }

    @Override
    public void removeOlder(String kind, long beforeMs) {
        of(kind).removeOlder(kind, beforeMs);
    }

    @Override
    public long count(String kind) {
        return of(kind).count(kind);
    }

    @Override
    public Optional<Document> find(long id) {
        return recent.find(id).or(() -> lasting.find(id));
    }

    @Override
    public List<Hit> search(Search search) {
        List<Hit> found = new ArrayList<>();
        if (search.kinds().isEmpty() || search.kinds().contains(RECENT)) {
            found.addAll(recent.search(search));
        }
        found.addAll(lasting.search(search));
        double most = found.stream().mapToDouble(Hit::lexical).max().orElse(0);
        return Fusion.best(found, most, Fusion.share(search.text(), meanTerms(found)), search.limit());
    }

    /** Words that say something in the mean text that was found, which stands for the mean of all: one pen wrote them. */
    private static double meanTerms(List<Hit> found) {
        return found.stream()
                .mapToLong(hit -> SpanishWords.of(hit.document().text()).stream()
                        .filter(word -> !SpanishWords.isGrammar(word))
                        .count())
                .average()
                .orElse(0);
    }

    @Override
    public long size() {
        return recent.size() + lasting.size();
    }

    @Override
    public void commit(long position, byte[] state) {
        recent.commit(position, NO_STATE);
        lasting.commit(position, state);
    }

    @Override
    public long position() {
        return lasting.position();
    }

    @Override
    public byte[] state() {
        return lasting.state();
    }

    @Override
    public void close() {
        if (!lent) {
            try (lasting) {
                recent.close();
            }
        }
    }
}
