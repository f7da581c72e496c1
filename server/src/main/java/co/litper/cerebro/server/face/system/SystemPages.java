package co.litper.cerebro.server.face.system;

import co.litper.cerebro.adapters.sqlite.SqliteAccess.Numbered;
import co.litper.cerebro.log.DeadLetters;
import co.litper.cerebro.server.access.Role;
import co.litper.cerebro.server.access.UserRequest;
import co.litper.cerebro.server.access.Users;
import co.litper.cerebro.server.face.frame.FaceDesk;
import co.litper.cerebro.server.face.frame.Frame;
import co.litper.cerebro.server.face.frame.FrameWords;
import co.litper.cerebro.server.face.frame.Place;
import co.litper.cerebro.server.face.frame.Press;
import co.litper.cerebro.server.face.login.LoginPages;
import co.litper.cerebro.server.http.route.ApiProblem;
import co.litper.cerebro.server.http.route.Call;
import co.litper.cerebro.server.http.route.Code;
import co.litper.cerebro.server.http.route.Form;
import co.litper.cerebro.server.http.route.Route;
import co.litper.cerebro.server.text.Figures;
import co.litper.cerebro.server.text.Said;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The page of the system, and what admins do there. */
public final class SystemPages {
    private static final int ACTS = 50;
    private static final int FORM_BYTES = 2_048;

    /** In the trail of acts, with the status of the answer. */
    private static final Pattern REFUSED = Pattern.compile("refused (\\d+)");

    private final FaceDesk desk;

    public SystemPages(FaceDesk desk) {
        this.desk = desk;
    }

    /** The routes. */
    public List<Route> routes() {
        return List.of(
                Press.get(
                        "/system",
                        Role.VIEWER,
                        Press.doc("pageSystem", "What runs, who may sign in, who did what."),
                        call -> show(call, "", false)),
                Press.post("/system/users", Role.ADMIN, Press.doc("addUserOnPage", "Makes a user."), this::add),
                Press.post(
                        "/system/users/remove",
                        Role.ADMIN,
                        Press.doc("removeUserOnPage", "Removes a user."),
                        this::remove));
    }

    private void show(Call call, String told, boolean failed) {
        Frame frame = desk.press().frame(call, Place.SYSTEM);
        Optional<String> trouble = desk.desk().trouble().now();
        desk.press()
                .page(
                        call,
                        frame,
                        "system/page",
                        new SystemModel(
                                trouble.map(what -> frame.say(SystemWords.TROUBLED, what))
                                        .orElseGet(() -> frame.say(SystemWords.HEALTHY)),
                                trouble.isEmpty(),
                                facts(frame),
                                frame.rules() ? users(call, frame) : List.of(),
                                frame.rules() && call.caller().merchant().isEmpty() ? acts(frame) : List.of(),
                                told,
                                failed));
    }

    private List<SystemModel.Fact> facts(Frame frame) {
        long entries = desk.desk().installation().store().log().end() - 1;
        long refused = desk.desk().installation().store().deadLetters().count(DeadLetters.Status.OPEN);
        return List.of(
                new SystemModel.Fact(frame.say(SystemWords.ENTRIES), Figures.count(entries)),
                new SystemModel.Fact(
                        frame.say(SystemWords.BEHIND),
                        Figures.count(desk.desk().reads().behind())),
                new SystemModel.Fact(frame.say(SystemWords.DEAD_LETTERS), Figures.count(refused)));
    }

    private List<SystemModel.User> users(Call call, Frame frame) {
        return desk.users().list(call.caller()).stream()
                .map(user -> new SystemModel.User(
                        user.name(),
                        frame.say(role(user.role())),
                        Figures.dayTime(user.madeAt(), frame.texts().language()),
                        call.caller().actor().equals(user.caller().actor())))
                .toList();
    }

    /** What a role is called. */
    static Said role(Role role) {
        return switch (role) {
            case VIEWER -> FrameWords.ROLE_VIEWER;
            case OPERATOR -> FrameWords.ROLE_OPERATOR;
            case ADMIN -> FrameWords.ROLE_ADMIN;
        };
    }

    private List<SystemModel.Act> acts(Frame frame) {
        return desk.desk().audit().newest(Long.MAX_VALUE, ACTS).stream()
                .map(act -> act(act, frame))
                .toList();
    }

    private SystemModel.Act act(Numbered act, Frame frame) {
        return new SystemModel.Act(
                Figures.dayTime(act.act().at(), frame.texts().language()),
                desk.users().nameOf(act.act().actor()),
                ActWords.of(act.act().what()).map(frame::say).orElse(act.act().what()),
                act.act().target(),
                result(act.act().result(), frame));
    }

    private static String result(String told, Frame frame) {
        Matcher refused = REFUSED.matcher(told);
        return told.equals("done")
                ? frame.say(SystemWords.ACT_DONE)
                : refused.matches() ? frame.say(SystemWords.ACT_REFUSED, refused.group(1)) : told;
    }

    private void add(Call call) throws IOException {
        Form form = call.form(FORM_BYTES);
        Role role = Role.of(form.field("role"))
                .orElseThrow(() -> ApiProblem.of(Code.BAD_BODY, "role: must be one of " + Role.all()));
        UserRequest wanted = new UserRequest(
                form.field("name"), form.field("password"), role, call.caller().merchant());
        tell(call, desk.users().add(wanted, call.caller(), call.id()));
    }

    private void remove(Call call) throws IOException {
        tell(call, desk.users().remove(call.form(FORM_BYTES).field("name"), call.caller(), call.id()));
    }

    private void tell(Call call, Users.Change change) {
        Frame frame = desk.press().frame(call, Place.SYSTEM);
        switch (change) {
            case Users.Done(String name) -> show(call, frame.say(SystemWords.ADDED, name), false);
            case Users.Refused(List<Users.Problem> problems) ->
                show(
                        call,
                        problems.stream()
                                .map(LoginPages::words)
                                .map(words -> frame.say(words))
                                .collect(Collectors.joining(" ")),
                        true);
        }
    }
}
