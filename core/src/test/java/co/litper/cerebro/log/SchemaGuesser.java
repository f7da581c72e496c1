package co.litper.cerebro.log;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.SplittableRandom;

/** Makes data that mostly fits a schema: each value is right, at a bound, just beyond it, or of another type. */
final class SchemaGuesser {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final SplittableRandom random;

    SchemaGuesser(SplittableRandom random) {
        this.random = random;
    }

    ObjectNode object(JsonNode schema) {
        ObjectNode object = JSON.objectNode();
        // some objects are right throughout, so that the accepting side is seen for types with many fields too
        int wrongOneIn = random.nextInt(3) == 0 ? 8 : 1_000_000;
        for (Map.Entry<String, JsonNode> each : schema.get("properties").properties()) {
            boolean required = schema.path("required").toString().contains("\"" + each.getKey() + "\"");
            boolean leaveOut = required ? random.nextInt(wrongOneIn) == 0 : random.nextBoolean();
            if (!leaveOut) {
                object.set(
                        each.getKey(),
                        random.nextInt(wrongOneIn) == 0 ? wrong(each.getValue()) : right(each.getValue()));
            }
        }
        if (random.nextInt(wrongOneIn) == 0) {
            object.put("phone", "3001234567");
        }
        return object;
    }

    private JsonNode right(JsonNode schema) {
        return switch (schema.get("type").asText()) {
            case "object" -> object(schema);
            case "boolean" -> JSON.booleanNode(random.nextBoolean());
            case "integer" -> JSON.numberNode(bound(schema));
            case "number" -> JSON.numberNode((double) bound(schema));
            default -> JSON.textNode(text(schema, 0));
        };
    }

    private long bound(JsonNode schema) {
        return random.nextBoolean()
                ? schema.path("minimum").asLong(-5)
                : schema.path("maximum").asLong(1_000_000);
    }

    private JsonNode wrong(JsonNode schema) {
        return switch (random.nextInt(8)) {
            case 0 -> JSON.nullNode();
            case 1 -> JSON.arrayNode();
            case 2 -> JSON.objectNode();
            case 3 -> JSON.numberNode(schema.path("minimum").asLong(0) - 1);
            case 4 -> JSON.numberNode(schema.path("maximum").asLong(9) + 1);
            case 5 -> JSON.numberNode(random.nextBoolean() ? 0.5 : 1.0);
            case 6 -> JSON.booleanNode(true);
            default -> JSON.textNode(text(schema, random.nextInt(1, 5)));
        };
    }

    private String text(JsonNode schema, int kind) {
        String pattern = schema.path("pattern").asText();
        boolean isTime = schema.path("format").asText().equals("date-time");
        return switch (kind) {
            case 1 -> "";
            case 2 -> "🚚".repeat(schema.path("maxLength").asInt(10));
            case 3 -> "x".repeat(schema.path("maxLength").asInt(10) + 1);
            case 4 -> "no such Word!";
            default -> {
                if (schema.has("enum")) {
                    JsonNode words = schema.get("enum");
                    yield words.get(random.nextInt(words.size())).asText();
                }
                if (isTime) {
                    yield "2026-03-01T14:05:09Z";
                }
                yield switch (pattern) {
                    case "" -> "x".repeat(schema.path("maxLength").asInt());
                    case "^[A-Z0-9_]{1,40}$" -> "TCC";
                    case "^([0-9]{5}|~.{0,60})$" -> random.nextBoolean() ? "05001" : "~";
                    case "^([0-9a-f]{32})?$" -> "00112233445566778899aabbccddeeff";
                    case "^[0-9a-f]{16}$" -> "0011223344556677";
                    default -> "where_is_it";
                };
            }
        };
    }
}
