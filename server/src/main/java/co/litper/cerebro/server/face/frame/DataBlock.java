package co.litper.cerebro.server.face.frame;

import co.litper.cerebro.server.http.route.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;

/** Data for a script, to stand in a page as text that no browser takes for markup. */
public final class DataBlock {
    private DataBlock() {}

    /** The tree as JSON in which nothing can end the element that holds it. */
    public static String of(JsonNode tree) {
        return new String(Json.bytes(tree), StandardCharsets.UTF_8)
                .replace("<", "\\u003c")
                .replace(">", "\\u003e")
                .replace("&", "\\u0026");
    }
}
