package co.litper.cerebro.cluster.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import co.litper.cerebro.search.Document;
import co.litper.cerebro.search.Embedder;
import co.litper.cerebro.search.HashedEmbedder;
import co.litper.cerebro.search.Hit;
import co.litper.cerebro.search.InMemorySearchIndex;
import co.litper.cerebro.search.Search;
import co.litper.cerebro.search.SearchIndex;
import co.litper.cerebro.vocabulary.MerchantId;
import co.litper.cerebro.vocabulary.PersonRef;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PgvectorScoresTest {
    private static final MerchantId MERCHANT = new MerchantId("litper");

    /** The same words, the same counts, the same formula. */
    @Test
    void scoresAreThoseOfTheIndexInMemory() {
        List<Document> documents = new ArrayList<>();
        String[] cities = {"Pasto", "Cali", "Medellín", "Tunja", "Leticia"};
        String[] ends = {"entregado a tiempo", "devuelto por dirección errada", "llegó tarde por derrumbe"};
        for (int i = 1; i <= 60; i++) {
            String text = "Envía a " + cities[i % cities.length] + ": " + ends[i % ends.length] + ", guía " + i;
            documents.add(new Document(i, MERCHANT, PersonRef.NONE, "episode", i, text, new byte[0]));
        }
        Embedder embedder = new HashedEmbedder();
        try (SearchIndex memory = new InMemorySearchIndex(embedder);
                SearchIndex pgvector = PgvectorSearchIndex.open(SharedPglite.schema(), 1, embedder)) {
            memory.put(documents);
            pgvector.put(documents);
            pgvector.put(documents.subList(0, 20));
            for (String text : List.of("derrumbe en Pasto", "direcciones erradas Leticia", "guía 17", "tarde")) {
                assertThat(told(pgvector, text)).isEqualTo(told(memory, text));
            }
        }
    }

    private static List<String> told(SearchIndex index, String text) {
        return index.search(Search.of(text, MERCHANT, 10)).stream()
                .map(PgvectorScoresTest::told)
                .toList();
    }

    private static String told(Hit hit) {
        return hit.document().id() + " " + Math.round(hit.score() * 1e5) + " " + Math.round(hit.lexical() * 1e5);
    }
}
