package co.litper.cerebro.server.http.api;

import co.litper.cerebro.Home;
import co.litper.cerebro.Keys;
import co.litper.cerebro.StateView;
import co.litper.cerebro.Subjects;
import co.litper.cerebro.server.access.Role;
import co.litper.cerebro.server.http.route.ApiProblem;
import co.litper.cerebro.server.http.route.Call;
import co.litper.cerebro.server.http.route.Code;
import co.litper.cerebro.server.http.route.Cursor;
import co.litper.cerebro.server.http.route.Doc;
import co.litper.cerebro.server.http.route.Json;
import co.litper.cerebro.server.http.route.Route;
import co.litper.cerebro.vocabulary.MerchantId;
import co.litper.cerebro.vocabulary.ShipmentState;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Shipments and their stories. */
final class ShipmentRoutes {
    private static final String KIND = "shipment";
    private static final String STORY = "story";
    private static final int STANDARD = 50;
    private static final int MOST = 500;

    private final Desk desk;

    ShipmentRoutes(Desk desk) {
        this.desk = desk;
    }

    List<Route> routes() {
        String states = Arrays.stream(ShipmentState.values())
                .map(s -> '"' + s.name() + '"')
                .collect(Collectors.joining(","));
        Doc list = Doc.of("listShipments", "Shipments", "Shipments, in no stated order.")
                .merchant()
                .pages(STANDARD, MOST)
                .query("state", "{\"type\":\"string\",\"enum\":[" + states + "]}", "ISSUE", "That stand so.")
                .query("carrier", "{\"type\":\"string\",\"maxLength\":40}", "TCC", "With this carrier's code.")
                .gives(200, "ShipmentPage", "A page; `next` is there while more may follow.");
        Doc one = Doc.of("getShipment", "Shipments", "A shipment as it stands, without personal data.")
                .path("number", "G1", "A guide or an order.")
                .merchant()
                .gives(200, "Shipment", "It.");
        Doc story = Doc.of("getStory", "Shipments", "What happened to a shipment and what was decided, oldest first.")
                .path("number", "G1", "A guide or an order.")
                .merchant()
                .pages(STANDARD, MOST)
                .gives(200, "Story", "A page; `next` is there while more may follow.");
        return List.of(
                Route.get("/api/v1/shipments", Role.VIEWER, list, this::list),
                Route.get("/api/v1/shipments/{number}", Role.VIEWER, one, this::one),
                Route.get("/api/v1/shipments/{number}/story", Role.VIEWER, story, this::story));
    }

    private void list(Call call) throws InterruptedException {
        MerchantId merchant = call.merchant();
        Optional<ShipmentState> state = call.word("state", ShipmentState.values());
        Optional<String> carrier = call.query("carrier");
        long after = call.cursor(KIND, Long.MIN_VALUE);
        int limit = call.number("limit", 1, MOST, STANDARD);
        if (call.isUnchanged(desk.installation().store().log().end() + "-" + Integer.toHexString(call.fingerprint()))) {
            return;
        }
        TreeMap<Long, ObjectNode> found = new TreeMap<>();
        boolean more = desk.view().ask(view -> {
            boolean[] left = new boolean[1];
            view.eachHome((key, home) -> {
                boolean wanted = key > after
                        && home.merchant().equals(merchant)
                        && state.map(s -> home.parcel().state() == s).orElse(true)
                        && carrier.map(c -> home.parcel().carrier().code().equals(c))
                                .orElse(true);
                if (wanted && (found.size() < limit || key < found.lastKey())) {
                    found.put(key, ParcelJson.of(home));
                    if (found.size() > limit) {
                        found.pollLastEntry();
                        left[0] = true;
                    }
                } else if (wanted) {
                    left[0] = true;
                }
            });
            return left[0];
        });
        ObjectNode json = Json.object();
        ArrayNode items = json.putArray("items");
        found.values().forEach(items::add);
        if (more) {
            json.put("next", new Cursor(KIND, found.lastKey()).text());
        }
        call.reply(200, json);
    }

    private void one(Call call) throws InterruptedException {
        MerchantId merchant = call.merchant();
        String number = call.path("number");
        call.reply(200, desk.view().ask(view -> ParcelJson.of(home(view, merchant, number))));
    }

    private static Home home(StateView view, MerchantId merchant, String number) {
        return view.state()
                .home(Keys.guide(merchant, number))
                .or(() -> view.state().home(Keys.order(merchant, number)))
                .orElseThrow(() -> ApiProblem.of(
                        Code.NOT_FOUND, "No guide or order of merchant " + merchant + " has this number."));
    }

    private void story(Call call) throws InterruptedException {
        MerchantId merchant = call.merchant();
        String number = call.path("number");
        long from = call.cursor(STORY, 0);
        int limit = call.number("limit", 1, MOST, STANDARD);
        Story.About about = desk.view().ask(view -> {
            Home home = home(view, merchant, number);
            long guide = view.state().homeKey(Keys.guide(merchant, number));
            long key = guide == 0 ? view.state().homeKey(Keys.order(merchant, number)) : guide;
            return new Story.About(
                    key,
                    merchant,
                    home.parcel().guideNumber(),
                    home.parcel().orderId(),
                    Subjects.home(key),
                    home.firstDecision());
        });
        Story.Page page = Story.of(about, desk.installation().store().log(), from, limit);
        ObjectNode json = Json.object();
        json.set("items", page.items());
        if (page.next() > 0) {
            json.put("next", new Cursor(STORY, page.next()).text());
        }
        call.reply(200, json);
    }
}
