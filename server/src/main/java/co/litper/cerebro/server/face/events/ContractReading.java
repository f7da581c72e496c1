package co.litper.cerebro.server.face.events;

import co.litper.cerebro.event.EventType;
import co.litper.cerebro.log.DataContract;
import co.litper.cerebro.log.DataContracts;
import co.litper.cerebro.server.http.route.Json;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** A contract's schema, read for people. */
final class ContractReading {
    private static final String DATA = "/data";
    /** Digits of a number that people type; longer ones stay text and are refused as such. */
    private static final int MOST_DIGITS = 30;

    private final DataContract contract;
    private final JsonNode schema;

    ContractReading(EventType type) {
        this.contract = DataContracts.of(type);
        this.schema = Json.read(contract.schema().getBytes(StandardCharsets.UTF_8));
    }

    /**
     * A field.
     *
     * @param pointer inside {@code data}
     * @param kind its type and what it may hold
     */
    record Field(String pointer, String kind, boolean required, boolean personal, String told) {}

    /** Every field, those inside others after these. */
    List<Field> fields() {
        List<Field> fields = new ArrayList<>();
        collect("", schema, fields);
        return fields;
    }

    private void collect(String above, JsonNode object, List<Field> into) {
        List<String> required = texts(object.path("required"));
        object.path("properties").properties().forEach(each -> {
            String pointer = above + "/" + each.getKey();
            JsonNode field = each.getValue();
            into.add(new Field(
                    pointer,
                    kind(field),
                    required.contains(each.getKey()),
                    contract.personal().contains(pointer),
                    field.path("description").asText("")));
            collect(pointer, field, into);
        });
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    private static String kind(JsonNode field) {
        String words = texts(field.path("enum")).stream().collect(Collectors.joining(", "));
        return words.isEmpty() ? field.path("type").asText() : words;
    }

    /** What was typed for a field as the contract wants it; nothing typed takes the field away. */
    JsonNode value(String pointer, String typed) {
        if (typed.isBlank()) {
            return NullNode.getInstance();
        }
        return switch (type(pointer)) {
            case "integer", "number" -> number(typed.strip());
            case "boolean" -> truth(typed.strip());
            case String _ -> new TextNode(typed.strip());
        };
    }

    private String type(String pointer) {
        JsonNode at = schema;
        if (!pointer.startsWith(DATA)) {
            return "string";
        }
        for (JsonPointer p = JsonPointer.compile(pointer.substring(DATA.length())); !p.matches(); p = p.tail()) {
            at = at.path("properties").path(p.getMatchingProperty());
        }
        return at.path("type").asText("string");
    }

    private static JsonNode number(String typed) {
        try {
            return typed.length() > MOST_DIGITS ? new TextNode(typed) : DecimalNode.valueOf(new BigDecimal(typed));
        } catch (NumberFormatException e) {
            return new TextNode(typed);
        }
    }

    private static JsonNode truth(String typed) {
        return switch (typed) {
            case "true" -> BooleanNode.TRUE;
            case "false" -> BooleanNode.FALSE;
            case String other -> new TextNode(other);
        };
    }
}
