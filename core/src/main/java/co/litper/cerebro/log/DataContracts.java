package co.litper.cerebro.log;

import co.litper.cerebro.event.EventType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.StreamSupport;

/**
 * The catalogue of data contracts, one for each event type. Read once from the schema documents beside the code; a document
 * that is missing or wrong stops the first use with a message. Thread-safe; look-ups are O(1).
 */
public final class DataContracts {
    private static final String FOLDER = "/co/litper/cerebro/contracts/";

    private record Entry(DataContract contract, FieldRule rule) {}

    private static final Entry[] ENTRIES =
            Arrays.stream(EventType.values()).map(DataContracts::load).toArray(Entry[]::new);

    private DataContracts() {}

    /** The contracts of all event types, in the order of the catalogue. */
    public static List<DataContract> all() {
        return Arrays.stream(ENTRIES).map(Entry::contract).toList();
    }

    /** The contract of a type. */
    public static DataContract of(EventType type) {
        return ENTRIES[type.ordinal()].contract();
    }

    /** What the contract asks of the data. */
    static FieldRule rule(EventType type) {
        return ENTRIES[type.ordinal()].rule();
    }

    private static Entry load(EventType type) {
        String name = FOLDER + type.wire() + ".schema.json";
        try (InputStream in = DataContracts.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(
                        "there is no contract " + name + ". Maybe the build left out resources.");
            }
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            JsonNode schema = new ObjectMapper().readTree(text);
            return new Entry(contract(type, schema, text), FieldRule.of(schema));
        } catch (IOException e) {
            throw new UncheckedIOException("contract " + name + " cannot be read", e);
        }
    }

    private static DataContract contract(EventType type, JsonNode schema, String text) {
        return new DataContract(
                type,
                schema.required("x-version").asInt(),
                schema.required("x-owner").asText(),
                schema.required("description").asText(),
                Duration.parse(schema.required("x-freshness").asText()),
                StreamSupport.stream(schema.required("x-personal").spliterator(), false)
                        .map(JsonNode::asText)
                        .toList(),
                text);
    }
}
