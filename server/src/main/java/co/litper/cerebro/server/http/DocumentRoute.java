package co.litper.cerebro.server.http;

import co.litper.cerebro.server.http.openapi.OpenApi;
import co.litper.cerebro.server.http.route.Call;
import co.litper.cerebro.server.http.route.Doc;
import co.litper.cerebro.server.http.route.Json;
import co.litper.cerebro.server.http.route.Route;
import co.litper.cerebro.world.Hash64;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The OpenAPI document of all routes, itself included; written when it is asked for first. Thread-safe. */
final class DocumentRoute {
    private static final long SEED = 0x6F70656E61706901L;

    private final Route route;
    private final List<Route> all;
    private byte @Nullable [] written;

    /** @param others every other route */
    DocumentRoute(List<Route> others) {
        Doc doc = Doc.of("getOpenApi", "Pages", "This document.").gives(200, "application/json", "", "OpenAPI 3.1.");
        this.route = Route.open(Route.Method.GET, "/openapi.json", doc, this::serve);
        this.all = new ArrayList<>(others);
        all.add(route);
    }

    Route route() {
        return route;
    }

    private void serve(Call call) {
        byte[] document = document();
        if (!call.isUnchanged(Long.toHexString(Hash64.of(SEED, document)))) {
            call.reply(200, "application/json", document);
        }
    }

    private synchronized byte[] document() {
        byte[] known = written;
        if (known == null) {
            known = Json.bytes(OpenApi.of(all));
            written = known;
        }
        return known;
    }
}
