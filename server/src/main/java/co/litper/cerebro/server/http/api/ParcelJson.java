package co.litper.cerebro.server.http.api;

import co.litper.cerebro.Home;
import co.litper.cerebro.act.EffectState;
import co.litper.cerebro.decision.Decision;
import co.litper.cerebro.decision.PlannedEffect;
import co.litper.cerebro.event.ParcelFacts;
import co.litper.cerebro.logistics.ParcelState;
import co.litper.cerebro.server.http.route.Json;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/** A parcel as it stands, without personal data. */
final class ParcelJson {
    private ParcelJson() {}

    static ObjectNode of(Home home) {
        ParcelState p = home.parcel();
        ObjectNode json = Json.object();
        put(json, "guide", p.guideNumber());
        put(json, "order", p.orderId());
        json.put("merchant", home.merchant().value());
        json.put("state", p.state().name());
        put(json, "rawStatus", p.rawStatus());
        json.put("carrier", p.carrier().code());
        json.put("city", p.destination().code());
        put(json, "customer", p.customer().value());
        put(json, "createdAt", p.createdAtMs());
        put(json, "movedAt", p.movedAtMs());
        put(json, "endedAt", p.endedAtMs());
        json.put("historical", p.isHistorical());
        ParcelFacts facts = p.facts();
        json.put("cod", facts.cod());
        if (facts.valueCop() != ParcelFacts.UNTOLD) {
            json.put("valueCop", facts.valueCop());
        }
        if (facts.promisedAt() != null) {
            json.put("promisedAt", facts.promisedAt().toString());
        }
        json.put("issues", p.issues()).put("failedAttempts", p.failedAttempts());
        if (p.hasOpenIssue() && p.issue() != null) {
            json.putObject("openIssue")
                    .put("reason", p.issue().name())
                    .put("at", Instant.ofEpochMilli(p.issueAtMs()).toString());
        }
        json.put("notified", home.isNotified()).put("watched", home.isWatched());
        if (home.lastDecision() != 0) {
            json.put("lastDecision", Decision.label(home.lastDecision()));
        }
        ArrayNode effects = json.putArray("effects");
        home.outbox().all().forEach(e -> effects.add(effect(e)));
        return json;
    }

    /** An effect on its way. Ids are text: they exceed what a browser's numbers hold. */
    static ObjectNode effect(EffectState e) {
        return Json.object()
                .put("id", Long.toString(e.plan().id()))
                .put(
                        "decision",
                        Decision.label(PlannedEffect.decisionOf(e.plan().id())))
                .put("action", e.plan().action().wire())
                .put("status", e.status().name())
                .put("waitsForApproval", e.waitsForApproval())
                .put("notBefore", Instant.ofEpochMilli(e.plan().notBeforeMs()).toString())
                .put("deadline", Instant.ofEpochMilli(e.plan().deadlineMs()).toString());
    }

    private static void put(ObjectNode json, String name, String text) {
        if (!text.isEmpty()) {
            json.put(name, text);
        }
    }

    private static void put(ObjectNode json, String name, long epochMs) {
        if (epochMs != ParcelState.NO_TIME) {
            json.put(name, Instant.ofEpochMilli(epochMs).toString());
        }
    }
}
