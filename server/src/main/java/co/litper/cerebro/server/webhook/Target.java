package co.litper.cerebro.server.webhook;

import co.litper.cerebro.event.EventType;
import co.litper.cerebro.log.DataContracts;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * A field of an event's data that a mapping may fill, as the data contract tells it.
 *
 * @param path names from the data down, joined by dots, such as {@code parcel.valueCop}
 * @param kind how what a platform writes is read
 * @param words the only texts allowed, or empty for any
 */
record Target(String path, Kind kind, Set<String> words) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> CITIES = Set.of("origin", "destination", "location", "city");
    private static final List<String> PERSON = List.of("phone", "name", "address", "email");

    /** How a value is read. */
    enum Kind {
        TEXT,
        /** A short code in lower case. */
        CODE,
        INTEGER,
        NUMBER,
        FLAG,
        TIME,
        CARRIER,
        CITY,
        /** Of a customer; goes to the vault. */
        PERSONAL
    }

    /** The fields of a type by path, in the order of its contract. */
    static Map<String, Target> of(EventType type) {
        Map<String, Target> targets = new LinkedHashMap<>();
        collect("", schema(type), targets);
        return targets;
    }

    /** The paths without which the contract is broken, whatever else is told. */
    static List<String> required(EventType type) {
        List<String> required = new ArrayList<>();
        schema(type).path("required").forEach(name -> required.add(name.asText()));
        return required;
    }

    private static JsonNode schema(EventType type) {
        try {
            return JSON.readTree(DataContracts.of(type).schema());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the contract of " + type.wire() + " was read before", e);
        }
    }

    private static void collect(String prefix, JsonNode schema, Map<String, Target> targets) {
        schema.path("properties").properties().forEach(each -> {
            String path = prefix + each.getKey();
            JsonNode rule = each.getValue();
            if (each.getKey().equals("customer")) {
                PERSON.forEach(p -> targets.put(path + "." + p, new Target(path + "." + p, Kind.PERSONAL, Set.of())));
            } else if (rule.path("type").asText().equals("object")) {
                collect(path + ".", rule, targets);
            } else {
                Set<String> words = new TreeSet<>();
                rule.path("enum").forEach(word -> words.add(word.asText()));
                targets.put(path, new Target(path, kind(each.getKey(), rule), words));
            }
        });
    }

    private static Kind kind(String name, JsonNode rule) {
        if (name.equals("carrier")) {
            return Kind.CARRIER;
        }
        if (CITIES.contains(name)) {
            return Kind.CITY;
        }
        return switch (rule.path("type").asText()) {
            case "integer" -> Kind.INTEGER;
            case "number" -> Kind.NUMBER;
            case "boolean" -> Kind.FLAG;
            default -> {
                if (rule.path("format").asText().equals("date-time")) {
                    yield Kind.TIME;
                }
                yield rule.path("pattern").asText().startsWith("^[a-z0-9_.-]") ? Kind.CODE : Kind.TEXT;
            }
        };
    }
}
