package co.litper.cerebro.server.face.login;

import co.litper.cerebro.server.access.Users;
import co.litper.cerebro.server.face.frame.Place;
import co.litper.cerebro.server.face.frame.Press;
import co.litper.cerebro.server.http.route.Call;
import co.litper.cerebro.server.http.route.Doc;
import co.litper.cerebro.server.http.route.OwnPath;
import co.litper.cerebro.server.http.route.Route;
import co.litper.cerebro.server.text.Said;
import co.litper.cerebro.server.text.Texts;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The pages before one is inside. */
public final class LoginPages {
    private static final String WORD = "{\"type\":\"string\",\"maxLength\":40}";
    private static final String ADDRESS = "{\"type\":\"string\",\"maxLength\":600}";

    private final Press press;
    private final Users users;

    public LoginPages(Press press, Users users) {
        this.press = press;
        this.users = users;
    }

    /** The routes. */
    public List<Route> routes() {
        Doc door = Press.doc("pageLogin", "Where people sign in.")
                .query("next", ADDRESS, "/", "Where to go from here.")
                .query("problem", WORD, "wrong", "What went wrong the last time.");
        Doc welcome = Press.doc("pageWelcome", "Where the first user is made.")
                .query("token", ADDRESS, "", "What the printed link holds.")
                .query("problem", WORD, "name_form", "What went wrong the last time.");
        return List.of(
                Route.open(Route.Method.GET, "/login", door, this::door).with(Route.Trait.PAGE),
                Route.open(Route.Method.GET, "/welcome", welcome, this::welcome).with(Route.Trait.PAGE));
    }

    private void door(Call call) {
        String next = OwnPath.orFirstPage(call.query("next").orElse("/"));
        String problem = problem(call, press.texts(call));
        press.page(
                call,
                press.frame(call, Place.ELSEWHERE, LoginWords.DOOR),
                "login/door",
                new DoorModel(problem, next, users.isEmpty()));
    }

    private void welcome(Call call) {
        if (!users.isEmpty()) {
            call.redirect("/login");
            return;
        }
        press.page(
                call,
                press.frame(call, Place.ELSEWHERE, LoginWords.WELCOME),
                "login/welcome",
                new WelcomeModel(call.query("token").orElse(""), problem(call, press.texts(call))));
    }

    private static String problem(Call call, Texts texts) {
        return call.query("problem")
                .flatMap(word -> Arrays.stream(LoginWords.values())
                        .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(word))
                        .findFirst())
                .map(texts::say)
                .orElse("");
    }

    /** Why a user or a password cannot be had, in words. */
    public static Said words(Users.Problem problem) {
        return LoginWords.valueOf(problem.name());
    }
}
