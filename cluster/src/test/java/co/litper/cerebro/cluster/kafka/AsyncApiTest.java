package co.litper.cerebro.cluster.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import co.litper.cerebro.act.Dispatch;
import co.litper.cerebro.decision.Decision;
import co.litper.cerebro.decision.Dilemma;
import co.litper.cerebro.decision.Forecast;
import co.litper.cerebro.decision.IssueStage;
import co.litper.cerebro.decision.Patience;
import co.litper.cerebro.event.EventType;
import co.litper.cerebro.log.Envelope;
import co.litper.cerebro.log.EnvelopeCodec;
import co.litper.cerebro.log.StoreException;
import co.litper.cerebro.testkit.RandomEvents;
import co.litper.cerebro.vocabulary.Action;
import co.litper.cerebro.vocabulary.Carrier;
import co.litper.cerebro.vocabulary.CityCode;
import co.litper.cerebro.vocabulary.IssueReason;
import co.litper.cerebro.vocabulary.MerchantId;
import co.litper.cerebro.vocabulary.PersonRef;
import co.litper.cerebro.vocabulary.Reply;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AsyncApiTest {
    private static final long SEED = 20260801;
    private static final int EVENTS = 2_000;
    private static final Topics TOPICS = new Topics("cerebro", Topics.DEFAULT_SHARDS, (short) 3);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private final Map<String, Schema> schemas = new HashMap<>();
    private final JsonNode document = read(AsyncApi.document(TOPICS));

    private static JsonNode read(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void theDocumentInTheDocsIsTheOneThatTheCodeMakes() throws IOException {
        Path path = Path.of("..", "docs", "reference", "asyncapi.json");
        if (Boolean.getBoolean("cerebro.write")) {
            Files.writeString(path, AsyncApi.document(TOPICS));
        }
        assertThat(Files.readString(path))
                .as("write it anew with -Dcerebro.write=true")
                .isEqualTo(AsyncApi.document(TOPICS));
    }

    @Test
    void everyTopicIsAChannelAndEveryReferenceLeadsSomewhere() {
        Set<String> addresses = new HashSet<>();
        document.get("channels").forEach(c -> addresses.add(c.get("address").textValue()));
        assertThat(addresses)
                .containsExactlyInAnyOrderElementsOf(
                        TOPICS.all().stream().map(t -> t.name()).toList());
        assertThat(document.findValuesAsText("$ref"))
                .hasSizeGreaterThan(TOPICS.all().size())
                .allMatch(ref -> !document.at(ref.substring(1)).isMissingNode());
        for (EventType type : EventType.values()) {
            assertThat(document.at("/components/messages/" + type.wire()).isObject())
                    .as(type.wire())
                    .isTrue();
        }
    }

    @Test
    void everyEventIsWhatItsMessagePromises() {
        RandomEvents random = new RandomEvents(SEED);
        EnvelopeCodec codec = new EnvelopeCodec();
        for (int i = 0; i < EVENTS; i++) {
            Envelope envelope = random.next();
            String text = new String(codec.encode(envelope), StandardCharsets.UTF_8);
            assertThat(schema(envelope.event().type().wire()).validate(read(text)))
                    .as("seed %d, event %d: %s", SEED, i, text)
                    .isEmpty();
        }
    }

    @Test
    void anEffectComesBackAsItWasAndIsWhatItsMessagePromises() {
        OutboxRecord effect = new OutboxRecord.Dispatched(new Dispatch(
                77,
                new MerchantId("m"),
                "home:1f",
                PersonRef.NONE,
                Action.NOTIFY_CUSTOMER,
                "",
                1_750_000_000_000L,
                "9",
                new Dispatch.Cargo(Carrier.TCC, new CityCode("76001"), 90_000, 1_750_000_500_000L)));
        OutboxRecord withdrawn = new OutboxRecord.Withdrawn(77);
        for (OutboxRecord each : new OutboxRecord[] {effect, withdrawn}) {
            assertThat(OutboxRecord.read(each.toBytes())).isEqualTo(each);
        }
        assertThat(schema(OutboxRecord.DISPATCHED).validate(read(new String(effect.toBytes(), StandardCharsets.UTF_8))))
                .isEmpty();
        assertThat(schema(OutboxRecord.WITHDRAWN).validate(read(new String(effect.toBytes(), StandardCharsets.UTF_8))))
                .isNotEmpty();
    }

    @Test
    void aDilemmaComesBackAsItWasAndIsWhatItsMessagePromises() {
        Dilemma dilemma = new Dilemma(
                Decision.idOf(Shards.firstPosition(7) + 1_234_567, 3),
                0x8f00_0000_dead_beefL,
                new MerchantId("m"),
                1_750_000_000_123L,
                new IssueStage(
                        IssueReason.BAD_ADDRESS, 2, Reply.HELPFUL, 1, true, Patience.SOME, Action.NOTIFY_CUSTOMER),
                Carrier.TCC,
                new CityCode("76001"),
                true,
                150_000,
                28_000,
                new Dilemma.History(5, 3, 1, 2),
                new Forecast(.1f, .2f, 1f / 3, 2.5f, 1, 7.25f, 1L << 40),
                Action.NONE,
                List.of(
                        new Dilemma.Option(Action.NONE, 0, .61f),
                        new Dilemma.Option(Action.NOTIFY_CUSTOMER, -1_234.567f, 1e-7f)));
        byte[] bytes = DilemmaRecord.toBytes(dilemma);

        assertThat(DilemmaRecord.read(bytes)).isEqualTo(dilemma);
        assertThat(schema(DilemmaRecord.RAISED).validate(read(new String(bytes, StandardCharsets.UTF_8))))
                .isEmpty();
        assertThatThrownBy(() -> DilemmaRecord.read("{\"data\":{}}".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(StoreException.class);
    }

    private Schema schema(String type) {
        JsonNode schema = document.at("/components/messages/" + type + "/payload/schema");
        return schemas.computeIfAbsent(type, t -> registry.getSchema(schema));
    }
}
