package co.litper.cerebro.server.worklist;

import co.litper.cerebro.decision.Decision;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * A worklist for programs: {@code now}, {@code total}, {@code overdue}, {@code lapsed}, {@code riskCop}, {@code items},
 * {@code offices}. Names are stable and English, times ISO 8601 in UTC, money whole pesos; what is not known is left out.
 */
public final class WorklistJson {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private WorklistJson() {}

    /** The object; {@code limit} bounds items and offices, each; the totals count all. */
    public static ObjectNode of(Worklist list, int limit) {
        return of(
                list,
                limit,
                list.items().size(),
                list.count(Urgency.OVERDUE),
                list.count(Urgency.LAPSED),
                list.riskCop());
    }

    /** The object of a list that is the beginning of a longer one, with the longer one's totals. */
    public static ObjectNode of(Worklist list, int limit, long total, long overdue, long lapsed, long riskCop) {
        ObjectNode json = NODES.objectNode();
        json.put("now", list.now().toString());
        json.put("total", total);
        json.put("overdue", overdue);
        json.put("lapsed", lapsed);
        json.put("riskCop", riskCop);
        ArrayNode items = json.putArray("items");
        first(list.items(), limit).forEach(i -> items.add(item(i)));
        ArrayNode offices = json.putArray("offices");
        first(list.offices(), limit).forEach(o -> offices.add(office(o)));
        return json;
    }

    private static <T> List<T> first(List<T> all, int limit) {
        return all.subList(0, Math.min(limit, all.size()));
    }

    private static ObjectNode item(WorklistItem i) {
        ObjectNode json = NODES.objectNode();
        putTold(json, "guide", i.guideNumber());
        putTold(json, "order", i.orderId());
        putContact(json, i.contact());
        json.put("city", i.city());
        json.put("carrier", i.carrier().code());
        json.put("reason", i.reason().name());
        json.put("reportedAt", i.reportedAt().toString());
        json.put("deadline", i.deadline().toString());
        json.put("minutesLeft", i.timeLeft().toMinutes());
        json.put("urgency", i.urgency().name());
        json.put("riskCop", i.riskCop());
        json.put("riskAssumed", i.assumed());
        json.put("copPerHour", Math.round(i.copPerHour()));
        i.proposal().ifPresent(p -> json.set("proposal", proposal(p)));
        json.put("script", i.script());
        if (i.quiet()) {
            json.put("quietCity", true);
        }
        return json;
    }

    private static ObjectNode proposal(Proposal p) {
        ObjectNode json = NODES.objectNode();
        json.put("decision", Decision.label(p.decisionId()));
        json.put("action", p.action().wire());
        json.put("rescueRate", p.rescueRate());
        if (!Double.isNaN(p.cases())) {
            json.put("cases", p.cases());
        }
        json.put("valueCop", Math.round(p.valueCop()));
        json.put("propensity", p.propensity());
        json.put("explored", p.explored());
        json.put("autonomy", p.autonomy().name());
        p.runnerUp().ifPresent(r -> {
            ObjectNode second = json.putObject("runnerUp");
            second.put("action", r.action().wire());
            second.put("rescueRate", r.rescueRate());
            second.put("valueCop", Math.round(r.valueCop()));
        });
        return json;
    }

    private static ObjectNode office(OfficeItem o) {
        ObjectNode json = NODES.objectNode();
        putTold(json, "guide", o.guideNumber());
        putContact(json, o.contact());
        json.put("city", o.city());
        json.put("carrier", o.carrier().code());
        json.put("fetchBy", o.fetchBy().toString());
        json.put("minutesLeft", o.timeLeft().toMinutes());
        json.put("riskCop", o.riskCop());
        if (o.quiet()) {
            json.put("quietCity", true);
        }
        return json;
    }

    private static void putContact(ObjectNode json, Contact contact) {
        putTold(json, "name", contact.name());
        putTold(json, "phone", contact.phone());
        if (contact.erased()) {
            json.put("erased", true);
        }
    }

    private static void putTold(ObjectNode json, String name, String text) {
        if (!text.isEmpty()) {
            json.put(name, text);
        }
    }
}
