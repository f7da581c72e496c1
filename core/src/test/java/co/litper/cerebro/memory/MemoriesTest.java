package co.litper.cerebro.memory;

import static org.assertj.core.api.Assertions.assertThat;

import co.litper.cerebro.search.HashedEmbedder;
import co.litper.cerebro.search.InMemorySearchIndex;
import co.litper.cerebro.search.SearchIndex;
import co.litper.cerebro.vocabulary.Action;
import co.litper.cerebro.vocabulary.Carrier;
import co.litper.cerebro.vocabulary.CityCode;
import co.litper.cerebro.vocabulary.IssueReason;
import co.litper.cerebro.vocabulary.MerchantId;
import co.litper.cerebro.vocabulary.Outcome;
import co.litper.cerebro.vocabulary.PersonRef;
import java.lang.reflect.Proxy;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class MemoriesTest {
    private static final MerchantId MERCHANT = new MerchantId("litper");
    private static final PersonRef ANA = new PersonRef("a".repeat(32));
    private static final CityCode PASTO = CityCode.raw("Pasto");
    private static final CityCode CALI = CityCode.raw("Cali");
    private static final Instant NOW = Instant.parse("2026-03-09T15:00:00Z");

    private final SearchIndex index = new InMemorySearchIndex(new HashedEmbedder());
    private final Wording wording = new Wording(city -> city.code().substring(1));
    private final Memories memories = new Memories(index, wording);

    private static Episode episode(long id, Carrier carrier, CityCode city, boolean wrong, long cop, double expected) {
        return episode(id, carrier, city, null, PersonRef.NONE, wrong, cop, expected, NOW);
    }

    private static Episode episode(
            long id,
            Carrier carrier,
            CityCode city,
            @Nullable IssueReason issue,
            PersonRef person,
            boolean wrong,
            long cop,
            double expected,
            Instant at) {
        return new Episode(
                id,
                MERCHANT,
                person,
                at,
                new Scene(
                        carrier,
                        city,
                        issue,
                        issue == null ? Action.NONE : Action.CALL_CUSTOMER,
                        DayOfWeek.MONDAY,
                        false),
                expected,
                wrong ? Outcome.DELAY_OCCURRED : Outcome.DELIVERY_SUCCESS,
                wrong,
                false,
                wrong ? 7 : 2,
                cop,
                List.of(id, id + 1));
    }

    private List<Recalled> recall(String text, Instant now) {
        return memories.recall(Recall.of(text, MERCHANT, now, 10));
    }

    /** Surprising and dear: above the threshold of the long term. */
    private static Episode striking(long id) {
        return episode(id, Carrier.ENVIA, PASTO, null, ANA, true, -200_000, 0.05, NOW);
    }

    @Test
    void importanceGrowsWithSurpriseMoneyAndHarmAndStaysWithinZeroAndOne() {
        double dull = Importance.of(episode(1, Carrier.ENVIA, CALI, false, 8_000, 0.05));
        double surprising = Importance.of(episode(1, Carrier.ENVIA, CALI, false, 8_000, 0.9));
        double dear = Importance.of(episode(1, Carrier.ENVIA, CALI, false, 300_000, 0.05));
        double harmful = Importance.of(episode(1, Carrier.ENVIA, CALI, true, 8_000, 0.95));

        assertThat(dull).isPositive().isLessThan(0.4);
        assertThat(surprising).isGreaterThan(dull + 0.3).isLessThanOrEqualTo(1);
        assertThat(dear).isGreaterThan(dull + 0.1);
        assertThat(harmful).isGreaterThan(dull);
        assertThat(Importance.of(striking(1)))
                .isGreaterThan(Importance.LONG_TERM)
                .isLessThanOrEqualTo(1);
    }

    @Test
    void everythingIsRememberedForADayAndOnlyWhatMatteredBeyond() {
        memories.remember(episode(10, Carrier.ENVIA, PASTO, false, 8_000, 0.05));
        memories.remember(striking(20));

        assertThat(recall("Envía a Pasto", NOW.plus(Duration.ofHours(23))))
                .extracting(r -> r.memory().id())
                .containsExactlyInAnyOrder(10L, 20L);
        assertThat(recall("Envía a Pasto", NOW.plus(Duration.ofHours(25))))
                .extracting(r -> r.memory().id())
                .containsExactly(20L);
        memories.tidy(NOW.plus(Duration.ofHours(25)));
        assertThat(memories.size()).isEqualTo(1);
    }

    @Test
    void aMemoryTellsWhatHappenedInSpanishAndPointsToItsEvents() {
        memories.remember(
                episode(10, Carrier.ENVIA, PASTO, IssueReason.BAD_ADDRESS, PersonRef.NONE, true, -24_500, 0.1, NOW));

        Memory memory = recall("direccion errada pasto", NOW).getFirst().memory();

        assertThat(memory.text())
                .isEqualTo("Envia a Pasto, novedad dirección errada, lunes: se llamó al cliente;"
                        + " entregado tarde en 7 días, perdió $24.500.");
        assertThat(memory.events()).containsExactly(10L, 11L);
    }

    @Test
    void aMemoryFadesWithDisuseAndWhatIsUsedStaysLonger() {
        memories.remember(striking(10));
        memories.remember(striking(20));
        memories.used(List.of(20L), 1, NOW);
        memories.used(List.of(20L), 1, NOW);
        Instant aYearOn = NOW.plus(Duration.ofDays(330));

        assertThat(recall("Envía Pasto", NOW)).hasSize(2);
        assertThat(recall("Envía Pasto", aYearOn))
                .extracting(r -> r.memory().id())
                .containsExactly(20L);
    }

    @Test
    void memoriesThatHelpedBeforeRankAboveEqualOnesThatHarmed() {
        Instant at = NOW;
        memories.remember(episode(10, Carrier.ENVIA, PASTO, IssueReason.BAD_ADDRESS, ANA, true, -200_000, 0.05, at));
        memories.remember(episode(20, Carrier.ENVIA, PASTO, IssueReason.BAD_PHONE, ANA, true, -200_000, 0.05, at));
        double before = rankOf(20);
        for (int i = 0; i < 20; i++) {
            memories.used(List.of(20L), -0.8, NOW);
        }

        assertThat(rankOf(20)).isLessThan(before - 0.02);
        assertThat(recall("Envía Pasto", NOW).getFirst().memory().id()).isEqualTo(10L);
    }

    private double rankOf(long id) {
        return recall("Envía Pasto", NOW).stream()
                .filter(r -> r.memory().id() == id)
                .findFirst()
                .orElseThrow()
                .rank();
    }

    @Test
    void aContradictedMemoryIsMarkedAndFallsBehind() {
        memories.remember(striking(10));
        memories.remember(striking(20));
        memories.contradict(10, NOW);

        assertThat(recall("Envía Pasto", NOW)).extracting(r -> r.memory().id()).containsExactly(20L, 10L);
        assertThat(memories.find(10).orElseThrow().trace().isContradicted()).isTrue();
    }

    /** Half of what Envía brings to Pasto is late, a tenth of everything else. */
    private void aBadRoad(int count) {
        aBadRoad(memories, count);
    }

    private static void aBadRoad(Memories memories, int count) {
        for (int i = 0; i < count; i++) {
            memories.remember(episode(1_000 + 4L * i, Carrier.ENVIA, PASTO, i % 2 == 0, 8_000, 0.3));
            memories.remember(episode(1_001 + 4L * i, Carrier.ENVIA, CALI, i % 10 == 0, 8_000, 0.3));
            memories.remember(episode(1_002 + 4L * i, Carrier.TCC, PASTO, i % 10 == 1, 8_000, 0.3));
            memories.remember(episode(1_003 + 4L * i, Carrier.TCC, CALI, i % 10 == 2, 8_000, 0.3));
        }
    }

    private Optional<Memory> factOf(String text) {
        return memories.recall(new Recall(text, MERCHANT, Optional.of(MemoryKind.FACT), NOW, 10)).stream()
                .map(Recalled::memory)
                .filter(m -> m.text().startsWith(text))
                .findFirst();
    }

    @Test
    void manyEpisodesBecomeOneFactWithItsNumbersAndEvidence() {
        aBadRoad(40);

        Memory fact = factOf("Envia a Pasto va mal").orElseThrow();

        assertThat(fact.text()).isEqualTo("Envia a Pasto va mal 20 de 40 veces (50 %), frente a 10 % en lo demás.");
        assertThat(fact.support()).isEqualTo(40);
        assertThat(fact.events()).hasSize(Tally.EVIDENCE).allMatch(position -> position % 4 == 1);
        assertThat(fact.person()).isEqualTo(PersonRef.NONE);
    }

    @Test
    void whatIsNoMoreThanNoiseBecomesNoFact() {
        for (int i = 0; i < 400; i++) {
            memories.remember(episode(
                    1_000 + i, i % 2 == 0 ? Carrier.ENVIA : Carrier.TCC, i % 4 < 2 ? PASTO : CALI, i % 7 == 0, 0, 0.3));
        }

        assertThat(memories.recall(new Recall("Envía TCC Pasto Cali", MERCHANT, Optional.of(MemoryKind.FACT), NOW, 10)))
                .isEmpty();
    }

    @Test
    void aFactIsContradictedWhenTheRoadIsGoodAgain() {
        aBadRoad(40);
        for (int i = 0; i < 400; i++) {
            memories.remember(episode(9_000 + i, Carrier.ENVIA, PASTO, i % 10 == 0, 8_000, 0.3));
            memories.remember(episode(19_000 + i, Carrier.ENVIA, CALI, i % 7 == 0, 8_000, 0.3));
        }

        assertThat(factOf("Envia a Pasto va mal").orElseThrow().trace().isContradicted())
                .isTrue();
    }

    @Test
    void erasingAPersonTakesTheirMemoriesAndLeavesFacts() {
        aBadRoad(40);
        memories.remember(striking(20));
        memories.commit(5);

        assertThat(memories.erase(ANA)).isEqualTo(1);

        assertThat(memories.find(20)).isEmpty();
        assertThat(factOf("Envia a Pasto va mal")).isPresent();
    }

    @Test
    void whatIsCountedAndLearnedSurvivesClosing() {
        aBadRoad(15);
        memories.remember(striking(20));
        memories.used(List.of(20L), 0.5, NOW);
        memories.commit(77);
        Memories reopened = new Memories(index, wording);
        assertThat(reopened.position()).isEqualTo(77);
        Episode next = striking(30);
        reopened.remember(next);
        assertThat(reopened.recall(Recall.of("Envía Pasto", MERCHANT, NOW, 10)))
                .isNotEmpty()
                .anyMatch(r -> r.usefulness() > 0.5);
    }

    @Test
    void rememberingTheSameEpisodesAgainInARebuildGivesTheSameRecall() {
        aBadRoad(40);
        Memories again = new Memories(new InMemorySearchIndex(new HashedEmbedder()), wording);
        aBadRoad(again, 40);

        assertThat(again.recall(Recall.of("Envía a Pasto tarde", MERCHANT, NOW, 10)))
                .isNotEmpty()
                .isEqualTo(recall("Envía a Pasto tarde", NOW));
    }

    /** An index whose commit lasts until it is let go on. */
    private static SearchIndex slowToCommit(SearchIndex index, CountDownLatch begun, CountDownLatch goOn) {
        return (SearchIndex) Proxy.newProxyInstance(
                SearchIndex.class.getClassLoader(), new Class<?>[] {SearchIndex.class}, (self, method, arguments) -> {
                    if (method.getName().equals("commit")) {
                        begun.countDown();
                        goOn.await();
                    }
                    return method.invoke(index, arguments);
                });
    }

    @Test
    @Timeout(30)
    void whoeverRecallsDoesNotWaitForWhatIsMadeDurable() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        Memories slow = new Memories(slowToCommit(index, begun, goOn), wording);
        slow.remember(striking(1));
        Thread committing = Thread.ofVirtual().start(() -> slow.commit(7));
        begun.await();

        assertThat(slow.recall(Recall.of("Pasto", MERCHANT, NOW, 10)))
                .extracting(one -> one.memory().id())
                .containsExactly(1L);
        assertThat(slow.position()).isZero();

        goOn.countDown();
        committing.join();
        assertThat(slow.position()).isEqualTo(7);
    }
}
