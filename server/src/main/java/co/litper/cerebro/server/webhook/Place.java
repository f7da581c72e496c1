package co.litper.cerebro.server.webhook;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;

/**
 * Where in a body something stands: a JSON pointer (RFC 6901) from the item, or from the whole body if {@code ^} stands
 * before it.
 */
record Place(JsonPointer pointer, boolean fromRoot) {
    private static final String ROOT = "^";

    /** @throws IllegalArgumentException if it is no pointer */
    static Place of(String text) {
        boolean root = text.startsWith(ROOT);
        String pointer = root ? text.substring(ROOT.length()) : text;
        if (!pointer.startsWith("/")) {
            throw new IllegalArgumentException("'" + text + "' is not a JSON pointer. Maybe '/" + text + "'.");
        }
        return new Place(JsonPointer.compile(pointer), root);
    }

    /** What stands there; a missing node if nothing does. */
    JsonNode in(JsonNode item, JsonNode root) {
        return (fromRoot ? root : item).at(pointer);
    }
}
