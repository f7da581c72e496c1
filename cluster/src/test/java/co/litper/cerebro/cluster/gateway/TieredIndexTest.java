package co.litper.cerebro.cluster.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import co.litper.cerebro.search.Document;
import co.litper.cerebro.search.Embedder;
import co.litper.cerebro.search.HashedEmbedder;
import co.litper.cerebro.search.Hit;
import co.litper.cerebro.search.InMemorySearchIndex;
import co.litper.cerebro.search.Search;
import co.litper.cerebro.search.SearchIndex;
import co.litper.cerebro.testkit.contract.SearchIndexContract;
import co.litper.cerebro.vocabulary.MerchantId;
import co.litper.cerebro.vocabulary.PersonRef;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TieredIndexTest extends SearchIndexContract {
    private static final MerchantId MERCHANT = new MerchantId("litper");
    private static final PersonRef ANA = new PersonRef("a".repeat(32));

    private final SearchIndex recent = new InMemorySearchIndex(new HashedEmbedder());
    private final SearchIndex lasting = new InMemorySearchIndex(new HashedEmbedder());

    @Override
    protected SearchIndex open(Path folder, Embedder embedder) {
        return TieredIndex.of(new InMemorySearchIndex(embedder), new InMemorySearchIndex(embedder));
    }

    @Override
    protected boolean isDurable() {
        return false;
    }

    private static Document document(long id, String kind, String text) {
        return new Document(id, MERCHANT, ANA, kind, id, text, new byte[0]);
    }

    @Test
    void recentOnesLieApartAndAreFoundAmongTheOthersByHowWellTheyFit() {
        try (TieredIndex tiers = TieredIndex.of(recent, lasting)) {
            tiers.put(List.of(
                    document(1, "recent", "Coordinadora a Medellín entregada a tiempo"),
                    document(2, "episode", "Envía a Pasto llegó tarde por derrumbe en la vía"),
                    document(3, "recent", "Envía a Pasto llegó tarde por derrumbe en la vía"),
                    document(4, "fact", "Dirección errada en Cali, se pidió corregirla")));
            tiers.commit(8, new byte[] {1});

            assertThat(recent.size()).isEqualTo(2);
            assertThat(lasting.size()).isEqualTo(2);
            assertThat(recent.position()).isEqualTo(8);
            assertThat(tiers.find(3)).isPresent();
            assertThat(tiers.count("recent")).isEqualTo(2);
            assertThat(found(tiers, Set.of()).subList(0, 2)).containsExactlyInAnyOrder(2L, 3L);
            assertThat(found(tiers, Set.of("recent")).getFirst()).isEqualTo(3);
            assertThat(found(tiers, Set.of("episode"))).containsExactly(2L);
            tiers.removeOlder("recent", 3);
            assertThat(tiers.find(1)).isEmpty();
            assertThat(tiers.erase(ANA)).isEqualTo(3);
            assertThat(tiers.size()).isZero();
        }
    }

    @Test
    void theBestOfABadLotDoesNotCountAsMuchAsWhatFits() {
        try (TieredIndex tiers = TieredIndex.of(recent, lasting)) {
            tiers.put(List.of(
                    document(1, "recent", "Coordinadora a Medellín, vía libre y a tiempo"),
                    document(2, "episode", "Envía a Pasto llegó tarde por derrumbe en la vía"),
                    document(3, "episode", "Dirección errada en Cali, se pidió corregirla")));
            List<Hit> hits = tiers.search(Search.of("derrumbe en la vía a Pasto", MERCHANT, 10));

            assertThat(hits.getFirst().document().id()).isEqualTo(2);
            assertThat(hits)
                    .allMatch(hit -> hit.document().id() == 2
                            || hit.score() < hits.getFirst().score() / 2);
        }
    }

    private static List<Long> found(SearchIndex index, Set<String> kinds) {
        return index
                .search(new Search("derrumbe en la vía a Pasto", MERCHANT, kinds, Long.MIN_VALUE, Long.MAX_VALUE, 10))
                .stream()
                .map(hit -> hit.document().id())
                .toList();
    }
}
