package co.litper.cerebro.server.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How one platform signs, and how its bodies become events; see {@link Mappings}. Immutable. */
public final class Mapping {
    private final String name;
    private final Signature signature;
    private final Optional<Place> each;
    private final List<Rule> rules;

    Mapping(String name, Signature signature, Optional<Place> each, List<Rule> rules) {
        this.name = name;
        this.signature = signature;
        this.each = each;
        this.rules = List.copyOf(rules);
    }

    /** The name of its file. */
    public String name() {
        return name;
    }

    Signature signature() {
        return signature;
    }

    /** The first rule that holds. */
    Optional<Rule> rule(JsonNode item, JsonNode root) {
        return rules.stream().filter(rule -> rule.holds(item, root)).findFirst();
    }

    /** The parts of a body that tell something each. */
    List<JsonNode> items(JsonNode body) {
        JsonNode list = each.map(place -> place.in(body, body)).orElse(body);
        if (!list.isArray()) {
            return List.of(body);
        }
        List<JsonNode> items = new ArrayList<>(list.size());
        list.forEach(items::add);
        return items;
    }
}
