package co.litper.cerebro.log;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * What a data contract asks of one value: the part of JSON Schema 2020-12 that the contracts use, read once from the
 * schema so that the schema stays the only truth, and cheap enough for every event.
 *
 * @param type what the value must be
 * @param words the only texts allowed, or empty for any
 * @param pattern what a text must match as a whole, or null for anything
 * @param minLength least Unicode characters of a text
 * @param maxLength most Unicode characters of a text
 * @param isTime true if a text must be an ISO-8601 time with offset
 * @param minimum least number
 * @param maximum greatest number
 * @param properties what an object may hold, and nothing else
 * @param required what an object must hold
 * @param anyOf of these an object must hold one at least; empty for no such rule
 */
record FieldRule(
        Type type,
        Set<String> words,
        @Nullable Pattern pattern,
        int minLength,
        int maxLength,
        boolean isTime,
        double minimum,
        double maximum,
        Map<String, FieldRule> properties,
        Set<String> required,
        Set<String> anyOf) {

    /** The JSON types that contracts use. */
    enum Type {
        OBJECT("an object"),
        STRING("text"),
        INTEGER("an integer"),
        NUMBER("a number"),
        BOOLEAN("true or false");

        private final String words;

        Type(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    /** Reads the rule of a schema; a keyword that is not among the known ones is a mistake of ours. */
    static FieldRule of(JsonNode schema) {
        Map<String, FieldRule> properties = new HashMap<>();
        schema.path("properties").properties().forEach(each -> properties.put(each.getKey(), of(each.getValue())));
        return new FieldRule(
                type(schema.path("type").asText()),
                texts(schema.path("enum")),
                schema.has("pattern") ? Pattern.compile(schema.get("pattern").asText()) : null,
                schema.path("minLength").asInt(0),
                schema.path("maxLength").asInt(Integer.MAX_VALUE),
                schema.path("format").asText().equals("date-time"),
                schema.path("minimum").asDouble(Double.NEGATIVE_INFINITY),
                schema.path("maximum").asDouble(Double.POSITIVE_INFINITY),
                Map.copyOf(properties),
                texts(schema.path("required")),
                texts(schema.path("anyOf").findValues("required").stream()
                        .flatMap(names -> StreamSupport.stream(names.spliterator(), false))
                        .toList()));
    }

    private static Type type(String json) {
        return switch (json) {
            case "object" -> Type.OBJECT;
            case "string" -> Type.STRING;
            case "integer" -> Type.INTEGER;
            case "number" -> Type.NUMBER;
            case "boolean" -> Type.BOOLEAN;
            default -> throw new IllegalArgumentException("a contract knows no type '" + json + "'");
        };
    }

    private static Set<String> texts(Iterable<JsonNode> nodes) {
        Set<String> texts = new TreeSet<>();
        nodes.forEach(node -> texts.add(node.asText()));
        return texts;
    }

    /** Tells {@code complaint} what is wrong with a text, without repeating it: it may tell of a person. */
    void check(String value, Consumer<String> complaint) {
        if (!words.isEmpty()) {
            if (!words.contains(value)) {
                complaint.accept("must be one of " + String.join(", ", words));
            }
            return;
        }
        int length = value.codePointCount(0, value.length());
        if (length < minLength || length > maxLength) {
            complaint.accept("must have " + minLength + " to " + maxLength + " characters, has " + length);
        } else if (pattern != null && !pattern.matcher(value).matches()) {
            complaint.accept("must match " + pattern.pattern());
        } else if (isTime && InstantText.parse(value).isEmpty()) {
            complaint.accept("must be a time such as 2026-03-01T14:05:09Z");
        } else if (hasHalfSurrogate(value)) {
            complaint.accept("holds half a character. Maybe an emoji was cut in two.");
        }
    }

    /** Tells {@code complaint} what is wrong with a number. */
    void check(double value, Consumer<String> complaint) {
        if (!(value >= minimum && value <= maximum) || Double.isInfinite(value)) {
            complaint.accept("must be " + range() + ", is " + value);
        }
    }

    /** Tells {@code complaint} what is wrong with an integer. */
    void check(long value, Consumer<String> complaint) {
        if (value < minimum || value > maximum) {
            complaint.accept("must be " + range() + ", is " + value);
        }
    }

    private String range() {
        if (Double.isInfinite(minimum) && Double.isInfinite(maximum)) {
            return "finite";
        }
        return (Double.isInfinite(minimum) ? "" : "at least " + shown(minimum))
                + (Double.isInfinite(minimum) || Double.isInfinite(maximum) ? "" : " and ")
                + (Double.isInfinite(maximum) ? "" : "at most " + shown(maximum));
    }

    private static String shown(double bound) {
        return bound == Math.rint(bound) ? Long.toString((long) bound) : Double.toString(bound);
    }

    private static boolean hasHalfSurrogate(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isSurrogate(c)) {
                if (Character.isLowSurrogate(c)
                        || i + 1 == text.length()
                        || !Character.isLowSurrogate(text.charAt(i + 1))) {
                    return true;
                }
                i++;
            }
        }
        return false;
    }

    /** Notes everything that is wrong with a tree that stands at {@code pointer}. */
    void check(JsonNode value, String pointer, List<Problem> problems) {
        if (!fits(value)) {
            problems.add(new Problem(pointer, "must be " + type.words() + ", is " + words(value)));
            return;
        }
        Consumer<String> complaint = message -> problems.add(new Problem(pointer, message));
        switch (type) {
            case OBJECT -> checkObject(value, pointer, problems);
            case STRING -> check(value.textValue(), complaint);
            case INTEGER -> check(value.longValue(), complaint);
            case NUMBER -> check(value.doubleValue(), complaint);
            case BOOLEAN -> {}
        }
    }

    private boolean fits(JsonNode value) {
        return switch (type) {
            case OBJECT -> value.isObject();
            case STRING -> value.isTextual();
            case INTEGER -> value.isIntegralNumber() ? value.canConvertToLong() : value.canConvertToExactIntegral();
            case NUMBER -> value.isNumber();
            case BOOLEAN -> value.isBoolean();
        };
    }

    private static String words(JsonNode value) {
        return switch (value.getNodeType()) {
            case ARRAY -> "an array";
            case BOOLEAN -> "true or false";
            case NULL, MISSING -> "nothing";
            case NUMBER -> value.isIntegralNumber() ? "an integer" : "a number with decimals";
            case STRING -> "text";
            case OBJECT, POJO, BINARY -> "an object";
        };
    }

    private void checkObject(JsonNode object, String pointer, List<Problem> problems) {
        for (Map.Entry<String, JsonNode> each : object.properties()) {
            FieldRule rule = properties.get(each.getKey());
            if (rule == null) {
                problems.add(new Problem(pointer + "/" + escaped(each.getKey()), unknown()));
            } else {
                rule.check(each.getValue(), pointer + "/" + each.getKey(), problems);
            }
        }
        for (String name : required) {
            if (!object.has(name)) {
                problems.add(new Problem(pointer + "/" + name, "is missing"));
            }
        }
        if (!anyOf.isEmpty() && anyOf.stream().noneMatch(object::has)) {
            problems.add(new Problem(pointer, missingAnyOf()));
        }
    }

    /** What is said of an object that holds none of {@link #anyOf}. */
    String missingAnyOf() {
        return "must have " + String.join(" or ", anyOf);
    }

    private String unknown() {
        String personal = properties.containsKey("customer")
                ? " Personal data belongs into customer, as {phone, name, address, email}."
                : "";
        return "is not part of the contract, which has " + String.join(", ", new TreeSet<>(properties.keySet())) + "."
                + personal;
    }

    private static String escaped(String name) {
        String shown = name.length() <= MAX_SHOWN ? name : name.substring(0, MAX_SHOWN) + "…";
        return shown.replace("~", "~0").replace("/", "~1");
    }

    /** A name of a field longer than this is cut in a message. */
    private static final int MAX_SHOWN = 40;
}
