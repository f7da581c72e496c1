package co.litper.cerebro.server.http.api;

import co.litper.cerebro.decision.Bid;
import co.litper.cerebro.decision.Choice;
import co.litper.cerebro.decision.Decision;
import co.litper.cerebro.server.http.route.Json;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/** A decision in brief: what was chosen, how surely, and how far it may go. The whole receipt is {@code why}. */
final class DecisionJson {
    private DecisionJson() {}

    static ObjectNode brief(Decision d) {
        ObjectNode json = Json.object();
        json.put("decision", Decision.label(d.id()));
        json.put("at", Instant.ofEpochMilli(d.atMs()).toString());
        json.put("observed", d.observed());
        if (d.issue() != null) {
            json.put("issue", d.issue().name());
        }
        ObjectNode forecast = json.putObject("forecast");
        forecast.put("delay", d.forecast().delay());
        forecast.put("issue", d.forecast().issue());
        forecast.put("return", d.forecast().giveBack());
        forecast.put("etaDays", d.forecast().etaDays());
        ArrayNode choices = json.putArray("choices");
        for (Choice choice : d.choices()) {
            Bid winner = choice.winner();
            ObjectNode told = choices.addObject();
            told.put("question", choice.question().name());
            told.put("agent", winner.agent().name());
            told.put("action", winner.action().wire());
            if (!winner.target().isEmpty()) {
                told.put("target", winner.target());
            }
            told.put("confidence", winner.confidence());
            told.put("valueCop", Math.round(winner.valueCop()));
            told.put("propensity", choice.propensity());
            told.put("autonomy", choice.autonomy().name());
        }
        return json;
    }
}
