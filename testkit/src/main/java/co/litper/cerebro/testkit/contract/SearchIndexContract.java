package co.litper.cerebro.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import co.litper.cerebro.search.Document;
import co.litper.cerebro.search.Embedder;
import co.litper.cerebro.search.HashedEmbedder;
import co.litper.cerebro.search.Hit;
import co.litper.cerebro.search.Search;
import co.litper.cerebro.search.SearchIndex;
import co.litper.cerebro.vocabulary.MerchantId;
import co.litper.cerebro.vocabulary.PersonRef;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every {@link SearchIndex} promises. */
public abstract class SearchIndexContract {
    private static final MerchantId MERCHANT = new MerchantId("litper");
    private static final PersonRef ANA = new PersonRef("a".repeat(32));
    private static final PersonRef LUIS = new PersonRef("b".repeat(32));

    /** For this test alone. */
    @TempDir
    protected Path folder;

    private SearchIndex index;

    /** Opens the index that lives in {@code folder}, which may be empty. Not called while another is open there. */
    protected abstract SearchIndex open(Path folder, Embedder embedder);

    /** True if what is committed survives closing. */
    protected abstract boolean isDurable();

    @BeforeEach
    void openIndex() {
        index = open(folder, new HashedEmbedder());
    }

    @AfterEach
    void closeIndex() {
        index.close();
    }

    private static Document document(long id, PersonRef person, String text) {
        return new Document(
                id, MERCHANT, person, "episode", id * 1_000, text, ("p" + id).getBytes(StandardCharsets.UTF_8));
    }

    private void putThree() {
        index.put(List.of(
                document(1, ANA, "Envía a Pasto llegó tarde por derrumbe en la vía"),
                document(2, LUIS, "Coordinadora a Medellín entregada a tiempo"),
                document(3, ANA, "Dirección errada en Cali, se pidió corregirla")));
    }

    private List<Long> ids(Search search) {
        return index.search(search).stream().map(hit -> hit.document().id()).toList();
    }

    private List<Long> ids(String text) {
        return ids(Search.of(text, MERCHANT, 10));
    }

    @Test
    void whatWasPutIsFoundAtOnceByItsWordsWithoutAccentsAndInAnotherForm() {
        putThree();

        assertThat(ids("ENVIA PASTO").getFirst()).isEqualTo(1);
        assertThat(ids("direcciones erradas").getFirst()).isEqualTo(3);
        assertThat(ids("entregado en medellin").getFirst()).isEqualTo(2);
    }

    @Test
    void aSynonymOfTheDomainFindsWhatItsWordWouldHaveFound() {
        putThree();

        assertThat(ids("nomenclatura incorrecta").getFirst()).isEqualTo(3);
    }

    @Test
    void aHitTellsBothScoresAndHandsTheDocumentBackWhole() {
        putThree();

        Hit hit = index.search(Search.of("dirección errada", MERCHANT, 1)).getFirst();

        assertThat(hit.document())
                .usingRecursiveComparison()
                .isEqualTo(document(3, ANA, "Dirección errada en Cali, se pidió corregirla"));
        assertThat(hit.lexical()).isPositive();
        assertThat(hit.similarity()).isBetween(0.2, 1.0);
        assertThat(hit.score()).isBetween(0.8, 1.0);
    }

    @Test
    void theSameTextAsTheQuestionHasSimilarityOne() {
        putThree();

        assertThat(index.search(Search.of("Coordinadora a Medellín entregada a tiempo", MERCHANT, 1))
                        .getFirst()
                        .similarity())
                .isBetween(0.999, 1.001);
    }

    @Test
    void aTextWithoutAWordFindsNothing() {
        putThree();

        assertThat(ids("  ¿? … ")).isEmpty();
    }

    @Test
    void wordsOfGrammarFindByLikenessAlone() {
        putThree();

        assertThat(index.search(Search.of("por en la", MERCHANT, 10)))
                .isNotEmpty()
                .allMatch(hit -> hit.similarity() > 0 || hit.lexical() > 0);
    }

    @Test
    void aDocumentWithoutAWordIsKeptAndFoundByItsIdOnly() {
        index.put(List.of(document(9, ANA, "…")));

        assertThat(index.find(9)).isPresent();
        assertThat(ids("Pasto")).isEmpty();
    }

