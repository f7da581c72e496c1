package co.litper.cerebro.server.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How one field of an event's data is filled.
 *
 * @param target which
 * @param from where its value stands; the first that tells something counts
 * @param department for a city, where its department stands; may be empty
 * @param words folded text of the platform to value; may be empty
 * @param otherwise the value where there is none, or one that {@code words} does not know; null for none
 */
record FieldRule(
        Target target,
        List<Place> from,
        List<Place> department,
        Map<String, JsonNode> words,
        @Nullable JsonNode otherwise) {
    FieldRule {
        from = List.copyOf(from);
        department = List.copyOf(department);
        words = Map.copyOf(words);
    }
}
