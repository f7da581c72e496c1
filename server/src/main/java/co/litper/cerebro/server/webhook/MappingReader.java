package co.litper.cerebro.server.webhook;

import co.litper.cerebro.event.EventType;
import co.litper.cerebro.log.Intake;
import co.litper.cerebro.logistics.EditDistance;
import co.litper.cerebro.logistics.Folding;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads one mapping file and notes everything that is wrong with it, with where and what may be meant. One file, one thread. */
final class MappingReader {
    /** Slips of the pen that a suggestion forgives. */
    private static final int NEAR = 3;

    private static final Set<String> TOP = Set.of("about", "signature", "each", "rules");
    private static final Set<String> SIGNATURE = Set.of("header", "time", "encoding", "prefix");
    private static final Set<String> RULE = Set.of("about", "when", "ignore", "type", "id", "time", "note", "data");
    private static final Set<String> FIELD = Set.of("from", "department", "words", "otherwise", "is");
    private static final String ANYTHING = "*";

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(JsonParser.Feature.ALLOW_COMMENTS)
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final String name;
    private final List<String> problems;

    /** @param problems takes what is wrong, each beginning with the name of the file */
    MappingReader(String name, List<String> problems) {
        this.name = name;
        this.problems = problems;
    }

    /** The mapping, or null if it could not be used. */
    @Nullable
    Mapping read(String text) {
        int before = problems.size();
        JsonNode tree;
        try {
            tree = JSON.readTree(text);
        } catch (JsonProcessingException e) {
            problems.add(name + ": is not JSON: " + e.getOriginalMessage() + " at line "
                    + (e.getLocation() == null ? 0 : e.getLocation().getLineNr())
                    + ". Maybe a comma or a quote is missing.");
            return null;
        }
        requireKnown(tree, "", TOP);
        Signature signature = signature(tree.path("signature"));
        Optional<Place> each = places(tree.path("each"), "/each").stream().findFirst();
        List<Rule> rules = new ArrayList<>();
        JsonNode given = tree.path("rules");
        for (int i = 0; i < given.size(); i++) {
            rule(given.get(i), "/rules/" + i).ifPresent(rules::add);
        }
        if (!given.isArray() || given.isEmpty()) {
            problem("/rules", "must be a list of one rule at least");
        }
        return problems.size() == before ? new Mapping(name, signature, each, rules) : null;
    }

    private void problem(String where, String what) {
        problems.add(name + " " + where + ": " + what);
    }

    private void requireKnown(JsonNode object, String where, Set<String> known) {
        if (!object.isObject()) {
            problem(where.isEmpty() ? "/" : where, "must be an object with " + String.join(", ", new TreeSet<>(known)));
            return;
        }
        object.fieldNames().forEachRemaining(field -> {
            if (!known.contains(field)) {
                problem(where + "/" + field, "is not known" + suggestion(field, known));
            }
        });
    }

    static String suggestion(String given, Collection<String> known) {
        String best = "";
        int distance = NEAR + 1;
        for (String each : new TreeSet<>(known)) {
            int d = EditDistance.atMost(given, each, NEAR);
            if (d < distance) {
                distance = d;
                best = each;
            }
        }
        return best.isEmpty()
                ? ". Maybe one of " + String.join(", ", new TreeSet<>(known)) + "."
                : ". Maybe '" + best + "'.";
    }

    private Signature signature(JsonNode given) {
        if (given.isMissingNode()) {
            return Signature.OWN;
        }
        requireKnown(given, "/signature", SIGNATURE);
        String header = given.path("header").asText("");
        if (header.isBlank()) {
            problem("/signature/header", "must name the header with the signature");
        }
        String encoding = given.path("encoding").asText("hex");
        if (!encoding.equals("hex") && !encoding.equals("base64")) {
            problem("/signature/encoding", "is '" + encoding + "'. Maybe hex or base64.");
        }
        return new Signature(
                header.toLowerCase(Locale.ROOT),
                given.path("time").asText("").toLowerCase(Locale.ROOT),
                encoding.equals("base64"),
                given.path("prefix").asText(""));
    }

    private Optional<Rule> rule(JsonNode given, String where) {
        requireKnown(given, where, RULE);
        List<Condition> when = conditions(given.path("when"), where + "/when");
        if (given.path("ignore").asBoolean(false)) {
            return Optional.of(new Rule(when, null, List.of(), List.of(), List.of(), List.of()));
        }
        EventType type = type(given.path("type").asText(""), where + "/type");
        if (type == null) {
            return Optional.empty();
        }
        return Optional.of(new Rule(
                when,
                type,
                places(given.path("id"), where + "/id"),
                places(given.path("time"), where + "/time"),
                places(given.path("note"), where + "/note"),
                fields(type, given.path("data"), where + "/data")));
    }

