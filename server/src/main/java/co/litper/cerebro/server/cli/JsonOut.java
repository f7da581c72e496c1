package co.litper.cerebro.server.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Writes one JSON object on one line, for programs. Thread-safe. */
public final class JsonOut {
    private static final ObjectMapper JSON = new ObjectMapper();

    private JsonOut() {}

    /** An object to be filled. */
    public static ObjectNode object() {
        return JSON.createObjectNode();
    }

    /** Prints it. */
    public static void print(CliContext context, ObjectNode object) {
        try {
            context.out().println(JSON.writeValueAsString(object));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree can always be written", e);
        }
    }
}
