package co.litper.cerebro.cluster.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import co.litper.cerebro.log.StoreException;
import co.litper.cerebro.search.Document;
import co.litper.cerebro.search.HashedEmbedder;
import co.litper.cerebro.search.Hit;
import co.litper.cerebro.search.Search;
import co.litper.cerebro.search.SearchIndex;
import co.litper.cerebro.vocabulary.MerchantId;
import co.litper.cerebro.vocabulary.PersonRef;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What others see of a long-term memory; one connection at a time, since PGlite has no more. */
class PgvectorBesideTest {
    private static final long LOG = 5;
    private static final MerchantId MERCHANT = new MerchantId("litper");
    private static final PersonRef ANA = new PersonRef("a".repeat(32));

    private PostgresOptions schema;

    @BeforeEach
    void schema() {
        schema = SharedPglite.schema();
    }

    private static Document document(long id, PersonRef person, String text) {
        return new Document(id, MERCHANT, person, "episode", id, text, new byte[] {1});
    }

    private PgvectorSearchIndex writer() {
        return PgvectorSearchIndex.open(schema, LOG, new HashedEmbedder());
    }

    private void fill(long position, Document... documents) {
        try (PgvectorSearchIndex writer = writer()) {
            writer.put(List.of(documents));
            writer.commit(position, new byte[] {(byte) position});
            writer.put(List.of(document(99, ANA, "Nunca se hizo durable")));
        }
    }

    private PgvectorBeside beside() {
        return new PgvectorBeside(schema, LOG, new HashedEmbedder());
    }

    @Test
    void itFindsWhatWasCommittedWithTheSameScoresAndNothingElse() {
        Search search = Search.of("derrumbe en Pasto", MERCHANT, 10);
        fill(
                41,
                document(1, ANA, "Envía a Pasto llegó tarde por derrumbe en la vía"),
                document(2, PersonRef.NONE, "Coordinadora a Medellín entregada a tiempo"));
        List<Hit> expected;
        try (PgvectorSearchIndex writer = writer()) {
            expected = writer.search(search);
        }
        try (PgvectorBeside beside = beside()) {
            SearchIndex committed = beside.committed(-1).orElseThrow();
            assertThat(committed.position()).isEqualTo(41);
            assertThat(committed.state()).containsExactly(41);
            assertThat(committed.size()).isEqualTo(2);
            assertThat(committed.count("episode")).isEqualTo(2);
            assertThat(committed.find(99)).isEmpty();
            assertThat(committed.find(2)).isPresent();
            assertThat(committed.search(search)).usingRecursiveComparison().isEqualTo(expected);
            assertThat(expected.getFirst().document().id()).isEqualTo(1);
            assertThat(beside.committed(41)).isEmpty();
            assertThatThrownBy(() -> committed.erase(ANA)).isInstanceOf(UnsupportedOperationException.class);
        }
    }

    @Test
    void whoeverFillsItErasesWhomOthersAskFor() {
        fill(41, document(1, ANA, "Envía a Pasto"), document(2, PersonRef.NONE, "Coordinadora a Medellín"));
        try (PgvectorBeside beside = beside()) {
            assertThat(beside.eraseElsewhere(ANA)).isEmpty();
            assertThat(beside.eraseElsewhere(ANA)).isEmpty();
        }
        try (PgvectorSearchIndex writer = writer()) {
            assertThat(writer.toErase()).containsExactly(ANA);
            writer.erased(ANA, writer.erase(ANA));
            assertThat(writer.toErase()).isEmpty();
        }
        try (PgvectorBeside beside = beside()) {
            assertThat(beside.eraseElsewhere(ANA)).isEqualTo(OptionalInt.of(1));
            SearchIndex committed = beside.committed(-1).orElseThrow();
            assertThat(committed.find(1)).isEmpty();
            assertThat(committed.find(2)).isPresent();
        }
    }

    @Test
    void theMemoryOfAnotherLogIsRefusedToReadersAndMadeAnewByWriters() {
        fill(41, document(1, ANA, "Envía a Pasto"));
        try (PgvectorBeside other = new PgvectorBeside(schema, LOG + 1, new HashedEmbedder())) {
            assertThatThrownBy(() -> other.committed(-1))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("log 5");
        }
        try (PgvectorSearchIndex writer = PgvectorSearchIndex.open(schema, LOG + 1, new HashedEmbedder())) {
            assertThat(writer.position()).isZero();
            assertThat(writer.size()).isZero();
        }
    }

    @Test
    void afterAFailureNothingIsCommittedThatMissesWhatWasPutBefore() {
        fill(41, document(1, ANA, "Envía a Pasto"));
        try (PgvectorSearchIndex writer = writer()) {
            writer.put(List.of(document(3, ANA, "Se pierde")));
            Document unfit = document(4, ANA, "Con un cero\0");
            assertThatThrownBy(() -> writer.put(List.of(unfit))).isInstanceOf(StoreException.class);
            assertThatThrownBy(() -> writer.commit(42, new byte[0]))
                    .as("it would tell that 3 is there")
                    .isInstanceOf(StoreException.class);
        }
        try (PgvectorSearchIndex again = writer()) {
            assertThat(again.position()).isEqualTo(41);
            assertThat(again.size()).isEqualTo(1);
        }
    }

    @Test
    void aDatabaseTellsWhetherItHasWhatTheMemoryWants() {
        assertThat(PgvectorExtension.lacks(schema)).isEmpty();
        assertThat(PgvectorExtension.lacks(SharedPostgres.schema()))
                .hasValueSatisfying(why -> assertThat(why).contains("pgvector", "Maybe"));
        assertThat(PgvectorExtension.isEnough("0.7.4")).isFalse();
        assertThat(PgvectorExtension.isEnough("0.8.0")).isTrue();
        assertThat(PgvectorExtension.isEnough("1.0")).isTrue();
        assertThat(PgvectorExtension.isEnough("unknown")).isFalse();
    }
}
