package co.litper.cerebro.server.http.api;

import co.litper.cerebro.decision.Considered;
import co.litper.cerebro.decision.Decision;
import co.litper.cerebro.decision.Fact;
import co.litper.cerebro.decision.FactsCodec;
import co.litper.cerebro.decision.HandedOver;
import co.litper.cerebro.decision.PlannedEffect;
import co.litper.cerebro.decision.Settled;
import co.litper.cerebro.log.Entry;
import co.litper.cerebro.log.Envelope;
import co.litper.cerebro.log.EnvelopeCodec;
import co.litper.cerebro.log.EventLog;
import co.litper.cerebro.server.http.route.Json;
import co.litper.cerebro.server.receipt.Causes;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** What the log tells of one parcel at the positions that speak of it. One look-up each. */
final class Story {
    private Story() {}

    /**
     * The story, in the order given.
     *
     * @param key the parcel's home key
     */
    static ArrayNode of(long key, EventLog log, List<Long> positions) {
        ArrayNode items = Json.object().arrayNode();
        EnvelopeCodec codec = new EnvelopeCodec();
        Causes causes = new Causes();
        for (long position : positions) {
            log.at(position).ifPresent(entry -> tell(entry, key, codec, causes, items));
        }
        return items;
    }

    private static void tell(Entry entry, long key, EnvelopeCodec codec, Causes causes, ArrayNode items) {
        List<Fact> facts = FactsCodec.decode(entry.facts()).stream()
                .filter(fact -> key(fact) == key)
                .toList();
        Envelope e = codec.decode(entry.event());
        ObjectNode item = items.addObject();
        item.put("position", entry.position())
                .put("at", e.validAt().toString())
                .put("recordedAt", e.recordedAt().toString())
                .put("type", e.event().type().wire())
                .put("source", e.source())
                .put("id", e.id());
        if (!e.correlationId().isEmpty()) {
            item.put("correlation", e.correlationId());
        }
        causes.of(entry.position(), e).ifPresent(cause -> tell(cause, item));
        ArrayNode decisions = item.putArray("decisions");
        for (Fact fact : facts) {
            switch (fact) {
                case Decision d -> decisions.add(DecisionJson.brief(d));
                case PlannedEffect p ->
                    item.withArray("effects")
                            .addObject()
                            .put("id", Long.toString(p.id()))
                            .put("action", p.action().wire())
                            .put("planned", p.status().name());
                case Settled s ->
                    item.withArray("outcomes")
                            .addObject()
                            .put("decision", Decision.label(s.decisionId()))
                            .put("outcome", s.outcome().name())
                            .put("cop", s.reward().cop());
                case HandedOver _ -> {}
                case Considered c ->
                    item.withObject("/considered")
                            .put("decision", Decision.label(c.decisionId()))
                            .put("asked", c.asked())
                            .put("gainCop", c.gainCop())
                            .put("costCop", c.costCop());
            }
        }
    }

    private static void tell(Causes.Cause cause, ObjectNode item) {
        ObjectNode told = item.putObject("causedBy");
        switch (cause) {
            case Causes.ByDecision(long id) ->
                told.put("position", Decision.positionOf(id)).put("decision", Decision.label(id));
            case Causes.ByEvent(long position) -> told.put("position", position);
            case Causes.ByUnknown(String id) -> told.put("id", id);
        }
    }

    private static long key(Fact fact) {
        return switch (fact) {
            case Decision d -> d.key();
            case PlannedEffect p -> p.homeKey();
            case Settled s -> s.homeKey();
            case HandedOver _ -> 0;
            case Considered c -> c.homeKey();
        };
    }
}
