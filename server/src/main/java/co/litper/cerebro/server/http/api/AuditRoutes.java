package co.litper.cerebro.server.http.api;

import co.litper.cerebro.server.access.AuditTrail;
import co.litper.cerebro.server.access.Role;
import co.litper.cerebro.server.http.route.Call;
import co.litper.cerebro.server.http.route.Cursor;
import co.litper.cerebro.server.http.route.Doc;
import co.litper.cerebro.server.http.route.Json;
import co.litper.cerebro.server.http.route.Route;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Who did what. */
final class AuditRoutes {
    private static final String KIND = "audit";
    private static final int STANDARD = 50;
    private static final int MOST = 500;

    private final AuditTrail trail;

    AuditRoutes(AuditTrail trail) {
        this.trail = trail;
    }

    List<Route> routes() {
        Doc doc = Doc.of("listAudit", "Audit", "Acts of people and programs, newest first.")
                .pages(STANDARD, MOST)
                .gives(200, "AuditPage", "A page; `next` is there while more follow.");
        return List.of(Route.get("/api/v1/audit", Role.ADMIN, doc, this::list));
    }

    private void list(Call call) {
        call.requireAllMerchants();
        int limit = call.number("limit", 1, MOST, STANDARD);
        var acts = trail.newest(call.cursor(KIND, Long.MAX_VALUE), limit);
        ObjectNode json = Json.object();
        ArrayNode items = json.putArray("items");
        acts.forEach(each -> items.addObject()
                .put("number", each.number())
                .put("at", each.act().at().toString())
                .put("actor", each.act().actor())
                .put("what", each.act().what())
                .put("target", each.act().target())
                .put("result", each.act().result())
                .put("call", each.act().correlation()));
        if (acts.size() == limit) {
            json.put("next", new Cursor(KIND, acts.getLast().number()).text());
        }
        call.reply(200, json);
    }
}
