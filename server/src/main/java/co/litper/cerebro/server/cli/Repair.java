package co.litper.cerebro.server.cli;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** Sets fields of a JSON object by pointer. */
final class Repair {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Repair() {}

    /** The text with each field set; a value that is a number, true or false becomes one. */
    static String apply(String payload, Map<String, String> values) {
        if (values.isEmpty()) {
            return payload;
        }
        try {
            JsonNode tree = JSON.readTree(payload);
            for (Map.Entry<String, String> each : values.entrySet()) {
                set(tree, JsonPointer.compile(each.getKey()), each.getValue());
            }
            return JSON.writeValueAsString(tree);
        } catch (JsonProcessingException | IllegalArgumentException e) {
            throw CommandFailure.usage("--set: " + e.getMessage());
        }
    }

    private static void set(JsonNode tree, JsonPointer pointer, String value) {
        if (!(tree.at(pointer.head()) instanceof ObjectNode holder)) {
            throw CommandFailure.usage("--set: " + pointer + " names no field of an object");
        }
        holder.set(pointer.last().getMatchingProperty(), value(value));
    }

    private static JsonNode value(String text) {
        try {
            JsonNode read = JSON.readTree(text);
            return read.isNumber() || read.isBoolean()
                    ? read
                    : JSON.getNodeFactory().textNode(text);
        } catch (JsonProcessingException e) {
            return JSON.getNodeFactory().textNode(text);
        }
    }
}
