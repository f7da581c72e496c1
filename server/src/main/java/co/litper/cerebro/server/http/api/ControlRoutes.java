package co.litper.cerebro.server.http.api;

import co.litper.cerebro.server.WayIn;
import co.litper.cerebro.server.access.Role;
import co.litper.cerebro.server.config.Configuration;
import co.litper.cerebro.server.http.route.ApiProblem;
import co.litper.cerebro.server.http.route.Call;
import co.litper.cerebro.server.http.route.Code;
import co.litper.cerebro.server.http.route.Doc;
import co.litper.cerebro.server.http.route.Json;
import co.litper.cerebro.server.http.route.Route;
import co.litper.cerebro.server.read.Archives;
import co.litper.cerebro.think.SettingKey;
import co.litper.cerebro.vocabulary.Action;
import co.litper.cerebro.vocabulary.MerchantId;
import co.litper.cerebro.world.Clock;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;

/**
 * What people set: how far each action may go, what is paused, every other setting on which decisions depend. Each change is an
 * event of the log. What the configuration file says outright comes back with the next start, so it is not changed here.
 */
final class ControlRoutes {
    private static final String ALL = "all";
    private static final String PAUSE = "pause.";
    private static final String PAUSABLE =
            "An action; contacts.76001 for messages and calls to a city by its DANE code; or all.";
    private static final int BODY_BYTES = 4_096;

    private final Archives archives;
    private final Configuration configuration;
    private final Controls controls;

    ControlRoutes(Archives archives, WayIn in, Configuration configuration, Clock clock) {
        this.archives = archives;
        this.configuration = configuration;
        this.controls = new Controls(in, configuration, clock);
    }

    List<Route> routes() {
        String action = "An action, such as notify_customer.";
        return List.of(
                Route.get(
                        "/api/v1/settings",
                        Role.VIEWER,
                        Doc.of("getSettings", "Control", "Every setting on which decisions depend, as it is in force.")
                                .gives(200, "Settings", "By key."),
                        call -> call.reply(200, settings())),
                Route.put(
                        "/api/v1/settings/{key}",
                        Role.ADMIN,
                        Doc.of("putSetting", "Control", "Changes a setting for decisions from now on.")
                                .path("key", "exploration.rate", "As /api/v1/settings lists it.")
                                .takes("SettingValue")
                                .gives(200, "Setting", "It is in force."),
                        this::put),
                Route.get(
                        "/api/v1/autonomy",
                        Role.VIEWER,
                        Doc.of("getAutonomy", "Control", "How far each action may go, and what is paused.")
                                .gives(200, "Autonomy", "By action."),
                        call -> call.reply(200, autonomy())),
                Route.put(
                        "/api/v1/autonomy/{action}",
                        Role.ADMIN,
                        Doc.of("putAutonomy", "Control", "Sets how far an action may go.")
                                .path("action", "notify_customer", action)
                                .takes("AutonomyLevel")
                                .gives(200, "Setting", "It is in force."),
                        call -> change(
                                call,
                                "autonomy." + action(call, false),
                                call.object(BODY_BYTES).path("level").asText("").toLowerCase(Locale.ROOT))),
                Route.put(
                        "/api/v1/pauses/{action}",
                        Role.ADMIN,
                        Doc.of(
                                        "putPause",
                                        "Control",
                                        "Holds back an action, what reaches customers of a city, or everything, at once.")
                                .path("action", ALL, PAUSABLE)
                                .gives(200, "Setting", "It is held back."),
                        call -> change(call, PAUSE + pause(call), "true")),
                Route.delete(
                        "/api/v1/pauses/{action}",
                        Role.ADMIN,
                        Doc.of("deletePause", "Control", "Lets an action, or everything, go again.")
                                .path("action", ALL, PAUSABLE)
                                .gives(200, "Setting", "It goes."),
                        call -> change(call, PAUSE + pause(call), "false")));
    }

    private static String pause(Call call) {
        String told = call.path("action");
        return SettingKey.cityOf(PAUSE + told).isPresent() ? told : action(call, true);
    }

    private static String action(Call call, boolean all) {
        String told = call.path("action");
        boolean known = (all && told.equals(ALL))
                || Arrays.stream(Action.values()).anyMatch(a -> a.wire().equals(told));
        if (!known) {
            String list = Arrays.stream(Action.values()).map(Action::wire).collect(Collectors.joining(", "));
            throw ApiProblem.of(Code.NOT_FOUND, "action: must be one of " + (all ? "all, " : "") + list);
        }
        return told;
    }

    private SortedMap<String, String> inForce() throws InterruptedException {
        return archives.of(MerchantId.INSTALLATION)
                .state()
                .ask(view -> view.state().control().values());
    }

    private ObjectNode settings() throws InterruptedException {
        SortedMap<String, String> inForce = inForce();
        ObjectNode json = Json.object();
        ArrayNode items = json.putArray("items");
        for (Map.Entry<String, String> each : configuration.decisionSettings().entrySet()) {
            SettingKey key = SettingKey.find(each.getKey()).orElseThrow();
            items.addObject()
                    .put("key", each.getKey())
                    .put("value", inForce.getOrDefault(each.getKey(), each.getValue()))
                    .put("unit", key.unit())
                    .put("fixedByConfiguration", configuration.isGiven(each.getKey()));
        }
        return json;
    }

    private ObjectNode autonomy() throws InterruptedException {
        SortedMap<String, String> inForce = inForce();
        Map<String, String> standard = configuration.decisionSettings();
        ObjectNode json = Json.object();
        json.put("allPaused", value("pause.all", inForce, standard).equals("true"));
        ArrayNode quiet = json.putArray("quietCities");
        inForce.forEach((key, value) ->
                SettingKey.cityOf(key).filter(city -> value.equals("true")).ifPresent(city -> quiet.add(city.code())));
        ArrayNode items = json.putArray("items");
        for (Action action : Action.values()) {
            items.addObject()
                    .put("action", action.wire())
                    .put(
                            "level",
                            value("autonomy." + action.wire(), inForce, standard)
                                    .toLowerCase(Locale.ROOT))
                    .put(
                            "paused",
                            value("pause." + action.wire(), inForce, standard).equals("true"));
        }
        return json;
    }

    private static String value(String key, Map<String, String> inForce, Map<String, String> standard) {
        return inForce.getOrDefault(key, standard.getOrDefault(key, ""));
    }

    private void put(Call call) throws IOException, InterruptedException, ExecutionException {
        String key = call.path("key");
        if (!configuration.decisionSettings().containsKey(key)
                && SettingKey.cityOf(key).isEmpty()) {
            throw ApiProblem.of(Code.NOT_FOUND, "key: must be one that /api/v1/settings lists");
        }
        change(call, key, call.object(BODY_BYTES).path("value").asText(""));
    }

    private void change(Call call, String key, String value) throws InterruptedException, ExecutionException {
        controls.change(call, key, value);
        call.reply(200, Json.object().put("key", key).put("value", value));
    }
}
