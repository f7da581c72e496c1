package co.litper.cerebro.server.http.api;

import co.litper.cerebro.Home;
import co.litper.cerebro.Subjects;
import co.litper.cerebro.act.EffectState;
import co.litper.cerebro.decision.Decision;
import co.litper.cerebro.decision.Fact;
import co.litper.cerebro.decision.FactsCodec;
import co.litper.cerebro.decision.PlannedEffect;
import co.litper.cerebro.event.EffectStatus;
import co.litper.cerebro.event.SystemEvent.ActionExecuted;
import co.litper.cerebro.server.access.Role;
import co.litper.cerebro.server.http.route.ApiProblem;
import co.litper.cerebro.server.http.route.Call;
import co.litper.cerebro.server.http.route.Code;
import co.litper.cerebro.server.http.route.Doc;
import co.litper.cerebro.server.http.route.Json;
import co.litper.cerebro.server.http.route.Route;
import co.litper.cerebro.server.read.Approvals;
import co.litper.cerebro.vocabulary.MerchantId;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;

/** Effects whose fate nobody knows: shown to people, who find out and tell. */
final class EffectRoutes {
    private static final int BODY_BYTES = 1_024;
    private static final int MOST = 1_000;

    private final Desk desk;

    EffectRoutes(Desk desk) {
        this.desk = desk;
    }

    List<Route> routes() {
        Doc list = Doc.of(
                        "listUnknownEffects", "Effects", "Effects whose fate is unknown: sent or not, nobody was told.")
                .merchant()
                .gives(200, "EffectList", "At most " + MOST + ".");
        Doc settle = Doc.of("reconcileEffect", "Effects", "Tells what became of an effect whose fate was unknown.")
                .path("effect", "8192", "Its id.")
                .merchant()
                .takes("EffectFate")
                .gives(200, "EffectResult", "It is settled.");
        return List.of(
                Route.get("/api/v1/effects/unknown", Role.VIEWER, list, this::list),
                Route.post("/api/v1/effects/{effect}/reconcile", Role.OPERATOR, settle, this::reconcile));
    }

    private void list(Call call) throws InterruptedException {
        MerchantId merchant = call.merchant();
        ObjectNode json = Json.object();
        ArrayNode items = json.putArray("items");
        for (Approvals.Waiting w : Fresh.reads(desk).approvals().unknown(merchant, MOST)) {
            items.add(ParcelJson.effect(w.effect())
                    .put("guide", w.home().parcel().guideNumber())
                    .put("order", w.home().parcel().orderId()));
        }
        call.reply(200, json);
    }

    private void reconcile(Call call) throws IOException, InterruptedException, ExecutionException {
        EffectStatus fate = switch (call.object(BODY_BYTES).path("fate").asText("")) {
            case "done" -> EffectStatus.DONE;
            case "failed" -> EffectStatus.FAILED;
            default -> throw ApiProblem.of(Code.BAD_BODY, "fate: must be done or failed");
        };
        PlannedEffect plan = plan(call.path("effect"));
        MerchantId merchant = call.merchant();
        EffectStatus now = desk.view()
                .ask(view -> view.state()
                        .home(plan.homeKey())
                        .filter(home -> home.merchant().equals(merchant))
                        .map(Home::outbox)
                        .flatMap(outbox -> outbox.find(plan.id()))
                        .map(EffectState::status)
                        .orElseThrow(EffectRoutes::unknown));
        if (now != EffectStatus.UNKNOWN) {
            throw ApiProblem.of(Code.NOTHING_WAITS, "The effect's fate is known: " + now + ".");
        }
        desk.installation()
                .submitOwn(
                        "reconcile-" + plan.id() + "-" + call.id(),
                        Subjects.home(plan.homeKey()),
                        new ActionExecuted(plan.id(), plan.action(), "person", fate))
                .get();
        call.reply(200, Json.object().put("id", Long.toString(plan.id())).put("status", fate.name()));
    }

    private PlannedEffect plan(String text) {
        long id;
        try {
            id = Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw unknown();
        }
        long position = Decision.positionOf(PlannedEffect.decisionOf(id));
        Optional<PlannedEffect> found = Optional.empty();
        for (Fact fact : desk.installation().store().log().at(position).stream()
                .flatMap(entry -> FactsCodec.decode(entry.facts()).stream())
                .toList()) {
            if (fact instanceof PlannedEffect plan && plan.id() == id) {
                found = Optional.of(plan);
            }
        }
        return found.orElseThrow(EffectRoutes::unknown);
    }

    private static ApiProblem unknown() {
        return ApiProblem.of(Code.NOT_FOUND, "The merchant has no effect with this id.");
    }
}
