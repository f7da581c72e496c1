package co.litper.cerebro.cluster.debezium;

import co.litper.cerebro.cluster.debezium.Change.Kind;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Optional;

/** Reads a change as Debezium's envelope tells it. Stateless. */
final class ChangeReader {
    private static final ObjectMapper JSON = new ObjectMapper();

    private ChangeReader() {}

    /** The change, or empty for what tells of no row: heartbeats, truncations, messages. */
    static Optional<Change> read(String key, String value) {
        try {
            JsonNode told = JSON.readTree(value);
            Optional<Kind> kind = kind(told.path("op").asText());
            JsonNode source = told.path("source");
            return kind.map(k -> new Change(
                    id(source, k, key),
                    source.path("schema").asText() + "." + source.path("table").asText(),
                    k,
                    k == Kind.DELETED ? row(told.path("before")) : row(told.path("after")),
                    row(told.path("before")),
                    source.path("ts_ms").asLong()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Debezium told something that is no JSON", e);
        }
    }

    private static Optional<Kind> kind(String op) {
        return switch (op) {
            case "r" -> Optional.of(Kind.STOOD);
            case "c" -> Optional.of(Kind.INSERTED);
            case "u" -> Optional.of(Kind.UPDATED);
            case "d" -> Optional.of(Kind.DELETED);
            default -> Optional.empty();
        };
    }

    /** A place in the log of the database and a row; a row that stood there has no place, and is the same in each snapshot. */
    private static String id(JsonNode source, Kind kind, String key) {
        String place = kind == Kind.STOOD ? "stood" : source.path("lsn").asText();
        return source.path("schema").asText() + "." + source.path("table").asText() + ":" + place + ":" + key;
    }

    private static JsonNode row(JsonNode row) {
        return row.isObject() ? row : JsonNodeFactory.instance.objectNode();
    }
}
