package co.litper.cerebro.server.http.api;

import co.litper.cerebro.log.DeadLetters;
import co.litper.cerebro.log.DeadLetters.DeadLetter;
import co.litper.cerebro.log.DeadLetters.Status;
import co.litper.cerebro.server.access.Role;
import co.litper.cerebro.server.http.route.ApiProblem;
import co.litper.cerebro.server.http.route.Call;
import co.litper.cerebro.server.http.route.Doc;
import co.litper.cerebro.server.http.route.Json;
import co.litper.cerebro.server.http.route.Route;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.LinkedHashMap;
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

    private final LetterDesk desk;
    private final DeadLetters letters;

    DeadLetterRoutes(LetterDesk desk) {
        this.desk = desk;
        this.letters = desk.letters();
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
        return desk.find(call.path("number"));
    }

    private void one(Call call) {
        DeadLetter letter = find(call);
        call.reply(200, brief(letter).put("payload", letter.payload()));
    }

    private void drop(Call call) {
        desk.drop(find(call));
        call.done();
    }

    private void replay(Call call) throws IOException, InterruptedException, ExecutionException {
        DeadLetter letter = find(call);
        Map<String, JsonNode> set = new LinkedHashMap<>();
        call.object(BODY_BYTES).path("set").properties().forEach(field -> set.put(field.getKey(), field.getValue()));
        switch (desk.replay(letter, set)) {
            case Told.Refused(var problems) -> throw ApiProblem.invalid(problems);
            case Told.Failed(RuntimeException why) -> throw why;
            case Told told -> call.reply(200, told.json());
        }
    }
}
