package co.litper.cerebro.server.webhook;

import co.litper.cerebro.logistics.Folding;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;

/**
 * Something that must stand in a body for a rule to hold.
 *
 * @param place where
 * @param words folded; empty for anything but nothing
 */
record Condition(Place place, Set<String> words) {
    boolean holds(JsonNode item, JsonNode root) {
        JsonNode found = place.in(item, root);
        if (words.isEmpty()) {
            return !found.isMissingNode()
                    && !found.isNull()
                    && !(found.isTextual() && found.asText().isBlank());
        }
        return found.isValueNode() && words.contains(Folding.fold(found.asText()));
    }
}
