package co.litper.cerebro.server.http.api;

import co.litper.cerebro.log.DeadLetters;
import co.litper.cerebro.log.DeadLetters.DeadLetter;
import co.litper.cerebro.log.DeadLetters.Status;
import co.litper.cerebro.server.access.Role;
import co.litper.cerebro.server.http.route.ApiProblem;
import co.litper.cerebro.server.http.route.Call;
import co.litper.cerebro.server.http.route.Code;
import co.litper.cerebro.server.http.route.Doc;
import co.litper.cerebro.server.http.route.Json;
import co.litper.cerebro.server.http.route.Route;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;

/**
 * What broke its contract: seen, repaired and taken in again, or given up. Letters know no merchant, so they are for keys of all
 * merchants.
 */
final class DeadLetterRoutes {
    private static final int STANDARD = 50;
    private static final int MOST = 500;
    private static final int BODY_BYTES = 256 * 1024;

    private final Desk desk;
    private final EventDesk events;
    private final DeadLetters letters;

    DeadLetterRoutes(Desk desk, EventDesk events) {
        this.desk = desk;
        this.events = events;
        this.letters = desk.installation().store().deadLetters();
    }

    List<Route> routes() {
        Doc list = Doc.of("listDeadLetters", "Dead letters", "What was refused, newest first, without what came in.")
                .query(
                        "status",
                        "{\"type\":\"string\",\"enum\":[\"OPEN\",\"REPLAYED\",\"DROPPED\"]}",
                        "OPEN",
                        "That stand so.")
                .query(
                        "limit",
                        "{\"type\":\"integer\",\"minimum\":1,\"maximum\":" + MOST + ",\"default\":" + STANDARD + "}",
                        "10",
                        "At most so many.")
                .gives(200, "DeadLetterList", "The list; `open` counts all that are unresolved.");
        Doc one = Doc.of("getDeadLetter", "Dead letters", "One, with what came in, which may hold personal data.")
                .path("number", "1", "Its number.")
                .gives(200, "DeadLetter", "It.");
        Doc replay = Doc.of(
                        "replayDeadLetter", "Dead letters", "Takes an event in again, with fields set to other values.")
                .path("number", "1", "Its number.")
                .takes("DeadLetterRepair")
                .gives(200, "EventResult", "It is taken.");
        Doc drop = Doc.of("dropDeadLetter", "Dead letters", "Gives one up.")
                .path("number", "1", "Its number.")
                .gives(204, "", "", "It is given up.");
        return List.of(
                Route.get("/api/v1/deadletters", Role.VIEWER, list, this::list),
                Route.get("/api/v1/deadletters/{number}", Role.OPERATOR, one, this::one)
                        .with(Route.Trait.PERSONAL),
                Route.post("/api/v1/deadletters/{number}/replay", Role.ADMIN, replay, this::replay),
                Route.delete("/api/v1/deadletters/{number}", Role.ADMIN, drop, this::drop));
    }

    private void list(Call call) {
        call.requireAllMerchants();
        Status status = call.word("status", Status.values()).orElse(Status.OPEN);
        ObjectNode json = Json.object().put("open", letters.count(Status.OPEN));
        ArrayNode items = json.putArray("items");
        letters.list(status, call.number("limit", 1, MOST, STANDARD)).forEach(letter -> items.add(brief(letter)));
        call.reply(200, json);
    }

    private static ObjectNode brief(DeadLetter letter) {
        return Json.object()
                .put("number", letter.number())
                .put("at", letter.at().toString())
                .put("source", letter.source())
                .put("line", letter.line())
                .put("reason", letter.reason())
                .put("status", letter.status().name());
    }

    private DeadLetter find(Call call) {
        call.requireAllMerchants();
        try {
            return letters.find(Long.parseLong(call.path("number"))).orElseThrow(DeadLetterRoutes::unknown);
        } catch (NumberFormatException e) {
            throw unknown();
        }
    }

    private static ApiProblem unknown() {
        return ApiProblem.of(Code.NOT_FOUND, "There is no dead letter with this number.");
    }

    private void one(Call call) {
        DeadLetter letter = find(call);
        call.reply(200, brief(letter).put("payload", letter.payload()));
    }

    private void drop(Call call) {
        letters.mark(find(call).number(), Status.DROPPED);
        call.done();
    }

    private void replay(Call call) throws IOException, InterruptedException, ExecutionException {
        DeadLetter letter = find(call);
        JsonNode set = call.object(BODY_BYTES).path("set");
        if (!letter.payload().startsWith("{")) {
            throw ApiProblem.of(
                    Code.NOTHING_WAITS,
                    "It is a row of a table: repair it in " + letter.source() + " and import that.");
        }
        ObjectNode event = Json.read(letter.payload().getBytes(StandardCharsets.UTF_8));
        for (Map.Entry<String, JsonNode> field : set.properties()) {
            set(event, field.getKey(), field.getValue());
        }
        switch (events.told(events.send(Json.bytes(event), null))) {
            case Told.Refused(var problems) -> throw ApiProblem.invalid(problems);
            case Told.Failed(RuntimeException why) -> throw why;
            case Told told -> {
                letters.mark(letter.number(), Status.REPLAYED);
                call.reply(200, told.json());
            }
        }
    }

    private static void set(ObjectNode event, String pointer, JsonNode value) {
        try {
            JsonPointer at = JsonPointer.compile(pointer);
            if (!at.matches() && event.at(at.head()) instanceof ObjectNode holder) {
                holder.set(at.last().getMatchingProperty(), value);
                return;
            }
        } catch (IllegalArgumentException e) {
            // told below
        }
        throw ApiProblem.of(Code.BAD_BODY, "set: every name must point to a field, as /data/parcel/valueCop does");
    }
}
