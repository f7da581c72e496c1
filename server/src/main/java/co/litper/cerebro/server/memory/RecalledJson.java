package co.litper.cerebro.server.memory;

import co.litper.cerebro.memory.Memory;
import co.litper.cerebro.memory.Recalled;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;

/** What came to mind, for programs. */
public final class RecalledJson {
    private RecalledJson() {}

    /** The object: what was asked, up to which log position is remembered, and the memories, best first. */
    public static ObjectNode of(String text, long position, List<Recalled> recalled) {
        ObjectNode object =
                JsonNodeFactory.instance.objectNode().put("text", text).put("position", position);
        ArrayNode list = object.putArray("memories");
        recalled.forEach(one -> list.add(one(one)));
        return object;
    }

    private static ObjectNode one(Recalled one) {
        Memory memory = one.memory();
        ObjectNode node = JsonNodeFactory.instance
                .objectNode()
                .put("kind", memory.kind().wire())
                .put("text", memory.text())
                .put("at", Instant.ofEpochMilli(memory.atMs()).toString())
                .put("rank", one.rank())
                .put("relevance", one.relevance())
                .put("recency", one.recency())
                .put("alive", one.alive())
                .put("usefulness", one.usefulness())
                .put("importance", memory.importance())
                .put("support", memory.support())
                .put("contradicted", memory.trace().isContradicted());
        ArrayNode events = node.putArray("events");
        memory.events().forEach(events::add);
        return node;
    }
}
