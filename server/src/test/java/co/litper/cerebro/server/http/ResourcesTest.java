package co.litper.cerebro.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import co.litper.cerebro.server.http.RunningService.Reply;
import co.litper.cerebro.world.Clock;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Each resource as a program reads it, and what it takes in. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ResourcesTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private RunningService service;
    private Path folder;

    @BeforeAll
    void start(@TempDir Path temporary) {
        folder = temporary;
        service = RunningService.start(temporary);
    }

    @AfterAll
    void stop() {
        service.close();
    }

    @Test
    void aStoryTellsWhatLedToWhatAcrossAgentsAndSenders() throws Exception {
        service.tell(RunningService.issue("led-1", "L1", "3017770009"));
        service.tell(
                "{\"specversion\":\"1.0\",\"id\":\"led-2\",\"source\":\"/prueba\",\"type\":\"tracking.updated\",\"time\":\""
                        + Clock.system().now()
                        + "\",\"correlationid\":\"caso-7\",\"causationid\":\"led-1\",\"data\":{\"guideNumber\":\"L1\","
                        + "\"rawStatus\":\"DEVOLUCION\",\"state\":\"RETURNED\"}}");

        JsonNode items = service.get("viewer", "/api/v1/shipments/L1/story?limit=100")
                .json()
                .path("items");

        JsonNode first = items.get(0);
        assertThat(first.path("id").asText()).isEqualTo("led-1");
        assertThat(first.has("causedBy")).isFalse();
        assertThat(first.at("/decisions/0/choices/0/agent").asText()).isNotEmpty();
        List<JsonNode> returned = new ArrayList<>();
        items.forEach(item -> {
            if (item.path("id").asText().equals("led-2")) {
                returned.add(item);
            }
        });
        assertThat(returned).singleElement().satisfies(item -> {
            assertThat(item.path("correlation").asText()).isEqualTo("caso-7");
            assertThat(item.at("/causedBy/position").asLong())
                    .isEqualTo(first.path("position").asLong());
        });
    }

    @Test
    void aShipmentTellsItsStoryAndOnlyOperatorsSeeWhoReceivesIt() throws Exception {
        service.tell(RunningService.issue("st-1", "B1", "3017770002"));
        service.tell(RunningService.event(
                "st-2",
                "tracking.updated",
                "{\"guideNumber\":\"B1\",\"rawStatus\":\"EN REPARTO\",\"state\":\"OUT_FOR_DELIVERY\"}"));
        JsonNode shipment = service.get("viewer", "/api/v1/shipments/B1").json();
        assertThat(shipment.path("state").asText()).isEqualTo("OUT_FOR_DELIVERY");
        JsonNode story = service.get("viewer", "/api/v1/shipments/OB1/story").json();
        assertThat(story.path("items").findValuesAsText("type")).startsWith("guide.updated", "tracking.updated");
        String customer = "/api/v1/customers/" + shipment.path("customer").asText();
        assertThat(service.get("viewer", customer).text())
                .doesNotContain("3017770002")
                .doesNotContain("Ana");
        assertThat(service.get("operator", customer).json().at("/person/phone").asText())
                .isEqualTo("3017770002");
        assertThat(service.get("viewer", "/api/v1/worklist").text())
                .doesNotContain("30177700")
                .doesNotContain("Ana");
        assertThat(service.get("viewer-all", "/api/v1/shipments/B1?merchant=vecina")
                        .status())
                .isEqualTo(404);
        assertThat(service.get("viewer", "/api/v1/shipments/B1?merchant=vecina").code())
                .isEqualTo("other-merchant");
        assertThat(service.get("admin-all", "/api/v1/audit").text())
                .contains("getCustomer")
                .doesNotContain("Ana");
    }

    @Test
    void pagesFollowOneAnotherWithoutGapAndAnUnchangedListIsNotSentTwice() throws Exception {
        for (int i = 0; i < 7; i++) {
            service.tell(RunningService.issue("pg-" + i, "C" + i, "3017770003"));
        }
        List<String> whole = service.get("viewer", "/api/v1/decisions?limit=200")
                .json()
                .path("items")
                .findValuesAsText("decision");
        List<String> pages = new ArrayList<>();
        String next = "";
        do {
            JsonNode page = service.get(
                            "viewer", "/api/v1/decisions?limit=3" + (next.isEmpty() ? "" : "&cursor=" + next))
                    .json();
            pages.addAll(page.path("items").findValuesAsText("decision"));
            next = page.path("next").asText("");
        } while (!next.isEmpty());
        assertThat(pages).isEqualTo(whole).doesNotHaveDuplicates().hasSizeGreaterThanOrEqualTo(7);

        Reply first = service.get("viewer", "/api/v1/decisions/" + whole.getFirst());
        Reply again = service.send(service.request("viewer", "/api/v1/decisions/" + whole.getFirst())
                .header("If-None-Match", first.header("ETag"))
                .build());
        assertThat(again.status()).isEqualTo(304);
        assertThat(again.text()).isEmpty();
    }

    @Test
    void theStreamGoesOnBehindTheLastDecisionSeen() throws Exception {
        String seen = service.tell(RunningService.issue("sse-1", "D1", "3017770004"))
                .json()
                .at("/decisions/0/decision")
                .asText();
        String missed = service.tell(RunningService.issue("sse-2", "D2", "3017770004"))
                .json()
                .at("/decisions/0/decision")
                .asText();
        var response = service.client()
                .send(
                        service.request("viewer", "/api/v1/stream/decisions")
                                .header("Accept", "text/event-stream")
                                .header("Last-Event-ID", seen)
                                .build(),
                        BodyHandlers.ofInputStream());
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
            String line = lines.readLine();
            while (line != null && !line.startsWith("id: ")) {
                line = lines.readLine();
            }
            assertThat(line).isEqualTo("id: " + missed);
        }
        assertThat(service.get("viewer", "/api/v1/stream/decisions").code()).isEqualTo("not-acceptable");
    }

    @Test
    void anExportIsReadInTheBackgroundAndItsFileIsGoneAfterwards() throws Exception {
        Reply posted = service.post("operator", "/api/v1/imports?name=mal.csv", "text/csv", "a;b\n1;2\n", Map.of());
        assertThat(posted.status()).isEqualTo(202);
        JsonNode job = posted.json();
        for (int i = 0;
                i < 500
                        && List.of("waiting", "running")
                                .contains(job.path("state").asText());
                i++) {
            Thread.onSpinWait();
            job = service.get("viewer", posted.header("Location")).json();
        }
        assertThat(job.path("state").asText()).isEqualTo("failed");
        assertThat(job.path("troubles")).isNotEmpty();
        try (Stream<Path> left = Files.list(folder.resolve("uploads"))) {
            assertThat(left).isEmpty();
        }
        assertThat(service.post("operator", "/api/v1/imports", "text/csv", "{\"specversion\":1}", Map.of())
                        .code())
                .isEqualTo("unsupported-type");
        assertThat(service.post("operator", "/api/v1/imports?name=..%2Fx", "text/csv", "a", Map.of())
                        .code())
                .isEqualTo("bad-parameter");
    }

    @Test
    void aDeliveryIsTakenOnceAndOnlyFromWhoKnowsTheSecret() throws Exception {
        String event = RunningService.issue("wh-1", "E1", "3017770006");
        String now = Long.toString(Instant.now().getEpochSecond());
        Reply taken = deliver(event, now, Signing.hex(now, event, RunningService.SECRET));
        assertThat(taken.status()).as(taken.text()).isEqualTo(200);
        assertThat(deliver(event, now, Signing.hex(now, event, RunningService.SECRET))
                        .code())
                .isEqualTo("replayed");
        assertThat(deliver(event, now, Signing.hex(now, event, "another secret, long enough"))
                        .code())
                .isEqualTo("bad-signature");
        String past = Long.toString(Instant.now().getEpochSecond() - 4_000);
        assertThat(deliver(event, past, Signing.hex(past, event, RunningService.SECRET))
                        .code())
                .isEqualTo("bad-signature");
        assertThat(service.post("", "/webhooks/n8n", "application/json", event, Map.of())
                        .code())
                .isEqualTo("bad-signature");
        assertThat(service.post("", "/webhooks/nobody", "application/json", event, Map.of())
                        .code())
                .isEqualTo("not-found");
    }

    private Reply deliver(String body, String time, String signature) throws IOException, InterruptedException {
        return service.post(
                "",
                "/webhooks/n8n",
                "application/json",
                body,
                Map.of("X-Cerebro-Timestamp", time, "X-Cerebro-Signature", "sha256=" + signature));
    }

    @Test
    void thePagesLoadNothingFromElsewhereAndRunNoInlineScript() throws Exception {
        for (String page : List.of("/login", "/api-docs/")) {
            Reply reply = service.get("", page);
            assertThat(reply.header("Content-Security-Policy")).startsWith("default-src 'self'");
            assertThat(reply.text())
                    .doesNotContain("http://")
                    .doesNotContain("https://")
                    .doesNotContain("<script>");
        }
        assertThat(JSON.readTree(service.get("", "/openapi.json").text())
                        .path("openapi")
                        .asText())
                .isEqualTo("3.1.0");
    }
}
