package co.litper.cerebro.server.replay;

import co.litper.cerebro.learn.replay.ChoiceLog;
import co.litper.cerebro.learn.replay.Missing;
import co.litper.cerebro.learn.replay.PolicyWorth;
import co.litper.cerebro.learn.replay.PolicyWorth.Assumed;
import co.litper.cerebro.learn.replay.PolicyWorth.FromLog;
import co.litper.cerebro.learn.replay.Span;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Locale;

/** A replay for programs; pesos a parcel unless a name says total, shares are 0 to 1, what is not known is left out. */
public final class ReplayJson {
    private ReplayJson() {}

    /** The object. */
    public static ObjectNode of(Replayed replayed) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("policy", replayed.policy()).put("against", replayed.against());
        putBound(json, "from", replayed.log().period().from(), Instant.MIN);
        putBound(json, "to", replayed.log().period().to(), Instant.MAX);
        ArrayNode questions = json.putArray("questions");
        for (PolicyWorth worth : replayed.worths()) {
            questions.add(question(worth, replayed.log().of(worth.question())));
        }
        return json;
    }

    private static ObjectNode question(PolicyWorth worth, ChoiceLog.Slice slice) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("question", worth.question().name().toLowerCase(Locale.ROOT))
                .put("parcels", worth.parcels())
                .put("choices", worth.choices())
                .put("immature", slice.immature())
                .put("lookedBack", slice.lookedBack())
                .put("matched", worth.matched())
                .put("effective", worth.effective());
        putKnown(json, "logged", worth.logged());
        switch (worth.told()) {
            case FromLog(Span value, Span gain, Span weighted) -> {
                json.put("told", "log");
                put(json, "value", value);
                put(json, "gain", gain);
                json.put("gainTotal", gain.mean() * worth.parcels());
                put(json, "weighted", weighted);
            }
            case Assumed assumed -> {
                json.put("told", "assumption");
                putKnown(json, "value", assumed.valueCop());
                ArrayNode missing = json.putArray("missing");
                for (Missing one : assumed.missing()) {
                    missing.add(one.name().toLowerCase(Locale.ROOT));
                }
            }
        }
        return json;
    }

    private static void put(ObjectNode json, String name, Span span) {
        json.put(name, span.mean()).put(name + "Low", span.low()).put(name + "High", span.high());
    }

    private static void putKnown(ObjectNode json, String name, double value) {
        if (Double.isFinite(value)) {
            json.put(name, value);
        }
    }

    private static void putBound(ObjectNode json, String name, Instant at, Instant open) {
        if (!at.equals(open)) {
            json.put(name, at.toString());
        }
    }
}