    @Test
    void puttingAnIdAgainReplacesIt() {
        putThree();
        index.put(List.of(document(1, LUIS, "Paquete averiado en Tunja")));

        assertThat(index.size()).isEqualTo(3);
        assertThat(index.search(Search.of("derrumbe Pasto", MERCHANT, 10))).allMatch(hit -> hit.lexical() == 0);
        assertThat(ids("averiado Tunja").getFirst()).isEqualTo(1);
    }

    @Test
    void filtersHoldForWordsAndVectorsAlike() {
        putThree();
        index.put(List.of(new Document(
                4,
                new MerchantId("otro"),
                ANA,
                "fact",
                4_000,
                "Envía a Pasto llegó tarde por derrumbe en la vía",
                new byte[0])));
        String text = "Envía a Pasto llegó tarde por derrumbe";

        assertThat(ids(text)).doesNotContain(4L);
        assertThat(ids(new Search(text, new MerchantId("otro"), Set.of("fact"), 0, 9_000, 10)))
                .containsExactly(4L);
        assertThat(ids(new Search(text, MERCHANT, Set.of("fact"), 0, 9_000, 10)))
                .isEmpty();
        assertThat(ids(new Search(text, MERCHANT, Set.of("episode"), 2_000, 3_000, 10)))
                .isSubsetOf(2L);
        assertThat(ids(new Search(text, MERCHANT, Set.of(), 1_000, 1_001, 10))).containsExactly(1L);
    }

    @Test
    void noMoreHitsThanAskedForAndTheBestFirst() {
        putThree();

        List<Hit> hits = index.search(Search.of("tarde a tiempo en Cali", MERCHANT, 2));

        assertThat(hits).hasSizeLessThanOrEqualTo(2);
        assertThat(hits).isSortedAccordingTo((a, b) -> Double.compare(b.score(), a.score()));
    }

    @Test
    void whatWasRemovedIsGoneAndRemovingItAgainDoesNothing() {
        putThree();
        index.remove(List.of(1L, 77L));
        index.remove(List.of(1L));

        assertThat(index.size()).isEqualTo(2);
        assertThat(index.find(1)).isEmpty();
    }

    @Test
    void whatIsOlderGoesByItsKindAndTimeOnly() {
        putThree();
        index.removeOlder("fact", 9_000);
        assertThat(index.count("episode")).isEqualTo(3);

        index.removeOlder("episode", 2_000);

        assertThat(index.count("episode")).isEqualTo(2);
        assertThat(index.find(1)).isEmpty();
        assertThat(index.find(2)).isPresent();
    }

    @Test
    void erasingAPersonTakesAllOfTheirsAndNothingOfOthers() {
        putThree();

        assertThat(index.erase(ANA)).isEqualTo(2);

        assertThat(index.size()).isEqualTo(1);
        assertThat(ids("derrumbe dirección Pasto Cali Medellín")).containsExactly(2L);
        assertThat(index.erase(ANA)).isZero();
        assertThat(index.erase(PersonRef.NONE)).isZero();
    }

    @Test
    void positionAndStateAreThoseOfTheLastCommit() {
        assertThat(index.position()).isZero();
        assertThat(index.state()).isEmpty();
        putThree();
        index.commit(41, new byte[] {1, -2, 3});

        assertThat(index.position()).isEqualTo(41);
        assertThat(index.state()).containsExactly(1, -2, 3);
    }

    @Test
    void aDurableIndexReopensAtItsLastCommitAndGivesUpTheRest() {
        putThree();
        index.commit(41, new byte[] {7});
        index.put(List.of(document(8, LUIS, "Después del commit")));
        index.close();
        index = open(folder, new HashedEmbedder());

        assertThat(index.size()).isEqualTo(isDurable() ? 3 : 0);
        assertThat(index.position()).isEqualTo(isDurable() ? 41 : 0);
        assertThat(index.state()).containsExactly(isDurable() ? new byte[] {7} : new byte[0]);
    }

    @Test
    void anIndexOfAnotherEmbedderStartsFromNothingSoThatVectorsNeverMix() {
        putThree();
        index.commit(41, new byte[] {7});
        index.close();
        index = open(folder, new Renamed());

        assertThat(index.size()).isZero();
        assertThat(index.position()).isZero();
        putThree();
        assertThat(ids("derrumbe en Pasto").getFirst()).isEqualTo(1);
    }

    /** The default under another name. */
    private static final class Renamed implements Embedder {
        private final Embedder same = new HashedEmbedder();

        @Override
        public String name() {
            return "another";
        }

        @Override
        public int dimension() {
            return same.dimension();
        }

        @Override
        public float[] embed(String text) {
            return same.embed(text);
        }
    }
}
