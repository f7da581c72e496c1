package co.litper.cerebro.server.http.api;

import co.litper.cerebro.decision.Decision;
import co.litper.cerebro.log.Problem;
import co.litper.cerebro.server.http.observe.Meters.Fate;
import co.litper.cerebro.server.http.route.ApiProblem;
import co.litper.cerebro.server.http.route.Json;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;

/** What became of one event, to be told to who sent it. */
sealed interface Told {
    /** How it is counted. */
    Fate fate();

    /**
     * It stands in the log.
     *
     * @param position where
     * @param duplicate true if it did before, and nothing changed now
     */
    record Recorded(
            String source,
            String id,
            long position,
            List<Decision> decisions,
            List<Problem> warnings,
            boolean duplicate)
            implements Told {
        @Override
        public Fate fate() {
            return duplicate ? Fate.DUPLICATE : Fate.RECORDED;
        }

        Recorded again() {
            return new Recorded(source, id, position, decisions, warnings, true);
        }
    }

    /** It is kept and will be decided elsewhere. */
    record Kept(String source, String id, List<Problem> warnings) implements Told {
        @Override
        public Fate fate() {
            return Fate.ACCEPTED;
        }
    }

    /** It was known before this process; nothing changed. */
    record Known(String source, String id) implements Told {
        @Override
        public Fate fate() {
            return Fate.DUPLICATE;
        }
    }

    /** It breaks its contract. */
    record Refused(List<Problem> problems) implements Told {
        @Override
        public Fate fate() {
            return Fate.REFUSED;
        }
    }

    /** It could not be taken now; it may be sent again. */
    record Failed(RuntimeException why) implements Told {
        @Override
        public Fate fate() {
            return Fate.FAILED;
        }
    }

    /** As one object. */
    default ObjectNode json() {
        ObjectNode json = Json.object().put("status", fate().name().toLowerCase(Locale.ROOT));
        switch (this) {
            case Recorded r -> {
                json.put("source", r.source()).put("id", r.id()).put("position", r.position());
                ArrayNode decisions = json.putArray("decisions");
                r.decisions().forEach(d -> decisions.add(DecisionJson.brief(d)));
                if (!r.warnings().isEmpty()) {
                    json.set("warnings", ApiProblem.problems(r.warnings()));
                }
            }
            case Kept k -> {
                json.put("source", k.source()).put("id", k.id()).put("durable", true);
                if (!k.warnings().isEmpty()) {
                    json.set("warnings", ApiProblem.problems(k.warnings()));
                }
            }
            case Known k -> json.put("source", k.source()).put("id", k.id());
            case Refused r -> json.set("problems", ApiProblem.problems(r.problems()));
            case Failed f -> json.put("code", "unavailable");
        }
        return json;
    }
}
