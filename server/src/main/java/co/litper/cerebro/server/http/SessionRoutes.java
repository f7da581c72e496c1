package co.litper.cerebro.server.http;

import co.litper.cerebro.server.access.Caller;
import co.litper.cerebro.server.access.Role;
import co.litper.cerebro.server.access.UserInfo;
import co.litper.cerebro.server.access.Users;
import co.litper.cerebro.server.http.route.ApiProblem;
import co.litper.cerebro.server.http.route.Call;
import co.litper.cerebro.server.http.route.Code;
import co.litper.cerebro.server.http.route.Doc;
import co.litper.cerebro.server.http.route.Form;
import co.litper.cerebro.server.http.route.Json;
import co.litper.cerebro.server.http.route.OwnPath;
import co.litper.cerebro.server.http.route.Route;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** How sessions begin and end: a browser shows a key, or its reader tells name and password, and gets a cookie for it. */
final class SessionRoutes {
    private static final int MOST_BYTES = 4_096;
    private static final String TAG = "Sessions";
    private static final String DOOR = "/login";

    private final Doorkeeper doorkeeper;
    private final Sessions sessions;
    private final Users users;
    private final FirstDoor firstDoor;
    private final boolean encrypted;

    SessionRoutes(Doorkeeper doorkeeper, Sessions sessions, Users users, FirstDoor firstDoor, boolean encrypted) {
        this.doorkeeper = doorkeeper;
        this.sessions = sessions;
        this.users = users;
        this.firstDoor = firstDoor;
        this.encrypted = encrypted;
    }

    List<Route> routes() {
        return List.of(
                Route.open(
                        Route.Method.POST,
                        "/session",
                        Doc.of("beginSession", TAG, "Shows a key and gets a cookie for it.")
                                .takes("SessionKey")
                                .gives(200, "Me", "The cookie is set."),
                        this::beginByKey),
                Route.delete(
                        "/session",
                        Role.VIEWER,
                        Doc.of("endSession", TAG, "Ends the cookie's session.").gives(204, "", "", "It is over."),
                        call -> {
                            end(call);
                            call.done();
                        }),
                form("/login", "signIn", "Tells name and password and gets a cookie.", this::signIn),
                form("/welcome", "makeFirstUser", "Makes the first user, by the link that was printed.", this::welcome),
                Route.post(
                                "/logout",
                                Role.VIEWER,
                                Doc.of("signOut", TAG, "Ends the session and shows the door.")
                                        .takes(Form.TYPE, "")
                                        .gives(303, "", "", "To the door."),
                                call -> {
                                    end(call);
                                    call.redirect(DOOR);
                                })
                        .with(Route.Trait.PAGE),
                Route.get(
                        "/api/v1/me",
                        Role.VIEWER,
                        Doc.of("getMe", TAG, "Whose key it is and what it may do.")
                                .gives(200, "Me", "The key's name, role and merchant."),
                        call -> call.reply(200, me(call.caller()))));
    }

    private static Route form(String path, String id, String told, Route.Handler handler) {
        Doc doc = Doc.of(id, TAG, told)
                .takes(Form.TYPE, "")
                .gives(303, "", "", "To the next page, or back with what is wrong.");
        return Route.open(Route.Method.POST, path, doc, handler)
                .with(Route.Trait.PAGE)
                .with(Route.Trait.FROM_OWN_PAGE);
    }

    private void beginByKey(Call call) throws IOException {
        String key = call.object(MOST_BYTES).path("key").asText("");
        Caller caller = doorkeeper.check(key, call.address());
        begin(call, new Sessions.ByKey(key));
        call.reply(200, me(caller));
    }

    private void signIn(Call call) throws IOException {
        Form form = call.form(MOST_BYTES);
        String next = OwnPath.orFirstPage(form.field("next"));
        switch (users.signIn(form.field("name"), form.field("password"), call.address())) {
            case Users.Welcome(UserInfo user) -> {
                begin(call, new Sessions.ByUser(user.id(), user.generation()));
                call.redirect(next);
            }
            case Users.Wrong() -> call.redirect(DOOR + "?problem=wrong&next=" + encoded(next));
            case Users.Wait(var after) -> {
                call.header("Retry-After", Long.toString(after.toSeconds() + 1));
                call.redirect(DOOR + "?problem=wait&next=" + encoded(next));
            }
        }
    }

    private void welcome(Call call) throws IOException {
        Form form = call.form(MOST_BYTES);
        String token = form.field("token");
        if (!firstDoor.opensWith(token)) {
            throw ApiProblem.of(Code.NOT_FOUND, "The link is not good any more. Maybe somebody used it.");
        }
        String name = form.field("name");
        String password = form.field("password");
        switch (users.addFirst(name, password, call.id())) {
            case Users.Done(String made) -> {
                if (users.signIn(made, password, call.address()) instanceof Users.Welcome(UserInfo user)) {
                    begin(call, new Sessions.ByUser(user.id(), user.generation()));
                }
                call.redirect("/");
            }
            case Users.Refused(List<Users.Problem> problems) ->
                call.redirect(FirstDoor.PATH + "?token=" + encoded(token) + "&problem="
                        + problems.getFirst().name().toLowerCase(Locale.ROOT));
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private void begin(Call call, Sessions.Proof proof) {
        String before = call.cookie(Doorkeeper.COOKIE);
        if (before != null) {
            sessions.end(before);
        }
        setCookie(call, sessions.begin(proof), Sessions.LASTS.toSeconds());
    }

    private void end(Call call) {
        String cookie = call.cookie(Doorkeeper.COOKIE);
        if (cookie != null) {
            sessions.end(cookie);
        }
        setCookie(call, "", 0);
    }

    private void setCookie(Call call, String value, long seconds) {
        call.header(
                "Set-Cookie",
                Doorkeeper.COOKIE + "=" + value + "; Path=/; HttpOnly; SameSite=Strict; Max-Age=" + seconds
                        + (encrypted ? "; Secure" : ""));
    }

    private static ObjectNode me(Caller caller) {
        ObjectNode me = Json.object()
                .put("name", caller.label())
                .put("role", caller.role().wire());
        caller.merchant().ifPresent(merchant -> me.put("merchant", merchant.value()));
        return me;
    }
}
