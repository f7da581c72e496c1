package co.litper.cerebro.server.http.api;

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
import co.litper.cerebro.vocabulary.MerchantId;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/**
 * What the log tells of one parcel, from its first decision on. The log has no index by parcel: entries are passed over by
 * their bytes, some 400 MB a second.
 */
final class Story {
    /** Entries that one page looks at; a page that finds too little tells where to go on. */
    static final int MOST_LOOKED = 200_000;

    private Story() {}

    /**
     * The parcel.
     *
     * @param subject how the brain's own events name it
     * @param firstDecision 0 if nothing was decided
     */
    record About(long key, MerchantId merchant, String guide, String order, String subject, long firstDecision) {
        List<byte[]> names() {
            List<byte[]> names = new ArrayList<>();
            for (String name : List.of(guide, order, subject)) {
                if (!name.isEmpty()) {
                    names.add(Bytes.of('"' + name + '"'));
                }
            }
            return names;
        }
    }

    /**
     * A page.
     *
     * @param next the position at which the next one begins, or 0
     */
    record Page(ArrayNode items, long next) {}

    static Page of(About about, EventLog log, long from, int limit) {
        ArrayNode items = Json.object().arrayNode();
        List<byte[]> names = about.names();
        EnvelopeCodec codec = new EnvelopeCodec();
        long begin = from > 0 ? from : Math.max(EventLog.FIRST, Decision.positionOf(about.firstDecision()));
        long[] next = new long[1];
        log.read(begin, entry -> {
            if (items.size() == limit || entry.position() - begin >= MOST_LOOKED) {
                next[0] = entry.position();
                return false;
            }
            tell(entry, about, names, codec, items);
            return true;
        });
        return new Page(items, next[0]);
    }

    private static void tell(Entry entry, About about, List<byte[]> names, EnvelopeCodec codec, ArrayNode items) {
        List<Fact> facts = FactsCodec.decode(entry.facts()).stream()
                .filter(fact -> key(fact) == about.key())
                .toList();
        boolean named = names.stream().anyMatch(name -> Bytes.contain(entry.event(), name));
        if (!named && facts.isEmpty()) {
            return;
        }
        Envelope e = codec.decode(entry.event());
        boolean own = e.merchant().equals(about.merchant()) || e.merchant().equals(MerchantId.INSTALLATION);
        if (!own) {
            return;
        }
        ObjectNode item = items.addObject();
        item.put("position", entry.position())
                .put("at", e.validAt().toString())
                .put("recordedAt", e.recordedAt().toString())
                .put("type", e.event().type().wire())
                .put("source", e.source());
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
            }
        }
    }

    private static long key(Fact fact) {
        return switch (fact) {
            case Decision d -> d.key();
            case PlannedEffect p -> p.homeKey();
            case Settled s -> s.homeKey();
            case HandedOver _ -> 0;
        };
    }
}
