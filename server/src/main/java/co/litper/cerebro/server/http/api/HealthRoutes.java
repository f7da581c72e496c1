package co.litper.cerebro.server.http.api;

import co.litper.cerebro.server.access.Role;
import co.litper.cerebro.server.http.HttpService.Self;
import co.litper.cerebro.server.http.observe.Meters;
import co.litper.cerebro.server.http.observe.Trouble;
import co.litper.cerebro.server.http.route.Doc;
import co.litper.cerebro.server.http.route.Json;
import co.litper.cerebro.server.http.route.Route;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** What machines ask to see whether all is well. */
final class HealthRoutes {
    private static final String PROMETHEUS = "text/plain";

    private HealthRoutes() {}

    /** @param trouble what keeps the service from taking events, if anything does */
    static List<Route> of(Self self, Trouble trouble, Meters meters) {
        return List.of(
                Route.open(
                                Route.Method.GET,
                                "/health/live",
                                Doc.of("getLive", "Health", "Whether the process answers.")
                                        .gives(200, "Health", "It does."),
                                call -> call.reply(200, Json.object().put("status", "up")))
                        .with(Route.Trait.UNCOUNTED),
                Route.open(
                                Route.Method.GET,
                                "/health/ready",
                                Doc.of("getReady", "Health", "Whether it takes events.")
                                        .gives(200, "Health", "It does.")
                                        .gives(503, "Health", "It does not: it stops, or the store fails."),
                                call -> {
                                    Optional<String> why = self.isStopping() ? Optional.of("stopping") : trouble.now();
                                    ObjectNode told = Json.object().put("status", why.isEmpty() ? "up" : "down");
                                    why.ifPresent(reason -> told.put("reason", reason));
                                    call.reply(why.isEmpty() ? 200 : 503, told);
                                })
                        .with(Route.Trait.UNCOUNTED),
                Route.get(
                                "/metrics",
                                Role.VIEWER,
                                Doc.of("getMetrics", "Health", "Figures for Prometheus.")
                                        .gives(200, PROMETHEUS, "", "Prometheus text."),
                                call -> call.reply(
                                        200,
                                        "text/plain; version=0.0.4; charset=utf-8",
                                        meters.scrape().getBytes(StandardCharsets.UTF_8)))
                        .with(Route.Trait.UNCOUNTED));
    }
}
