package co.litper.cerebro.server.face;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Events whose every field that takes words holds the words of somebody who means harm, made from the contracts, so that a new field
 * cannot be forgotten.
 */
final class StrangersFields {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int HEX_OF_PERSON = 32;

    private final String words;

    /** @param words what stands in each field, cut to its length */
    StrangersFields(String words) {
        this.words = words;
    }

    /** The fields of a person, none of which any contract holds to a form. */
    private ObjectNode person() {
        return JSON.createObjectNode()
                .put("phone", "3001112233")
                .put("name", words)
                .put("address", words)
                .put("email", words);
    }

    /** The data of an event of this type; {@code filled} gets the names of the fields that hold the words. */
    ObjectNode data(String type, List<String> filled) throws IOException {
        String file = "/co/litper/cerebro/contracts/" + type + ".schema.json";
        try (InputStream in = Objects.requireNonNull(StrangersFields.class.getResourceAsStream(file), file)) {
            return object(JSON.readTree(in), type, filled);
        }
    }

    private ObjectNode object(JsonNode schema, String name, List<String> filled) {
        ObjectNode data = JSON.createObjectNode();
        schema.path("properties").properties().forEach(each -> {
            JsonNode value = value(each.getValue(), name + "." + each.getKey(), filled);
            if (!value.isMissingNode()) {
                data.set(each.getKey(), value);
            }
        });
        return data;
    }

    private JsonNode value(JsonNode field, String name, List<String> filled) {
        if (field.path("type").asText().equals("object")) {
            return object(field, name, filled);
        }
        if (field.has("enum")) {
            List<String> words = new ArrayList<>();
            field.path("enum").forEach(word -> words.add(word.asText()));
            return JSON.getNodeFactory().textNode(words.contains("ISSUE") ? "ISSUE" : words.getFirst());
        }
        return switch (field.path("type").asText()) {
            case "string" -> string(field, name, filled);
            case "integer", "number" ->
                JSON.getNodeFactory()
                        .numberNode(Math.max(1, field.path("minimum").asInt(1)));
            default -> JSON.missingNode();
        };
    }

    private JsonNode string(JsonNode field, String name, List<String> filled) {
        int most = field.path("maxLength").asInt(Integer.MAX_VALUE);
        String pattern = field.path("pattern").asText();
        if (most == HEX_OF_PERSON) {
            filled.add(name);
            return person();
        }
        if (field.has("format") || (!pattern.isEmpty() && !pattern.contains("~"))) {
            // Held to a form that no markup has: a carrier is the one that all have, the rest is left out.
            return name.endsWith(".carrier") ? JSON.getNodeFactory().textNode("ENVIA") : JSON.missingNode();
        }
        filled.add(name);
        String told = pattern.isEmpty() ? words : "~" + words;
        return JSON.getNodeFactory().textNode(told.substring(0, Math.min(most, told.length())));
    }
}
