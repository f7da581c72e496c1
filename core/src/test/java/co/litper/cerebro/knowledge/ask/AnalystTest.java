package co.litper.cerebro.knowledge.ask;

import static org.assertj.core.api.Assertions.assertThat;

import co.litper.cerebro.knowledge.KnowledgeGraph;
import co.litper.cerebro.logistics.CityDirectory;
import co.litper.cerebro.logistics.ParcelState;
import co.litper.cerebro.vocabulary.Carrier;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class AnalystTest {
    private static final Condition PASTO = new Condition(Factor.CITY, "52001");
    private static final Condition ENVIA = new Condition(Factor.CARRIER, "ENVIA");
    private static final Predicate<ParcelState> ENVIA_TO_PASTO =
            p -> p.destination().code().equals("52001") && p.carrier().equals(Carrier.ENVIA);

    private static Analyst on(CaseTable.Builder shipments) {
        return new Analyst(shipments.build(), CityDirectory.packaged(), KnowledgeGraph::new);
    }

    private static List<List<Condition>> causes(Answer answer) {
        assertThat(answer.verdict()).isInstanceOf(Answer.Causes.class);
        return ((Answer.Causes) answer.verdict())
                .causes().stream().map(Step::subject).toList();
    }

    @Test
    void aSlowCarrierOfACityIsNamedWithItsNumbersAndExamples() {
        Answer answer =
                on(Shipments.of(1, 4_000, ENVIA_TO_PASTO)).ask("¿Por qué los envíos a Pasto tienen más retrasos?");
        assertThat(causes(answer)).containsExactly(List.of(PASTO, ENVIA));
        Step cause = ((Answer.Causes) answer.verdict()).causes().getFirst();
        assertThat(cause.figure().low()).isLessThan(0.6).isGreaterThan(0.4);
        assertThat(cause.figure().high()).isGreaterThan(0.6);
        assertThat(cause.controlled()).contains(Factor.PRODUCT);
        assertThat(cause.guides()).hasSize(Scope.EXAMPLES);
        assertThat(answer.sureness()).isEqualTo(Answer.Sureness.HIGH);
    }

    @Test
    void aClosedRoadIsNamedByPlaceAndDays() {
        Instant from = Instant.parse("2026-04-01T05:00:00Z");
        Instant to = Instant.parse("2026-04-22T05:00:00Z");
        Predicate<ParcelState> closed = p -> p.destination().code().equals("52001")
                && p.createdAtMs() >= from.toEpochMilli()
                && p.createdAtMs() < to.toEpochMilli();
        Answer answer = on(Shipments.of(2, 6_000, closed))
                .ask("¿Por qué Pasto tiene más retrasos? ¿Por qué los envíos a Pasto?");
        List<Condition> first = causes(answer).getFirst();
        assertThat(first).contains(PASTO);
        String period = first.getLast().level();
        assertThat(Math.abs(Periods.from(period) - from.getEpochSecond() / 86_400))
                .isLessThanOrEqualTo(3);
        assertThat(Math.abs(Periods.to(period) - (to.getEpochSecond() / 86_400 - 1)))
                .isLessThanOrEqualTo(3);
    }

    @Test
    void whereNothingIsPlantedNothingIsAccusedInNineteenOfTwentyWorlds() {
        int accused = 0;
        for (long seed = 1; seed <= 20; seed++) {
            Answer answer =
                    on(Shipments.of(seed, 3_000, p -> false)).ask("¿Por qué los envíos a Pasto tienen más retrasos?");
            accused += answer.verdict() instanceof Answer.Causes ? 1 : 0;
        }
        assertThat(accused).as("seeds 1 to 20").isLessThanOrEqualTo(1);
    }

    /** All others are late, so that the question's premise is false, and one carrier is slow everywhere. */
    @Test
    void aPlaceThatIsNoWorseIsToldSoAndNothingIsAccusedOfADifference() {
        Predicate<ParcelState> elsewhere =
                p -> !p.destination().code().equals("52001") || p.carrier().equals(Carrier.ENVIA);
        Answer answer = on(Shipments.of(6, 4_000, elsewhere)).ask("¿Por qué los envíos a Pasto tienen más retrasos?");
        assertThat(answer.verdict()).isInstanceOfSatisfying(Answer.NotWorse.class, v -> {
            assertThat(v.isPlain()).isTrue();
            assertThat(v.here().figure().value()).isLessThan(v.rest().figure().value());
            assertThat(v.within()).extracting(Step::subject).contains(List.of(PASTO, ENVIA));
            assertThat(v.within()).allSatisfy(step -> assertThat(step.share()).isNaN());
        });
        assertThat(answer.sureness()).isEqualTo(Answer.Sureness.HIGH);
    }

    @Test
    void whereTheDifferenceMayBeLuckNobodyIsSure() {
        int worlds = 0;
        for (long seed = 1; seed <= 20; seed++) {
            Answer answer =
                    on(Shipments.of(seed, 1_000, p -> false)).ask("¿Por qué los envíos a Pasto tienen más retrasos?");
            if (answer.verdict() instanceof Answer.NotWorse v
                    && v.held().figure().high() >= 0.03) {
                worlds++;
                assertThat(answer.sureness()).as("seed %d", seed).isEqualTo(Answer.Sureness.LOW);
            }
        }
        assertThat(worlds).as("seeds 1 to 20").isGreaterThan(5);
    }

    @Test
    void everyKindOfQuestionIsAnswered() {
        Analyst analyst = new Analyst(
                Shipments.of(3, 4_000, ENVIA_TO_PASTO).build(), CityDirectory.packaged(), Answered::twelveBadAddresses);
        for (String question : List.of(
                "¿Por qué hay retrasos?",
                "Compara Envía y TCC en Pasto",
                "¿Cómo van los retrasos?",
                "¿Con qué transportadora mando a Pasto?",
                "¿Qué funcionó para dirección errada?",
                "¿Qué pasaría si mando todo lo de Pasto con TCC?",
                "¿Qué casos parecidos hay a la guía 24000123?",
                "¿Cuántos envíos hubo en mayo?",
                "¿Dónde hay más retrasos?",
                "¿Qué día se retrasan más los envíos?",
                "¿Quién entrega más tarde?",
                "¿Cuál es la peor ciudad en devoluciones?",
                "¿Es normal este nivel de retrasos?",
                "¿Cuántos retrasos se esperan la próxima semana?",
                "¿Qué cambió en los envíos?")) {
            assertThat(analyst.ask(question).isAnswered()).as(question).isTrue();
        }
    }

    @Test
    void theAnswerThatWorkedIsTheOneWhoseGuidesDidNotComeBack() {
        Answer answer = new Analyst(
                        Shipments.of(3, 100, p -> false).build(),
                        CityDirectory.packaged(),
                        Answered::twelveBadAddresses)
                .ask("¿Qué funcionó para dirección errada?");

        assertThat(answer.steps()).hasSize(2);
        assertThat(answer.steps().getFirst().guides()).containsExactly("ask_address");
        assertThat(answer.steps().getFirst().figure().value()).isEqualTo(1);
        assertThat(answer.steps().getLast().figure().value()).isZero();
    }

    @Test
    void theCarrierThatIsNotSlowThereIsRecommended() {
        Answer answer = on(Shipments.of(3, 4_000, ENVIA_TO_PASTO)).ask("¿Con qué transportadora mando a Pasto?");
        assertThat(answer.steps().getFirst().subject()).doesNotContain(ENVIA);
        Answer worst = on(Shipments.of(3, 4_000, ENVIA_TO_PASTO)).ask("¿Cuál es la peor transportadora en Pasto?");
        assertThat(worst.steps().getFirst().subject()).contains(ENVIA);
        assertThat(worst.sureness()).isEqualTo(Answer.Sureness.HIGH);
    }

    @Test
    void anotherCarrierWouldHaveBroughtTheShareDownToItsOwn() {
        Answer answer =
                on(Shipments.of(3, 4_000, ENVIA_TO_PASTO)).ask("¿Qué pasaría si mando todo lo de Pasto con TCC?");
        Step assumed = answer.steps().getLast();
        assertThat(assumed.kind()).isEqualTo(Step.Kind.ASSUMED);
        assertThat(assumed.figure().value()).isBetween(0.05, 0.16);
        assertThat(answer.steps().getFirst().figure().value()).isGreaterThan(0.2);
    }

    @Test
    void tooFewShipmentsPeopleAndOtherThingsAreRefusedWithTheReason() {
        Analyst analyst = on(Shipments.of(4, 100, p -> false));
        assertThat(analyst.ask("¿Por qué los envíos a Pasto tienen más retrasos?")
                        .verdict())
                .isInstanceOfSatisfying(Answer.Unanswerable.class, u -> {
                    assertThat(u.why()).isEqualTo(Answer.Reason.TOO_FEW);
                    assertThat(u.n()).isLessThan(u.needed());
                });
        assertThat(analyst.ask("¿Cuál es el teléfono del cliente de la guía 24000001?")
                        .verdict())
                .isInstanceOfSatisfying(
                        Answer.Unanswerable.class, u -> assertThat(u.why()).isEqualTo(Answer.Reason.PERSONAL));
        assertThat(analyst.ask("¿Cuánto vale el dólar?").verdict())
                .isInstanceOfSatisfying(
                        Answer.Unanswerable.class, u -> assertThat(u.why()).isEqualTo(Answer.Reason.OUT_OF_SCOPE));
        assertThat(analyst.ask("hola").isAnswered()).isFalse();
    }

    @Test
    void theSameQuestionHasTheSameAnswer() {
        String question = "¿Por qué hay retrasos?";
        assertThat(on(Shipments.of(5, 2_000, ENVIA_TO_PASTO)).ask(question))
                .isEqualTo(on(Shipments.of(5, 2_000, ENVIA_TO_PASTO)).ask(question));
    }
}
