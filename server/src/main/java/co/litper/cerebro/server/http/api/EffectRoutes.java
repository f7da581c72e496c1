package co.litper.cerebro.server.http.api;

import co.litper.cerebro.event.EffectStatus;
import co.litper.cerebro.server.WayIn;
import co.litper.cerebro.server.access.Role;
import co.litper.cerebro.server.http.route.Call;
import co.litper.cerebro.server.http.route.Doc;
import co.litper.cerebro.server.http.route.Json;
import co.litper.cerebro.server.http.route.Route;
import co.litper.cerebro.server.read.Approvals;
import co.litper.cerebro.server.read.Archives;
import co.litper.cerebro.vocabulary.MerchantId;
import co.litper.cerebro.world.Clock;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.ExecutionException;

/** Effects whose fate nobody knows: shown to people, who find out and tell. */
final class EffectRoutes {
    private static final int BODY_BYTES = 1_024;
    private static final int MOST = 1_000;

    private final Archives archives;
    private final UnknownEffects effects;

    EffectRoutes(Archives archives, WayIn in, Clock clock) {
        this.archives = archives;
        this.effects = new UnknownEffects(archives, in, clock);
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
                .gives(200, "EffectResult", "It is settled.")
                .gives(202, "EffectKept", "It is kept; the shard has not said yet whether it is the first.");
        return List.of(
                Route.get("/api/v1/effects/unknown", Role.VIEWER, list, this::list),
                Route.post("/api/v1/effects/{effect}/reconcile", Role.OPERATOR, settle, this::reconcile));
    }

    private void list(Call call) throws InterruptedException {
        MerchantId merchant = call.merchant();
        ObjectNode json = Json.object();
        ArrayNode items = json.putArray("items");
        for (Approvals.Waiting w :
                Fresh.reads(archives.of(merchant).reads()).approvals().unknown(merchant, MOST)) {
            items.add(ParcelJson.effect(w.effect())
                    .put("guide", w.home().parcel().guideNumber())
                    .put("order", w.home().parcel().orderId()));
        }
        call.reply(200, json);
    }

    private void reconcile(Call call) throws IOException, InterruptedException, ExecutionException {
        EffectStatus fate =
                UnknownEffects.fate(call.object(BODY_BYTES).path("fate").asText(""));
        UnknownEffects.Result result = effects.settle(call.path("effect"), call.merchant(), fate, call.id());
        ObjectNode json = Json.object().put("id", Long.toString(result.id())).put("status", fate.name());
        if (result.settled()) {
            call.reply(200, json);
        } else {
            call.reply(202, json.put("durable", true));
        }
    }
}
