package co.litper.cerebro.server.why;

import co.litper.cerebro.decision.Bid;
import co.litper.cerebro.decision.Choice;
import co.litper.cerebro.decision.Decision;
import co.litper.cerebro.decision.Forecast;
import co.litper.cerebro.decision.PlannedEffect;
import co.litper.cerebro.decision.Reason;
import co.litper.cerebro.decision.Settled;
import co.litper.cerebro.feature.Feature;
import co.litper.cerebro.feature.FeatureRow;
import co.litper.cerebro.log.EnvelopeCodec;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * The whole receipt for programs: {@code decision}, {@code event} (as a CloudEvent), {@code forecast}, {@code reasons},
 * {@code features}, {@code choices} with every bid, {@code effects}, {@code outcome} if it is known. Names are stable and
 * English, times ISO 8601 in UTC, money in pesos.
 */
public final class WhyJson {
    private static final ObjectMapper TREES = new ObjectMapper();

    private WhyJson() {}

    /** The object. */
    public static ObjectNode of(Explanation explanation) {
        Decision d = explanation.receipt().decision();
        ObjectNode json = TREES.createObjectNode();
        json.put("decision", Decision.label(d.id()));
        json.put("id", d.id());
        json.put("at", Instant.ofEpochMilli(d.atMs()).toString());
        json.put("observed", d.observed());
        json.put("snapshot", d.snapshot());
        json.put("evidence", d.forecast().evidence());
        explanation.parcel().ifPresent(p -> {
            json.put("guide", p.guideNumber());
            json.put("order", p.orderId());
            json.put("state", p.state().name());
        });
        json.set("event", event(explanation));
        json.set("forecast", forecast(d.forecast()));
        ArrayNode reasons = json.putArray("reasons");
        d.reasons().forEach(r -> reasons.add(reason(r)));
        FeatureText.row(d.features()).ifPresent(row -> json.set("features", features(row)));
        ArrayNode choices = json.putArray("choices");
        d.choices().forEach(c -> choices.add(choice(c)));
        ArrayNode effects = json.putArray("effects");
        explanation.receipt().effects().forEach(e -> effects.add(effect(e)));
        explanation.outcome().ifPresent(o -> json.set("outcome", outcome(o)));
        return json;
    }

    private static ObjectNode event(Explanation explanation) {
        byte[] bytes = new EnvelopeCodec().encode(explanation.receipt().cause());
        try {
            return (ObjectNode) TREES.readTree(new String(bytes, StandardCharsets.UTF_8));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an envelope that was just written cannot be read", e);
        }
    }

    private static ObjectNode forecast(Forecast f) {
        return TREES.createObjectNode()
                .put("delay", f.delay())
                .put("issue", f.issue())
                .put("return", f.giveBack())
                .put("etaDays", f.etaDays())
                .put("etaLowDays", f.etaLowDays())
                .put("etaHighDays", f.etaHighDays());
    }

    private static ObjectNode reason(Reason r) {
        String feature = r.feature() < Feature.COUNT ? Feature.at(r.feature()).key() : Integer.toString(r.feature());
        String target = r.target() == 0 ? "delay" : r.target() == 1 ? "issue" : "return";
        return TREES.createObjectNode()
                .put("target", target)
                .put("feature", feature)
                .put("weight", r.weight());
    }

    private static ObjectNode features(FeatureRow row) {
        ObjectNode json = TREES.createObjectNode();
        for (Feature feature : Feature.values()) {
            float value = row.get(feature);
            if (!Float.isNaN(value)) {
                json.put(feature.key(), feature.natural(value));
            }
        }
        return json;
    }

    private static ObjectNode choice(Choice c) {
        ObjectNode json = TREES.createObjectNode();
        json.put("question", c.question().name());
        json.put("chosen", c.chosen());
        json.put("greedy", c.greedy());
        json.put("propensity", c.propensity());
        json.put("explored", c.explored());
        json.put("autonomy", c.autonomy().name());
        ArrayNode guardrails = json.putArray("guardrails");
        c.guardrails().stream().sorted().forEach(g -> guardrails.add(g.name()));
        ArrayNode bids = json.putArray("bids");
        c.bids().forEach(b -> bids.add(bid(b)));
        return json;
    }

    private static ObjectNode bid(Bid b) {
        return TREES.createObjectNode()
                .put("agent", b.agent().name())
                .put("action", b.action().wire())
                .put("target", b.target())
                .put("valueCop", b.valueCop())
                .put("confidence", b.confidence())
                .put("feasible", b.feasible());
    }

    private static ObjectNode effect(PlannedEffect e) {
        return TREES.createObjectNode()
                .put("id", e.id())
                .put("action", e.action().wire())
                .put("planned", e.status().name())
                .put("needsApproval", e.needsApproval())
                .put("notBefore", Instant.ofEpochMilli(e.notBeforeMs()).toString())
                .put("deadline", Instant.ofEpochMilli(e.deadlineMs()).toString());
    }

    private static ObjectNode outcome(Settled o) {
        ObjectNode json = TREES.createObjectNode()
                .put("outcome", o.outcome().name())
                .put("points", o.reward().points())
                .put("cop", o.reward().cop())
                .put("late", o.late())
                .put("hadIssue", o.hadIssue())
                .put("carriedOut", o.carriedOut().wire())
                .put("complete", o.complete());
        return Float.isNaN(o.days()) ? json : json.put("days", o.days());
    }
}
