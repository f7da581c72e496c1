package co.litper.cerebro.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import co.litper.cerebro.server.config.Configuration;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a collector of OpenTelemetry is told of calls. */
class TracesTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

    @TempDir
    private Path folder;

    private final List<JsonNode> told = new CopyOnWriteArrayList<>();
    private final Set<String> authorizations = new TreeSet<>();
    private HttpServer collector;

    @BeforeEach
    void listen() throws Exception {
        collector = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        collector.createContext("/v1/traces", exchange -> {
            told.add(JSON.readTree(exchange.getRequestBody().readAllBytes()));
            authorizations.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        collector.start();
    }

    @AfterEach
    void stop() {
        collector.stop(0);
    }

    private RunningService start(String share) {
        Map<String, String> environment = Map.of(
                "CEREBRO_TRACE_URL",
                "http://127.0.0.1:" + collector.getAddress().getPort() + "/v1/traces",
                "CEREBRO_TRACE_AUTHORIZATION",
                "Bearer of the collector",
                "CEREBRO_TRACE_SHARE",
                share);
        Configuration configuration =
                ((Configuration.Usable) Configuration.read(Optional.empty(), environment)).configuration();
        return new RunningService(RunningService.Start.in(folder).configuration(configuration));
    }

    private List<JsonNode> spans() {
        List<JsonNode> spans = new ArrayList<>();
        told.forEach(each -> each.at("/resourceSpans/0/scopeSpans/0/spans").forEach(spans::add));
        return spans;
    }

    private JsonNode span(String name) {
        return spans().stream()
                .filter(s -> s.path("name").asText().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError(name + " is not among " + spans()));
    }

    @Test
    void aCallIsOneSpanOfItsCallersTraceWithItsStepsInsideAndTellsOfNoPerson() throws Exception {
        try (RunningService service = start("0")) {
            service.post(
                    "operator",
                    "/api/v1/events",
                    "application/cloudevents+json",
                    RunningService.issue("t-1", "G1", "3001112233"),
                    Map.of("traceparent", "00-" + TRACE + "-00f067aa0ba902b7-01", "X-Request-Id", "mine"));
            service.get("viewer", "/api/v1/me");
        }
        JsonNode call = span("postEvents");
        assertThat(call.path("traceId").asText()).isEqualTo(TRACE);
        assertThat(call.path("parentSpanId").asText()).isEqualTo("00f067aa0ba902b7");
        assertThat(call.path("kind").asInt()).isEqualTo(2);
        assertThat(call.path("attributes").toString())
                .contains("/api/v1/events")
                .contains("{\"intValue\":\"200\"}")
                .contains("mine");
        for (String step : List.of("keep people", "decide")) {
            assertThat(span(step).path("parentSpanId")).as(step).isEqualTo(call.path("spanId"));
            assertThat(span(step).path("endTimeUnixNano").asLong())
                    .isBetween(
                            span(step).path("startTimeUnixNano").asLong(),
                            call.path("endTimeUnixNano").asLong() + 5_000_000);
        }
        assertThat(told.toString())
                .doesNotContain("3001112233")
                .doesNotContain("Ana")
                .doesNotContain("getMe");
        assertThat(authorizations).containsExactly("Bearer of the collector");
    }

    @Test
    void withoutATraceOfItsOwnACallBeginsOneAndAMalformedHeaderIsNone() throws Exception {
        try (RunningService service = start("1")) {
            service.get("viewer", "/api/v1/me");
            service.send(service.request("viewer", "/api/v1/autonomy")
                    .header("traceparent", "00-" + "0".repeat(32) + "-00f067aa0ba902b7-01")
                    .build());
        }
        assertThat(span("getMe").path("traceId").asText()).matches("[0-9a-f]{32}");
        assertThat(span("getAutonomy").path("traceId").asText()).doesNotMatch("0{32}");
        assertThat(span("getAutonomy").has("parentSpanId")).isFalse();
    }

    @Test
    void aCollectorThatIsGoneDisturbsNobodyAndWhatIsLostIsCounted() throws Exception {
        collector.stop(0);
        try (RunningService service = start("1")) {
            assertThat(service.get("viewer", "/api/v1/me").status()).isEqualTo(200);
            String lost = "cerebro_traces_lost 0.0";
            for (int i = 0; i < 2_000 && lost.equals("cerebro_traces_lost 0.0"); i++) {
                lost = service.get("viewer", "/metrics")
                        .text()
                        .lines()
                        .filter(line -> line.startsWith("cerebro_traces_lost "))
                        .findFirst()
                        .orElseThrow();
            }
            assertThat(lost).isNotEqualTo("cerebro_traces_lost 0.0");
        }
    }

    @Test
    void nothingIsToldUnlessTheConfigurationSaysWhere() throws Exception {
        try (RunningService service = RunningService.start(folder)) {
            service.send(service.request("viewer", "/api/v1/me")
                    .header("traceparent", "00-" + TRACE + "-00f067aa0ba902b7-01")
                    .build());
        }
        assertThat(told).isEmpty();
    }
}
