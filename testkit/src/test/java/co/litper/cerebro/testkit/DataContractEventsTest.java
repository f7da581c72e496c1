package co.litper.cerebro.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import co.litper.cerebro.event.EventType;
import co.litper.cerebro.log.Breach;
import co.litper.cerebro.log.ContractCheck;
import co.litper.cerebro.log.DataContracts;
import co.litper.cerebro.log.Envelope;
import co.litper.cerebro.log.EnvelopeCodec;
import co.litper.cerebro.log.Intake;
import co.litper.cerebro.log.MalformedEventException;
import co.litper.cerebro.vocabulary.PersonRef;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Record, codec, contract and gate agree on every event type. */
class DataContractEventsTest {
    private static final long SEED = 20260308;
    private static final int EVENTS = 300;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final EnvelopeCodec codec = new EnvelopeCodec();

    private static String replay(EventType type, int i, Object shown) {
        return "seed " + SEED + ", " + type + " number " + i + ": " + shown;
    }

    @ParameterizedTest
    @EnumSource
    void whatTheCodecWritesKeepsItsSchema(EventType type) throws IOException {
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(DataContracts.of(type).schema(), InputFormat.JSON);
        RandomEvents random = new RandomEvents(SEED);
        for (int i = 0; i < EVENTS; i++) {
            JsonNode data = JSON.readTree(codec.encode(random.next(type))).get("data");
            assertThat(schema.validate(
                            data, context -> context.executionConfig(config -> config.formatAssertionsEnabled(true))))
                    .as(replay(type, i, data))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatTheCodecWritesKeepsItsContract(EventType type) {
        RandomEvents random = new RandomEvents(SEED);
        for (int i = 0; i < EVENTS; i++) {
            Envelope envelope = random.next(type);
            assertThat(ContractCheck.check(envelope))
                    .as(replay(type, i, envelope))
                    .noneMatch(breach -> breach.severity() == Breach.Severity.REFUSAL);
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatTheSchemaRequiresTheCodecRequiresAndNothingElse(EventType type) throws IOException {
        JsonNode schema = JSON.readTree(DataContracts.of(type).schema());
        Set<String> required = new TreeSet<>();
        schema.path("required").forEach(name -> required.add(name.asText()));
        Set<String> seen = new TreeSet<>();
        Set<String> leftOut = new TreeSet<>();
        RandomEvents random = new RandomEvents(SEED);
        for (int i = 0; i < EVENTS; i++) {
            ObjectNode tree = (ObjectNode) JSON.readTree(codec.encode(random.next(type)));
            for (String name : names(schema.get("properties"))) {
                if (!tree.get("data").has(name)) {
                    leftOut.add(name);
                    continue;
                }
                seen.add(name);
                ObjectNode without = tree.deepCopy();
                ((ObjectNode) without.get("data")).remove(name);
                assertThat(decodes(without)).as(replay(type, i, without)).isNotEqualTo(required.contains(name));
            }
        }
        assertThat(seen).isEqualTo(names(schema.get("properties")));
        seen.removeAll(required);
        assertThat(leftOut).isEqualTo(seen);
    }

    private boolean decodes(JsonNode tree) throws IOException {
        try {
            codec.decode(JSON.writeValueAsBytes(tree));
            return true;
        } catch (MalformedEventException e) {
            return false;
        }
    }

    private static Set<String> names(JsonNode object) {
        Set<String> names = new TreeSet<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    @ParameterizedTest
    @EnumSource
    void theGateTakesOurOwnEventsBackUnlessOnlyWeCanSayThem(EventType type) {
        Intake gate = new Intake((merchant, phone) -> PersonRef.NONE);
        RandomEvents random = new RandomEvents(SEED);
        for (int i = 0; i < EVENTS; i++) {
            Envelope envelope = random.next(type);
            Intake.Result result = gate.read(codec.encode(envelope), envelope.recordedAt(), false);
            String replay = replay(type, i, result);
            if (Intake.isTakenFromOutside(type)) {
                assertThat(result).as(replay).isInstanceOf(Intake.Accepted.class);
                assertThat(((Intake.Accepted) result).envelope().event())
                        .as(replay)
                        .isEqualTo(envelope.event());
            } else {
                assertThat(result).as(replay).isInstanceOf(Intake.Refused.class);
            }
        }
    }
}
