package co.litper.cerebro.server.http.api;

import co.litper.cerebro.decision.Decision;
import co.litper.cerebro.server.WayIn;
import co.litper.cerebro.server.access.Role;
import co.litper.cerebro.server.http.route.ApiProblem;
import co.litper.cerebro.server.http.route.Call;
import co.litper.cerebro.server.http.route.Code;
import co.litper.cerebro.server.http.route.Doc;
import co.litper.cerebro.server.http.route.Json;
import co.litper.cerebro.server.http.route.Route;
import co.litper.cerebro.server.read.Approvals;
import co.litper.cerebro.server.read.Archives;
import co.litper.cerebro.server.receipt.DecisionLabel;
import co.litper.cerebro.vocabulary.MerchantId;
import co.litper.cerebro.world.Clock;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.ExecutionException;

/** Proposals and their answers. */
final class ApprovalRoutes {
    private static final int STANDARD = 100;
    private static final int MOST = 1_000;
    private static final int BODY_BYTES = 4_096;

    private final Archives archives;
    private final Proposals proposals;

    ApprovalRoutes(Archives archives, WayIn in, Clock clock) {
        this.archives = archives;
        this.proposals = new Proposals(archives, in, clock);
    }

    List<Route> routes() {
        Doc list = Doc.of("listApprovals", "Approvals", "What waits for a person's yes or no, the most urgent first.")
                .merchant()
                .query(
                        "limit",
                        "{\"type\":\"integer\",\"minimum\":1,\"maximum\":" + MOST + ",\"default\":" + STANDARD + "}",
                        "10",
                        "At most so many.")
                .gives(200, "ApprovalList", "The list; `total` counts all.");
        Doc answer = Doc.of("answerApproval", "Approvals", "Says yes or no. The first answer counts.")
                .path("decision", "D1", "Its label, `D1042` or `D77.3`.")
                .merchant()
                .takes("ApprovalAnswer")
                .gives(200, "ApprovalResult", "This answer counts.")
                .gives(202, "ApprovalKept", "It is kept; the shard has not said yet which answer was the first.");
        return List.of(
                Route.get("/api/v1/approvals", Role.VIEWER, list, this::list),
                Route.post("/api/v1/approvals/{decision}", Role.OPERATOR, answer, this::answer));
    }

    private void list(Call call) throws InterruptedException {
        MerchantId merchant = call.merchant();
        int limit = call.number("limit", 1, MOST, STANDARD);
        Approvals approvals = Fresh.reads(archives.of(merchant).reads()).approvals();
        ObjectNode json = Json.object()
                .put(
                        "total",
                        approvals.count(merchant).values().stream()
                                .mapToLong(Long::longValue)
                                .sum());
        ArrayNode items = json.putArray("items");
        for (Approvals.Waiting w : approvals.after(merchant, Long.MIN_VALUE, 0, limit)) {
            ObjectNode item = items.addObject();
            item.put("guide", w.home().parcel().guideNumber())
                    .put("order", w.home().parcel().orderId());
            item.setAll(ParcelJson.effect(w.effect()));
        }
        call.reply(200, json);
    }

    private void answer(Call call) throws IOException, InterruptedException, ExecutionException {
        ObjectNode body = call.object(BODY_BYTES);
        if (!body.path("approved").isBoolean()) {
            throw ApiProblem.of(Code.BAD_BODY, "approved: must be true or false");
        }
        String label = call.path("decision");
        long id = DecisionLabel.parse(label)
                .orElseThrow(() -> ApiProblem.of(Code.NOT_FOUND, "decision: must be a label such as D1042"));
        boolean approved = body.path("approved").asBoolean();
        switch (proposals.answer(id, call.merchant(), approved, call.caller().actor(), call.id())) {
            case Proposals.Counts(int choices) ->
                call.reply(
                        200,
                        Json.object()
                                .put("decision", Decision.label(id))
                                .put("approved", approved)
                                .put("answered", choices));
            case Proposals.Kept() ->
                call.reply(
                        202,
                        Json.object()
                                .put("decision", Decision.label(id))
                                .put("approved", approved)
                                .put("durable", true));
            case Proposals.TooLate(Proposals.Given first) ->
                throw ApiProblem.of(Code.ANSWERED_BEFORE, first.by() + " answered at " + first.at() + ".")
                        .with(Json.object()
                                .put("answeredBy", first.by())
                                .put("approved", first.approved())
                                .put("answeredAt", first.at().toString()));
            case Proposals.NothingWaits() ->
                throw ApiProblem.of(
                        Code.NOTHING_WAITS, "Maybe it is over, the parcel moved on, or the action asks for no answer.");
            case Proposals.Unknown() ->
                throw ApiProblem.of(Code.NOT_FOUND, "No decision of the merchant has this number.");
        }
    }
}