    private @Nullable EventType type(String wire, String where) {
        List<String> taken = Arrays.stream(EventType.values())
                .filter(Intake::isTakenFromOutside)
                .map(EventType::wire)
                .toList();
        EventType type = EventType.ofWire(wire).orElse(null);
        if (type == null) {
            problem(where, "there is no event '" + wire + "'" + suggestion(wire, taken));
        } else if (!Intake.isTakenFromOutside(type)) {
            problem(where, wire + " is not taken from outside: only Cerebro says so" + suggestion(wire, taken));
            return null;
        }
        return type;
    }

    private List<Condition> conditions(JsonNode given, String where) {
        List<Condition> conditions = new ArrayList<>();
        given.properties().forEach(each -> {
            Place place = place(each.getKey(), where);
            List<String> words = texts(each.getValue());
            if (words.isEmpty()) {
                problem(where + each.getKey(), "must be a text, a list of texts, or \"*\" for anything");
            } else if (place != null) {
                Set<String> folded = words.contains(ANYTHING)
                        ? Set.of()
                        : words.stream().map(Folding::fold).collect(Collectors.toSet());
                conditions.add(new Condition(place, folded));
            }
        });
        return conditions;
    }

    private static List<String> texts(JsonNode given) {
        List<String> texts = new ArrayList<>();
        if (given.isValueNode() && !given.isNull()) {
            texts.add(given.asText());
        } else if (given.isArray()) {
            given.forEach(each -> texts.add(each.asText()));
        }
        return texts;
    }

    private List<Place> places(JsonNode given, String where) {
        List<Place> places = new ArrayList<>();
        if (!given.isMissingNode() && texts(given).isEmpty()) {
            problem(where, "must be a JSON pointer, or a list of them");
        }
        for (String text : texts(given)) {
            Place place = place(text, where);
            if (place != null) {
                places.add(place);
            }
        }
        return places;
    }

    private @Nullable Place place(String text, String where) {
        try {
            return Place.of(text);
        } catch (IllegalArgumentException e) {
            problem(where, String.valueOf(e.getMessage()));
            return null;
        }
    }

    private List<FieldRule> fields(EventType type, JsonNode given, String where) {
        Map<String, Target> targets = Target.of(type);
        Map<String, FieldRule> fields = new LinkedHashMap<>();
        given.properties().forEach(each -> {
            Target target = targets.get(each.getKey());
            if (target == null) {
                problem(
                        where + "/" + each.getKey(),
                        type.wire() + " has no such field" + suggestion(each.getKey(), targets.keySet()));
            } else {
                fields.put(each.getKey(), field(target, each.getValue(), where + "/" + each.getKey()));
            }
        });
        for (String required : Target.required(type)) {
            if (fields.keySet().stream().noneMatch(f -> f.equals(required) || f.startsWith(required + "."))) {
                problem(where, "must fill " + required + ", without which " + type.wire() + " is refused");
            }
        }
        return List.copyOf(fields.values());
    }

    private FieldRule field(Target target, JsonNode given, String where) {
        if (!given.isObject()) {
            return new FieldRule(target, places(given, where), List.of(), Map.of(), null);
        }
        requireKnown(given, where, FIELD);
        Map<String, JsonNode> words = new LinkedHashMap<>();
        given.path("words").properties().forEach(each -> {
            requireFit(target, each.getValue(), where + "/words/" + each.getKey());
            words.put(Folding.fold(each.getKey()), each.getValue());
        });
        JsonNode otherwise = given.has("is") ? given.get("is") : given.get("otherwise");
        if (otherwise != null) {
            requireFit(target, otherwise, where + (given.has("is") ? "/is" : "/otherwise"));
        }
        List<Place> from = places(given.path("from"), where + "/from");
        if (from.isEmpty() && !given.has("is")) {
            problem(where, "must have from, where the value stands, or is, the value itself");
        }
        return new FieldRule(target, from, places(given.path("department"), where + "/department"), words, otherwise);
    }

    /** A value that the file gives itself must be one that the contract takes. */
    private void requireFit(Target target, JsonNode value, String where) {
        boolean fits = switch (target.kind()) {
            case INTEGER -> value.isIntegralNumber();
            case NUMBER -> value.isNumber();
            case FLAG -> value.isBoolean();
            case TEXT, CODE, TIME, CARRIER, CITY, PERSONAL -> value.isTextual();
        };
        if (!fits) {
            problem(
                    where,
                    "is " + value + ", which is not " + target.kind().name().toLowerCase(Locale.ROOT));
        } else if (!target.words().isEmpty() && !target.words().contains(value.asText())) {
            problem(where, "is '" + value.asText() + "'" + suggestion(value.asText(), target.words()));
        }
    }
}
