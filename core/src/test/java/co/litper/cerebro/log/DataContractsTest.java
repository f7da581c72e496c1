package co.litper.cerebro.log;

import static org.assertj.core.api.Assertions.assertThat;

import co.litper.cerebro.event.EventType;
import co.litper.cerebro.vocabulary.Action;
import co.litper.cerebro.vocabulary.Carrier;
import co.litper.cerebro.vocabulary.CityCode;
import co.litper.cerebro.vocabulary.PersonRef;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.dialect.DialectId;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DataContractsTest {
    private static final long SEED = 20260306;
    private static final ObjectMapper JSON = new ObjectMapper();
    /** The keywords that {@link FieldRule} understands, and those that only tell. */
    private static final Set<String> KEYWORDS = Set.of(
            "$schema",
            "$id",
            "title",
            "description",
            "x-owner",
            "x-version",
            "x-freshness",
            "x-personal",
            "type",
            "additionalProperties",
            "required",
            "anyOf",
            "properties",
            "minLength",
            "maxLength",
            "pattern",
            "format",
            "enum",
            "minimum",
            "maximum");

    private static JsonNode schema(EventType type) throws IOException {
        return JSON.readTree(DataContracts.of(type).schema());
    }

    @Test
    void everyTypeHasAContractThatNamesItsOwner() {
        assertThat(DataContracts.all()).extracting(DataContract::type).containsExactly(EventType.values());
        assertThat(DataContracts.all())
                .allSatisfy(contract -> assertThat(contract.owner())
                        .isIn("orders", "logistics", "customers", "learning", "effects", "brain", "operations"));
    }

    @ParameterizedTest
    @EnumSource
    void aContractIsOfTheVersionThatIsWritten(EventType type) throws IOException {
        assertThat(DataContracts.of(type).version()).isEqualTo(type.version());
        assertThat(schema(type).get("$id").asText()).isEqualTo(EnvelopeCodec.schema(type));
        assertThat(schema(type).get("title").asText()).isEqualTo(type.wire());
    }

    @ParameterizedTest
    @EnumSource
    void aContractIsAValidSchemaThatUsesOnlyWhatTheCheckUnderstands(EventType type) throws IOException {
        Schema meta = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(SchemaLocation.of(DialectId.DRAFT_2020_12));
        assertThat(meta.validate(schema(type))).isEmpty();
        checkKeywords(schema(type), type.wire());
    }

    private static void checkKeywords(JsonNode schema, String where) {
        Set<String> names = new TreeSet<>();
        schema.fieldNames().forEachRemaining(names::add);
        assertThat(KEYWORDS).as(where).containsAll(names);
        if (schema.has("pattern")) {
            assertThat(schema.get("pattern").asText()).as(where).startsWith("^").endsWith("$");
        }
        if (schema.path("type").asText().equals("object")) {
            assertThat(schema.path("additionalProperties").isBoolean())
                    .as(where)
                    .isTrue();
            assertThat(schema.get("additionalProperties").booleanValue()).isFalse();
        }
        if (schema.path("type").asText().equals("string")) {
            assertThat(schema.has("enum") || schema.has("maxLength")).as(where).isTrue();
        }
        schema.path("properties")
                .properties()
                .forEach(each -> checkKeywords(each.getValue(), where + "/" + each.getKey()));
    }

    @ParameterizedTest
    @EnumSource
    void aContractHasTheFieldsOfItsRecordAndNoOthers(EventType type) throws IOException {
        compare(schema(type), type.record(), type.wire());
    }

    private static void compare(JsonNode schema, Class<?> record, String where) {
        JsonNode properties = schema.get("properties");
        List<String> names = new ArrayList<>();
        properties.fieldNames().forEachRemaining(names::add);
        assertThat(names)
                .as(where)
                .containsExactlyElementsOf(Arrays.stream(record.getRecordComponents())
                        .map(RecordComponent::getName)
                        .toList());
        for (RecordComponent component : record.getRecordComponents()) {
            JsonNode property = properties.get(component.getName());
            String name = where + "/" + component.getName();
            Class<?> type = component.getType();
            String json = property.get("type").asText();
            if (component.getName().equals("digest")) {
                assertThat(json).as(name).isEqualTo("string");
            } else if (type == long.class || type == int.class) {
                assertThat(json).as(name).isEqualTo("integer");
            } else if (type == double.class) {
                assertThat(json).as(name).isEqualTo("number");
            } else if (type == boolean.class) {
                assertThat(json).as(name).isEqualTo("boolean");
            } else if (type == Instant.class) {
                assertThat(property.path("format").asText()).as(name).isEqualTo("date-time");
            } else if (type.isEnum()) {
                assertThat(texts(property.get("enum"))).as(name).isEqualTo(words(type));
            } else if (type == String.class || type == Carrier.class || type == CityCode.class) {
                assertThat(json).as(name).isEqualTo("string");
            } else if (type == PersonRef.class) {
                assertThat(property.path("pattern").asText()).as(name).contains("[0-9a-f]{32}");
            } else {
                assertThat(json).as(name).isEqualTo("object");
                compare(property, type, name);
            }
        }
    }

    private static Set<String> words(Class<?> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(value -> value instanceof Action action ? action.wire() : ((Enum<?>) value).name())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @ParameterizedTest
    @EnumSource
    void everyReferenceToAPersonIsNamedAsPersonal(EventType type) throws IOException {
        List<String> found = new ArrayList<>();
        personal(type.record(), "", found);
        assertThat(DataContracts.of(type).personal()).containsExactlyInAnyOrderElementsOf(found);
        for (String pointer : found) {
            String inSchema = pointer.replace("/", "/properties/");
            assertThat(schema(type).at(inSchema).isMissingNode()).isFalse();
        }
    }

    private static void personal(Class<?> record, String pointer, List<String> found) {
        for (RecordComponent component : record.getRecordComponents()) {
            String here = pointer + "/" + component.getName();
            if (component.getType() == PersonRef.class || component.getName().equals("by")) {
                found.add(here);
            } else if (component.getType().isRecord()) {
                personal(component.getType(), here, found);
            }
        }
    }

    /** Our check of trees and a full validator must agree on anything, right or wrong. */
    @ParameterizedTest
    @EnumSource
    void theCheckAgreesWithAFullValidatorOfTheSchema(EventType type) throws IOException {
        JsonNode schema = schema(type);
        Schema full = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(DataContracts.of(type).schema(), InputFormat.JSON);
        SchemaGuesser guesser = new SchemaGuesser(new SplittableRandom(SEED + type.ordinal()));
        int refused = 0;
        for (int i = 0; i < 1_000; i++) {
            JsonNode data = guesser.object(schema);
            List<Problem> problems = new ArrayList<>();
            DataContracts.rule(type).check(data, "/data", problems);
            boolean valid = full.validate(
                            data, context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
                    .isEmpty();
            assertThat(problems.isEmpty())
                    .as("seed %d, %s number %d: %s, ours %s", SEED, type, i, data, problems)
                    .isEqualTo(valid);
            refused += valid ? 0 : 1;
        }
        assertThat(refused).isBetween(1, 999);
    }
}
