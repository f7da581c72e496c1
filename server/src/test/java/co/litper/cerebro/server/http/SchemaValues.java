package co.litper.cerebro.server.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** Values that a schema of a document allows, and the same with one thing wrong in it. */
final class SchemaValues {
    private static final JsonNodeFactory MAKE = JsonNodeFactory.instance;
    private static final int DEEPEST = 6;

    /** What may stand where something else should. */
    private static final List<JsonNode> WRONG = List.of(
            MAKE.nullNode(),
            MAKE.textNode(""),
            MAKE.textNode(" "),
            MAKE.textNode("x".repeat(70_000)),
            MAKE.textNode("'; DROP TABLE entry; --"),
            MAKE.textNode("\u0000\u202e💥"),
            MAKE.textNode("${jndi:ldap://127.0.0.1/a}"),
            MAKE.textNode("9999-99-99T99:99:99Z"),
            MAKE.numberNode(-1),
            MAKE.numberNode(Long.MAX_VALUE),
            MAKE.numberNode(1e308),
            MAKE.numberNode(0.1),
            MAKE.booleanNode(true),
            MAKE.arrayNode(),
            MAKE.objectNode());

    private final JsonNode document;

    SchemaValues(JsonNode document) {
        this.document = document;
    }

    /** A value that the schema allows, every property told. */
    JsonNode valid(JsonNode schema) {
        return valid(schema, DEEPEST);
    }

    private JsonNode valid(JsonNode schema, int depth) {
        if (schema.has("$ref")) {
            return valid(document.at(schema.path("$ref").asText().substring(1)), depth);
        }
        for (String told : List.of("const", "example", "default")) {
            if (schema.has(told)) {
                return schema.get(told);
            }
        }
        if (schema.has("enum")) {
            return schema.path("enum").get(0);
        }
        JsonNode type = schema.path("type");
        return switch (type.isArray() ? type.get(0).asText() : type.asText()) {
            case "object" -> object(schema, depth);
            case "array" -> {
                ArrayNode items = MAKE.arrayNode();
                yield depth == 0 ? items : items.add(valid(schema.path("items"), depth - 1));
            }
            case "integer" -> MAKE.numberNode(Math.max(1, schema.path("minimum").asLong(1)));
            case "number" -> MAKE.numberNode(0.5);
            case "boolean" -> MAKE.booleanNode(true);
            default -> text(schema);
        };
    }

    private ObjectNode object(JsonNode schema, int depth) {
        ObjectNode object = MAKE.objectNode();
        if (depth > 0) {
            schema.path("properties").properties().forEach(p -> object.set(p.getKey(), valid(p.getValue(), depth - 1)));
        }
        return object;
    }

    private static JsonNode text(JsonNode schema) {
        return MAKE.textNode(
                switch (schema.path("format").asText()) {
                    case "date-time" -> "2026-03-10T15:00:00Z";
                    case "date" -> "2026-03-10";
                    default -> "a".repeat(Math.max(1, schema.path("minLength").asInt(1)));
                });
    }

    /** The value with one thing wrong: each part left out, each replaced by what it must not be, one thing too many. */
    List<JsonNode> mutants(JsonNode valid) {
        List<JsonNode> mutants = new ArrayList<>(WRONG);
        switch (valid) {
            case ObjectNode object -> {
                for (String name :
                        object.propertyStream().map(java.util.Map.Entry::getKey).toList()) {
                    mutants.add(object.deepCopy().without(name));
                    mutants(object.get(name))
                            .forEach(m -> mutants.add(object.deepCopy().set(name, m)));
                }
                mutants.add(object.deepCopy().put("nobodyKnowsThis", 1));
                mutants.add(object.deepCopy().put("x".repeat(1_000), "y"));
            }
            case ArrayNode array
            when !array.isEmpty() -> {
                mutants(array.get(0)).forEach(m -> mutants.add(array.deepCopy().add(m)));
                ArrayNode many = array.deepCopy();
                for (int i = 0; i < 1_001; i++) {
                    many.add(array.get(0));
                }
                mutants.add(many);
            }
            default -> {}
        }
        return mutants;
    }
}
