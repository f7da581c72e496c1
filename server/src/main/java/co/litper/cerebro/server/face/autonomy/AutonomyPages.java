package co.litper.cerebro.server.face.autonomy;

import co.litper.cerebro.logistics.CityDirectory;
import co.litper.cerebro.logistics.CityMatch;
import co.litper.cerebro.server.access.Role;
import co.litper.cerebro.server.autonomy.AutonomyStanding;
import co.litper.cerebro.server.face.frame.FaceDesk;
import co.litper.cerebro.server.face.frame.Frame;
import co.litper.cerebro.server.face.frame.Place;
import co.litper.cerebro.server.face.frame.Press;
import co.litper.cerebro.server.http.api.Controls;
import co.litper.cerebro.server.http.route.ApiProblem;
import co.litper.cerebro.server.http.route.Call;
import co.litper.cerebro.server.http.route.Code;
import co.litper.cerebro.server.http.route.Form;
import co.litper.cerebro.server.http.route.Route;
import co.litper.cerebro.server.text.Texts;
import co.litper.cerebro.think.SettingKey;
import co.litper.cerebro.think.Settings;
import co.litper.cerebro.vocabulary.Action;
import co.litper.cerebro.vocabulary.CityCode;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;

/** The page of autonomy, and its brake. */
public final class AutonomyPages {
    private static final String ALL = "all";
    private static final int FORM_BYTES = 256;
    private static final int LEVELS_BYTES = 2_048;

    private final FaceDesk desk;
    private final Controls controls;

    public AutonomyPages(FaceDesk desk) {
        this.desk = desk;
        this.controls = new Controls(
                desk.desk().in(), desk.desk().configuration(), desk.desk().clock());
    }

    /** The routes. */
    public List<Route> routes() {
        return List.of(
                Press.get(
                        "/autonomy",
                        Role.VIEWER,
                        Press.doc("pageAutonomy", "How far each action may go, and why."),
                        this::page),
                Press.post(
                        "/autonomy/pause",
                        Role.ADMIN,
                        Press.doc("pauseOnPage", "Pauses or resumes an action, or everything."),
                        this::pause),
                Press.post(
                        "/autonomy/cities",
                        Role.ADMIN,
                        Press.doc("quietCityOnPage", "Stops messages and calls to a city, or lets them go again."),
                        this::city),
                Press.post(
                        "/autonomy/levels",
                        Role.ADMIN,
                        Press.doc(
                                "setLevelsOnPage",
                                "Sets how far actions may go; what is left as it is changes nothing."),
                        this::levels));
    }

    private void page(Call call) throws InterruptedException {
        show(call, "", false, Map.of());
    }

    private void show(Call call, String told, boolean failed) throws InterruptedException {
        show(call, told, failed, Map.of());
    }

    private void show(Call call, String told, boolean failed, Map<String, String> undo) throws InterruptedException {
        Frame frame = desk.press().frame(call, Place.AUTONOMY);
        Settings settings =
                desk.desk().view().ask(view -> view.state().control().settings());
        AutonomyStanding standing =
                AutonomyStanding.of(desk.desk().installation().store().log(), settings);
        AutonomyModel model =
                AutonomyModel.of(standing, settings, desk.desk().configuration(), desk.cities(), frame.texts());
        desk.press().page(call, frame, "autonomy/page", model.after(told, failed, undo));
    }

    private void pause(Call call) throws IOException, InterruptedException, ExecutionException {
        Form form = call.form(FORM_BYTES);
        String action = form.field("pause").isEmpty() ? form.field("resume") : form.field("pause");
        if (!action.equals(ALL) && Action.ofWire(action) == null) {
            throw ApiProblem.of(Code.BAD_BODY, "pause, resume: must be an action, or all");
        }
        controls.change(call, "pause." + action, form.field("pause").isEmpty() ? "false" : "true");
        call.redirect(Place.AUTONOMY.path());
    }

    private void city(Call call) throws IOException, InterruptedException, ExecutionException {
        Form form = call.form(FORM_BYTES);
        String resumed = form.field("resume");
        Texts texts = desk.press().texts(call);
        if (!resumed.isEmpty()) {
            String key = SettingKey.PAUSE_CITY.key() + resumed;
            CityCode city = SettingKey.cityOf(key)
                    .orElseThrow(() -> ApiProblem.of(Code.BAD_BODY, "resume: must be a DANE code such as 76001"));
            controls.change(call, key, "false");
            show(call, texts.say(AutonomyWords.CITY_RUNS, desk.cities().apply(city)), false);
            return;
        }
        String told = form.field("city").strip();
        CityMatch match = CityDirectory.packaged().find(told);
        if (match.ambiguous() || !match.code().isKnown()) {
            show(call, texts.say(match.ambiguous() ? AutonomyWords.CITY_MANY : AutonomyWords.CITY_UNKNOWN, told), true);
            return;
        }
        controls.change(call, SettingKey.PAUSE_CITY.key() + match.code().code(), "true");
        show(call, texts.say(AutonomyWords.CITY_QUIET, desk.cities().apply(match.code())), false);
    }

    private void levels(Call call) throws IOException, InterruptedException, ExecutionException {
        Map<String, String> wanted = call.form(LEVELS_BYTES).startingWith("level.");
        Settings settings =
                desk.desk().view().ask(view -> view.state().control().settings());
        Texts texts = desk.press().texts(call);
        Map<String, String> before = new LinkedHashMap<>();
        for (Map.Entry<String, String> each : wanted.entrySet()) {
            Action action = Action.ofWire(each.getKey());
            if (action == null || action == Action.NONE) {
                throw ApiProblem.of(Code.BAD_BODY, "level: must name an action such as redeliver");
            }
            if (!each.getValue().equals(AutonomyModel.word(settings, action))) {
                controls.change(call, AutonomyModel.LEVEL + action.wire(), each.getValue());
                before.put(action.wire(), AutonomyModel.word(settings, action));
            }
        }
        String changed = before.keySet().stream()
                .map(wire -> texts.action(Objects.requireNonNull(Action.ofWire(wire))))
                .collect(Collectors.joining(", "));
        String told = before.isEmpty()
                ? texts.say(AutonomyWords.LEVELS_SAME)
                : texts.say(AutonomyWords.LEVELS_SAVED, changed);
        show(call, told, false, before);
    }
}
