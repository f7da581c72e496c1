package co.litper.cerebro.server.improve;

import co.litper.cerebro.learn.improve.Course;
import co.litper.cerebro.learn.improve.Improvement;
import co.litper.cerebro.learn.improve.ImprovementReport;
import co.litper.cerebro.learn.improve.Improvements;
import co.litper.cerebro.learn.improve.Opportunity;
import co.litper.cerebro.learn.improve.Segment;
import co.litper.cerebro.learn.improve.Trend;
import co.litper.cerebro.learn.improve.WeakSegment;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;

/** Self-improvement for programs; pesos, shares from 0 to 1, what is not known is left out. */
public final class ImproveJson {
    private ImproveJson() {}

    /** A report. */
    public static ObjectNode of(ImprovementReport report) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("mode", wire(report.mode())).put("parcels", report.evidence().parcels());
        ArrayNode trends = json.putArray("trends");
        report.evidence().trends().forEach(t -> trends.add(trend(t)));
        ArrayNode weak = json.putArray("weakSegments");
        report.evidence().weak().forEach(w -> weak.add(weak(w)));
        ArrayNode opportunities = json.putArray("opportunities");
        report.opportunities().forEach(o -> opportunities.add(opportunity(o)));
        json.set("followUps", array(report.followUps()));
        return json;
    }

    private static ObjectNode trend(Trend trend) {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("metric", wire(trend.metric()));
        trend.slope()
                .ifPresent(s -> json.put("slopePerWeek", s.difference())
                        .put("low", s.low())
                        .put("high", s.high()));
        ArrayNode weeks = json.putArray("weeks");
        trend.weeks()
                .forEach(w -> weeks.addObject()
                        .put("monday", w.monday().toString())
                        .put("value", w.value())
                        .put("cases", w.cases()));
        return json;
    }

    private static ObjectNode weak(WeakSegment w) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        switch (w.segment()) {
            case Segment.InCity(var city) -> json.put("city", city.code());
            case Segment.By(var carrier) -> json.put("carrier", carrier.code());
            case Segment.Lane(var carrier, var city) ->
                json.put("carrier", carrier.code()).put("city", city.code());
            case Segment.Because(var reason) -> json.put("reason", reason.name());
        }
        return json.put("parcels", w.parcels())
                .put("differenceCop", w.differenceCop())
                .put("low", w.low())
                .put("high", w.high())
                .put("adjustedP", w.adjustedP())
                .put("lostPerWeekCop", w.lostPerWeekCop());
    }

    private static ObjectNode opportunity(Opportunity o) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("key", o.change().key())
                .put("from", o.change().from())
                .put("to", o.change().to())
                .put("parcels", o.parcels());
        o.gain()
                .ifPresent(g -> json.put("gainPerWeekCop", g.mean())
                        .put("low", g.low())
                        .put("high", g.high())
                        .put("confidence", o.confidence()));
        return switch (o.course()) {
            case Course.Apply() -> json.put("course", "apply");
            case Course.Ask(var because) -> json.put("course", "ask").put("because", wire(because));
            case Course.Held(var brake) -> json.put("course", "held").put("because", wire(brake));
            case Course.Backlog(var because, var missing) -> {
                json.put("course", "backlog").put("because", wire(because));
                ArrayNode lacks = json.putArray("missing");
                missing.forEach(m -> lacks.add(wire(m)));
                yield json;
            }
        };
    }

    /** All changes and how they stand. */
    public static ObjectNode history(Improvements improvements) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.set("items", array(improvements.all()));
        return json;
    }

    private static ArrayNode array(List<Improvement> all) {
        ArrayNode items = JsonNodeFactory.instance.arrayNode();
        for (Improvement i : all) {
            ObjectNode item = items.addObject()
                    .put("number", i.number())
                    .put("key", i.change().key())
                    .put("from", i.change().from())
                    .put("to", i.change().to())
                    .put("status", wire(i.status()))
                    .put("since", i.since().toString())
                    .put("promisedPerWeekCop", i.promise().gainCop())
                    .put("confidence", i.promise().confidence());
            i.effect()
                    .ifPresent(m -> item.put("measuredCop", m.differenceCop())
                            .put("low", m.low())
                            .put("high", m.high())
                            .put("parcels", m.parcels()));
        }
        return items;
    }

    private static String wire(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
