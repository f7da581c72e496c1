package co.litper.cerebro.server.webhook;

import co.litper.cerebro.event.EventType;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a body of one kind becomes.
 *
 * @param when all must hold
 * @param type of the event; null if the kind is ignored
 * @param id where the platform's own id stands; empty if what the event says is its identity
 * @param time where it stands when it happened; empty for now
 * @param note where the customer's words stand, which go to the vault; may be empty
 * @param fields how the data is filled
 */
record Rule(
        List<Condition> when,
        @Nullable EventType type,
        List<Place> id,
        List<Place> time,
        List<Place> note,
        List<FieldRule> fields) {
    Rule {
        when = List.copyOf(when);
        id = List.copyOf(id);
        time = List.copyOf(time);
        note = List.copyOf(note);
        fields = List.copyOf(fields);
    }

    boolean holds(JsonNode item, JsonNode root) {
        return when.stream().allMatch(condition -> condition.holds(item, root));
    }
}
