package co.litper.cerebro.server.http;

import co.litper.cerebro.server.access.Caller;
import co.litper.cerebro.server.access.Role;
import co.litper.cerebro.server.http.route.Call;
import co.litper.cerebro.server.http.route.Doc;
import co.litper.cerebro.server.http.route.Json;
import co.litper.cerebro.server.http.route.Route;
import java.io.IOException;
import java.util.List;

/** A browser shows a key once and gets a cookie for it. */
final class SessionRoutes {
    private static final int MOST_BYTES = 2_048;

    private SessionRoutes() {}

    static List<Route> of(Doorkeeper doorkeeper, Sessions sessions, boolean encrypted) {
        return List.of(
                Route.open(
                        Route.Method.POST,
                        "/session",
                        Doc.of("beginSession", "Sessions", "Shows a key and gets a cookie for it.")
                                .takes("SessionKey")
                                .gives(200, "Me", "The cookie is set."),
                        call -> begin(call, doorkeeper, sessions, encrypted)),
                Route.delete(
                        "/session",
                        Role.VIEWER,
                        Doc.of("endSession", "Sessions", "Ends the cookie's session.")
                                .gives(204, "", "", "It is over."),
                        call -> end(call, sessions)),
                Route.get(
                        "/api/v1/me",
                        Role.VIEWER,
                        Doc.of("getMe", "Sessions", "Whose key it is and what it may do.")
                                .gives(200, "Me", "The key's name, role and merchant."),
                        call -> call.reply(200, me(call.caller()))));
    }

    private static void begin(Call call, Doorkeeper doorkeeper, Sessions sessions, boolean encrypted)
            throws IOException {
        String key = call.object(MOST_BYTES).path("key").asText("");
        Caller caller = doorkeeper.check(key, call.address());
        call.header(
                "Set-Cookie",
                Doorkeeper.COOKIE + "=" + sessions.begin(key) + "; Path=/; HttpOnly; SameSite=Strict; Max-Age="
                        + Sessions.LASTS.toSeconds() + (encrypted ? "; Secure" : ""));
        call.reply(200, me(caller));
    }

    private static void end(Call call, Sessions sessions) {
        String cookie = call.cookie(Doorkeeper.COOKIE);
        if (cookie != null) {
            sessions.end(cookie);
        }
        call.header("Set-Cookie", Doorkeeper.COOKIE + "=; Path=/; HttpOnly; SameSite=Strict; Max-Age=0");
        call.done();
    }

    private static com.fasterxml.jackson.databind.node.ObjectNode me(Caller caller) {
        var me = Json.object()
                .put("name", caller.label())
                .put("role", caller.role().wire());
        caller.merchant().ifPresent(merchant -> me.put("merchant", merchant.value()));
        return me;
    }
}
