package co.litper.cerebro.server.http.api;

import co.litper.cerebro.host.Answer;
import co.litper.cerebro.server.WayIn;
import co.litper.cerebro.server.http.observe.Meters;
import co.litper.cerebro.server.http.observe.Meters.Fate;
import co.litper.cerebro.server.http.route.ApiProblem;
import co.litper.cerebro.server.http.route.Call;
import co.litper.cerebro.server.http.route.Code;
import co.litper.cerebro.server.http.route.Doc;
import co.litper.cerebro.server.http.route.Json;
import co.litper.cerebro.server.http.route.Route;
import co.litper.cerebro.server.webhook.Delivery;
import co.litper.cerebro.server.webhook.Verdict;
import co.litper.cerebro.server.webhook.WebhookDesk;
import co.litper.cerebro.server.webhook.Webhooks;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** Deliveries of sources that sign their bodies; the signature stands in the key's place. */
final class WebhookRoutes {
    private final WebhookDesk desk;
    private final Meters meters;

    WebhookRoutes(WebhookDesk desk, Meters meters) {
        this.desk = desk;
        this.meters = meters;
    }

    List<Route> routes() {
        Doc doc = Doc.of(
                        "postWebhook",
                        "Webhooks",
                        "Takes a signed delivery; docs/reference/webhooks.md tells how to sign.")
                .path("source", "dropi", "The source's name in the configuration.")
                .takes("WebhookBody")
                .gives(200, "WebhookResult", "Kept, durably; what could not be read is kept as dead letters.");
        return List.of(Route.open(Route.Method.POST, "/webhooks/{source}", doc, this::take)
                .with(Route.Trait.ANY_QUERY)
                .with(Route.Trait.KNOWS_REPEATS)
                .with(Route.Trait.IN_THE_LOG));
    }

    private void take(Call call) throws IOException, InterruptedException {
        byte[] body = call.body(Webhooks.MOST_BYTES);
        switch (desk.take(new Delivery(call.path("source"), call::header, body, call.id()))) {
            case WebhookDesk.Kept kept -> {
                kept.answers().forEach(taken -> meters.events(fate(taken), 1));
                meters.events(Fate.REFUSED, kept.letters().size());
                call.reply(
                        200,
                        Json.object()
                                .put("status", "kept")
                                .put("events", kept.answers().size())
                                .put("deadLetters", kept.letters().size())
                                .put("ignored", kept.ignored()));
            }
            case WebhookDesk.Known() -> call.reply(200, Json.object().put("status", "known"));
            case WebhookDesk.Rejected(Verdict.Reason reason, String message) ->
                throw ApiProblem.of(code(reason), message);
            case WebhookDesk.Busy() ->
                throw ApiProblem.of(Code.BUSY, "There is no room now; send it again.")
                        .retryAfter(Duration.ofSeconds(1));
        }
    }

    private static Fate fate(WayIn.Taken taken) {
        return switch (taken) {
            case WayIn.Kept() -> Fate.ACCEPTED;
            case WayIn.Met(Answer.Recorded _) -> Fate.RECORDED;
            case WayIn.Met(Answer.Duplicate()) -> Fate.DUPLICATE;
        };
    }

    private static Code code(Verdict.Reason reason) {
        return switch (reason) {
            case UNKNOWN_SOURCE -> Code.NOT_FOUND;
            case UNSIGNED, FORGED, STALE -> Code.BAD_SIGNATURE;
            case REPLAYED -> Code.REPLAYED;
            case TOO_LARGE -> Code.TOO_LARGE;
        };
    }
}
