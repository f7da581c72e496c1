package co.litper.cerebro.server.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import co.litper.cerebro.event.CustomerEvent.CustomerReplied;
import co.litper.cerebro.event.Event;
import co.litper.cerebro.event.LogisticsEvent.GuideUpdated;
import co.litper.cerebro.event.LogisticsEvent.IssueReported;
import co.litper.cerebro.log.Envelope;
import co.litper.cerebro.log.Intake;
import co.litper.cerebro.server.webhook.Verdict.Item;
import co.litper.cerebro.server.webhook.Verdict.Reason;
import co.litper.cerebro.server.webhook.Verdict.Refused;
import co.litper.cerebro.server.webhook.Verdict.Repeated;
import co.litper.cerebro.server.webhook.Verdict.Taken;
import co.litper.cerebro.vault.InMemoryVault;
import co.litper.cerebro.vault.Person;
import co.litper.cerebro.vocabulary.Carrier;
import co.litper.cerebro.vocabulary.IssueReason;
import co.litper.cerebro.vocabulary.ShipmentState;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebhooksTest {
    private static final Instant START = Instant.parse("2026-03-10T15:00:00Z");
    private static final Duration WINDOW = Duration.ofMinutes(5);
    private static final String SCAN =
            "{\"evento\":\"rastreo\",\"guia\":\"700100\",\"transportadora\":\"Servientrega\",\"estado\":\"EN RUTA\","
                    + "\"fecha\":\"2026-03-10 09:30:00\"}";

    private final InMemoryVault vault = InMemoryVault.withRandomSecret();
    private Instant now = START;
    private final Webhooks gate = gate(Sender.SECRET);

    private Webhooks gate(String... secrets) {
        List<WebhookSource> sources = List.of(
                Sender.source("n8n", secrets), Sender.source("dropi", secrets), Sender.source("chateapro", secrets));
        return new Webhooks(sources, WINDOW, vault::refer, () -> now);
    }

    private static void requireRefused(Verdict verdict, Reason reason) {
        assertThat(verdict)
                .isInstanceOfSatisfying(
                        Refused.class, r -> assertThat(r.reason()).isEqualTo(reason));
    }

    private static Intake.Accepted told(Verdict verdict) {
        assertThat(verdict).isInstanceOf(Taken.class);
        Item item = ((Taken) verdict).items().getFirst();
        assertThat(item).isInstanceOf(Item.Told.class);
        return ((Item.Told) item).accepted();
    }

    private static Event event(Verdict verdict) {
        return told(verdict).envelope().event();
    }

    private static Item.Breach breach(Verdict verdict) {
        return (Item.Breach) ((Taken) verdict).items().getFirst();
    }

    @Test
    void aGenuineDeliveryIsTakenOnceAndItsReplayRefused() {
        Delivery delivery = Sender.n8n(SCAN, now);

        Envelope envelope = told(gate.receive(delivery)).envelope();

        assertThat(envelope.event().type().wire()).isEqualTo("tracking.updated");
        assertThat(envelope.validAt()).isEqualTo(Instant.parse("2026-03-10T14:30:00Z"));
        assertThat(envelope.correlationId()).isEqualTo("r1");
        requireRefused(gate.receive(delivery), Reason.REPLAYED);
    }

    @Test
    void aReplayAfterARestartIsTheSameEventForTheLog() {
        Delivery delivery = Sender.n8n(SCAN, now);
        String id = told(gate.receive(delivery)).envelope().id();
        now = now.plusSeconds(60);

        assertThat(told(gate(Sender.SECRET).receive(delivery)).envelope().id()).isEqualTo(id);
    }

    @Test
    void everyByteOfBodyAndTimeIsProved() {
        byte[] body = SCAN.getBytes(StandardCharsets.UTF_8);
        Delivery honest = Sender.n8n(SCAN, now);
        for (int i = 0; i < body.length; i += 7) {
            byte[] forged = body.clone();
            forged[i] ^= 1;
            requireRefused(gate.receive(new Delivery("n8n", honest.header(), forged, "")), Reason.FORGED);
        }
        String signature = honest.header().apply("x-cerebro-signature").orElseThrow();
        Map<String, String> later = Map.of(
                "x-cerebro-signature", signature, "x-cerebro-timestamp", String.valueOf(now.getEpochSecond() + 1));
        requireRefused(gate.receive(Sender.delivery("n8n", body, later)), Reason.FORGED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "sha256=", "sha256=zz", "deadbeef", "sha256=deadbeef", "SHA256=00", "sha1=00"})
    void whatIsNoSignatureIsForged(String signature) {
        Map<String, String> headers =
                Map.of("x-cerebro-signature", signature, "x-cerebro-timestamp", String.valueOf(now.getEpochSecond()));

        requireRefused(
                gate.receive(Sender.delivery("n8n", SCAN.getBytes(StandardCharsets.UTF_8), headers)), Reason.FORGED);
    }

    @Test
    void whatIsNotSignedIsRefused() {
        byte[] body = SCAN.getBytes(StandardCharsets.UTF_8);

        requireRefused(gate.receive(Sender.delivery("n8n", body, Map.of())), Reason.UNSIGNED);
        requireRefused(gate.receive(Sender.delivery("dropi", body, Map.of())), Reason.UNSIGNED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nobody", "../n8n", "n8n/../dropi", "N8N", "n8n\u0000", "' OR 1=1 --", "${jndi:x}"})
    void anUnknownNameIsRefusedWithoutBeingRepeated(String name) {
        Verdict verdict = gate.receive(Sender.delivery(name, new byte[0], Map.of()));

        requireRefused(verdict, Reason.UNKNOWN_SOURCE);
        if (!name.isEmpty()) {
            assertThat(((Refused) verdict).message()).doesNotContain(name);
        }
    }

    @Test
    void theWindowIsHeldOnBothSides() {
        Delivery first = Sender.n8n(SCAN, now.minus(WINDOW));
        assertThat(gate.receive(first)).isInstanceOf(Taken.class);
        assertThat(gate.receive(Sender.n8n(SCAN, now.plus(WINDOW)))).isInstanceOf(Taken.class);
        requireRefused(gate.receive(Sender.n8n(SCAN, now.minus(WINDOW).minusSeconds(1))), Reason.STALE);
        requireRefused(gate.receive(Sender.n8n(SCAN, now.plus(WINDOW).plusSeconds(1))), Reason.STALE);
    }

    @Test
    void aReplayIsRefusedHoweverTheClockIsSet() {
        Delivery first = Sender.n8n(SCAN, now);
        assertThat(gate.receive(first)).isInstanceOf(Taken.class);
        now = START.plus(Duration.ofHours(1));
        assertThat(gate.receive(Sender.n8n(SCAN, now))).isInstanceOf(Taken.class);
        now = START;

        requireRefused(gate.receive(first), Reason.STALE);
        now = START.plusSeconds(1);
        assertThat(gate.receive(Sender.n8n(SCAN, now))).isInstanceOf(Taken.class);
    }

    @Test
    void bothSecretsAreTakenWhileTheyChange() {
        Webhooks changing = gate("the-new-secret-0123", Sender.SECRET);

        assertThat(changing.receive(Sender.n8n(SCAN, now, "the-new-secret-0123")))
                .isInstanceOf(Taken.class);
        assertThat(changing.receive(Sender.n8n(SCAN, now, Sender.SECRET))).isInstanceOf(Taken.class);
        requireRefused(changing.receive(Sender.n8n(SCAN, now, "a-third-secret-01234")), Reason.FORGED);
    }

    @Test
    void aSourceThatSignsNoTimeMayRepeatItselfToNoEffect() {
        Delivery delivery = Sender.plain("dropi", "{\"event\":\"order.updated\",\"order\":{\"id\":9}}");

        assertThat(gate.receive(delivery)).isInstanceOf(Taken.class);
        assertThat(gate.receive(delivery)).isEqualTo(new Repeated());
    }

    @Test
    void whatCouldNotBeKeptMayComeAgain() {
        Delivery delivery = Sender.n8n(SCAN, now);
        Taken taken = (Taken) gate.receive(delivery);

        gate.forget(taken.receipt());

        assertThat(gate.receive(delivery)).isInstanceOf(Taken.class);
    }

    @Test
    void theMemoryIsBoundedAndWhatItForgotIsTooOld() {
        ReplayMemory memory = new ReplayMemory(true, 3);
        for (long second = 1; second <= 5; second++) {
            assertThat(memory.take(new ReplayMemory.Mark(second, 0, second))).isEqualTo(ReplayMemory.Finding.NEW);
        }

        assertThat(memory.size()).isEqualTo(3);
        assertThat(memory.take(new ReplayMemory.Mark(5, 0, 5))).isEqualTo(ReplayMemory.Finding.SEEN);
        assertThat(memory.take(new ReplayMemory.Mark(2, 0, 2))).isEqualTo(ReplayMemory.Finding.TOO_OLD);
        assertThat(memory.take(new ReplayMemory.Mark(99, 0, 2))).isEqualTo(ReplayMemory.Finding.TOO_OLD);
    }

    @Test
    void aDropiBodyBecomesAnObservationAndItsPersonGoesToTheVault() {
        String body = """
                {"event":"order.updated","order":{"id":55,"shipping_guide":"700200","shipping_company":"Servientrega",
                 "status":"NOVEDAD","novelty":"DIRECCION ERRADA María 3001234567","name":"María Gómez","phone":"+57 300 123 4567",
                 "dir":"Cra 7 # 12-34","city":"Bogotá","state":"Cundinamarca","rate_type":"CON RECAUDO",
                 "total_order":"$ 89.900","shipping_amount":12500,"updated_at":"2026-03-10T09:00:00-05:00"}}""";

        Intake.Accepted accepted = told(gate.receive(Sender.plain("dropi", body)));

        GuideUpdated guide = (GuideUpdated) accepted.envelope().event();
        assertThat(guide.guideNumber()).isEqualTo("700200");
        assertThat(guide.orderId()).isEqualTo("55");
        assertThat(guide.state()).isEqualTo(ShipmentState.ISSUE);
        assertThat(guide.issue()).isEqualTo(IssueReason.BAD_ADDRESS);
        assertThat(guide.rawIssue()).doesNotContainIgnoringCase("mar").doesNotContain("3001234567");
        assertThat(guide.parcel().carrier()).isEqualTo(Carrier.SERVIENTREGA);
        assertThat(guide.parcel().destination().code()).isEqualTo("11001");
        assertThat(guide.parcel().cod()).isTrue();
        assertThat(guide.parcel().valueCop()).isEqualTo(89_900);
        assertThat(guide.parcel().customer()).isEqualTo(vault.refer(Sender.MERCHANT, "3001234567"));
        assertThat(accepted.people())
                .containsEntry(
                        guide.parcel().customer(), new Person("María Gómez", "3001234567", "Cra 7 # 12-34", "", ""));
        assertThat(accepted.envelope().validAt()).isEqualTo(Instant.parse("2026-03-10T14:00:00Z"));
    }

    @Test
    void theSameNewsInAnotherBodyIsTheSameEvent() {
        String news =
                "{\"event\":\"order.updated\",\"order\":{\"id\":55,\"status\":\"ENTREGADO\",\"updated_at\":\"2026-03-10"
                        + " 09:00\"},\"sent\":%d}";

        String first = told(gate.receive(Sender.plain("dropi", news.formatted(1))))
                .envelope()
                .id();
        String second = told(gate.receive(Sender.plain("dropi", news.formatted(2))))
                .envelope()
                .id();
        String other = told(gate.receive(Sender.plain("dropi", news.formatted(3).replace("55", "56"))))
                .envelope()
                .id();

        assertThat(second).isEqualTo(first);
        assertThat(other).isNotEqualTo(first);
    }

    @Test
    void wordsOfACustomerGoToTheVaultAndTheirIntentIntoTheEvent() {
        String body = """
                {"event":"message.received","contact":{"phone":"3009876543","name":"Luis"},"custom":{"guia":"700300"},
                 "message":{"id":"wamid.1","text":"Sí, confirmo","timestamp":1773154800}}""";

        Intake.Accepted accepted = told(gate.receive(Sender.plain("chateapro", body)));

        CustomerReplied reply = (CustomerReplied) accepted.envelope().event();
        assertThat(reply.intent()).isEqualTo("confirms");
        assertThat(reply.guideNumber()).isEqualTo("700300");
        assertThat(accepted.people().get(reply.customer()))
                .isEqualTo(new Person("Luis", "3009876543", "", "", "Sí, confirmo"));
        assertThat(accepted.envelope().validAt()).isEqualTo(Instant.ofEpochSecond(1_773_154_800));
    }

    @Test
    void twoCustomersWhoSayTheSameAtOnceAreTwoEvents() {
        String body = "{\"event\":\"message\",\"contact\":{\"phone\":\"%s\"},\"message\":{\"text\":\"no\","
                + "\"timestamp\":1773154800}}";

        String first = told(gate.receive(Sender.plain("chateapro", body.formatted("3001111111"))))
                .envelope()
                .id();
        String second = told(gate.receive(Sender.plain("chateapro", body.formatted("3002222222"))))
                .envelope()
                .id();

        assertThat(first).isNotEqualTo(second);
    }

    @Test
    void aPhoneThatCannotBeReadDoesNotLoseTheEvent() {
        String body =
                "{\"event\":\"order.updated\",\"order\":{\"id\":7,\"status\":\"ENTREGADO\",\"phone\":\"no tiene\","
                        + "\"name\":\"Ana\"}}";

        Intake.Accepted accepted = told(gate.receive(Sender.plain("dropi", body)));

        assertThat(((GuideUpdated) accepted.envelope().event()).parcel().customer())
                .isEqualTo(vault.refer(Sender.MERCHANT, "order 7"));
    }

    @Test
    void aFailedDeliveryIsANovedadWithItsReason() {
        String body =
                "{\"evento\":\"entrega fallida\",\"guia\":\"1\",\"transportadora\":\"TCC\",\"motivo\":\"NO HAY QUIEN"
                        + " RECIBA\",\"intento\":\"2\"}";

        IssueReported issue = (IssueReported) event(gate.receive(Sender.n8n(body, now)));

        assertThat(issue.reason()).isEqualTo(IssueReason.RECIPIENT_UNAVAILABLE);
        assertThat(issue.attempt()).isEqualTo(2);
    }

    @Test
    void aListTellsManyThingsAndOneThatBreaksItsContractHoldsNoOtherUp() {
        String body =
                "{\"eventos\":[" + SCAN + ",{\"evento\":\"rastreo\",\"estado\":\"EN RUTA\"},{\"evento\":\"ping\"},"
                        + "{\"evento\":\"otra cosa\"}]}";

        List<Item> items = ((Taken) gate.receive(Sender.n8n(body, now))).items();

        assertThat(items).hasSize(4);
        assertThat(items.get(0)).isInstanceOf(Item.Told.class);
        assertThat(((Item.Breach) items.get(1)).reason()).contains("/data/guideNumber is missing");
        assertThat(items.get(2)).isInstanceOf(Item.Ignored.class);
        assertThat(((Item.Breach) items.get(3)).reason()).contains("no rule").contains("Maybe");
    }

    @Test
    void aBreachCanBeRepairedAndReplayedAsAnEvent() {
        String body = "{\"evento\":\"pedido creado\",\"pedido\":\"8\",\"telefono\":\"3001234567\",\"valor\":\"mucho\"}";
        Item.Breach breach = breach(gate.receive(Sender.n8n(body, now)));
        assertThat(breach.reason()).contains("/data/parcel/valueCop");
        assertThat(breach.toString()).doesNotContain("3001234567");

        String repaired = breach.payload().replace("\"mucho\"", "90000");

        assertThat(new Intake(vault::refer).read(repaired, now, false)).isInstanceOf(Intake.Accepted.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "not json|not JSON",
                "''|object or list",
                "42|object or list",
                "null|object or list",
                "{\"evento\":|not JSON",
                "{\"evento\":\"rastreo\",\"guia\":\"1\",\"estado\":\"EN RUTA\",\"fecha\":\"ayer\"}|/time",
                "{\"evento\":\"rastreo\",\"guia\":\"1\",\"estado\":\"EN RUTA\",\"fecha\":\"2031-01-01\"}|/time",
                "{\"evento\":\"pedido creado\",\"pedido\":\"1\",\"valor\":-5}|/data/parcel/valueCop",
                "{\"evento\":\"pedido creado\",\"pedido\":\"1\",\"valor\":1e30}|/data/parcel/valueCop"
            })
    void aGenuineBodyThatCannotBeUsedIsABreach(String body, String told) {
        assertThat(breach(gate.receive(Sender.n8n(body, now))).reason()).contains(told);
    }

    @Test
    void bombsAreBreachesAndDoNotHarm() {
        String deep = "[".repeat(100_000);
        String many = "{\"eventos\":[" + "{},".repeat(2_000) + "{}]}";
        String wide = "{\"evento\":\"rastreo\",\"guia\":\"" + "9".repeat(500_000) + "\",\"estado\":\"X\"}";

        assertThat(breach(gate.receive(Sender.n8n(deep, now))).reason()).contains("nested too deeply");
        assertThat(breach(gate.receive(Sender.n8n(many, now))).reason()).contains("at most 1000");
        assertThat(breach(gate.receive(Sender.n8n(wide, now))).reason()).isNotEmpty();
        requireRefused(gate.receive(Sender.n8n("x".repeat(Webhooks.MOST_BYTES + 1), now)), Reason.TOO_LARGE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"fecha", "estado", "transportadora", "ciudad", "valor", "contraentrega", "telefono", "novedad"})
    void aHugeValueInAnyFieldIsReadQuicklyAndRefusedOrCut(String field) {
        for (String unit : List.of("T", "9", "1.", "- ", "a ", "\\u0000")) {
            String body = "{\"evento\":\"guia actualizada\",\"guia\":\"1\",\"" + field + "\":\""
                    + unit.repeat(100_000 / unit.length()) + "\"}";

            assertThat(gate.receive(Sender.n8n(body, now))).isInstanceOf(Taken.class);
        }
    }

    @Test
    void secretsAreInNoText() {
        assertThat(Sender.source("n8n", Sender.SECRET).toString()).doesNotContain(Sender.SECRET);
        assertThatThrownBy(() -> Sender.source("n8n", "short"))
                .hasMessageContaining("at least 16")
                .hasMessageNotContaining("short\"");
    }
}
