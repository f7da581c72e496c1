package co.litper.cerebro.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import co.litper.cerebro.event.SystemEvent.ConfigurationChanged;
import co.litper.cerebro.server.http.RunningService.Reply;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each resource as a program meets it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ResourcesTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private RunningService service;
    private Path folder;

    @BeforeAll
    void start(@TempDir Path temporary) {
        folder = temporary;
        service = RunningService.start(
                temporary,
                new HttpOptions(
                        "127.0.0.1",
                        0,
                        java.util.Optional.empty(),
                        200,
                        Duration.ofMillis(1_000),
                        0,
                        RunningService.MERCHANT));
    }

    @AfterAll
    void stop() {
        service.close();
    }

    @Test
    void theFirstAnswerToAProposalCountsAndTheSecondIsToldWhoCameFirst() throws Exception {
        for (String action :
                List.of("ask_address", "call_customer", "redeliver", "hold_in_office", "return_to_sender")) {
            assertThat(service.call("PUT", "admin-all", "/api/v1/autonomy/" + action, "{\"level\":\"approve\"}")
                            .status())
                    .isEqualTo(200);
        }
        service.tell(RunningService.issue("ap-1", "A1", "3017770001"));
        JsonNode waiting = service.get("viewer", "/api/v1/approvals").json();
        String decision = waiting.at("/items/0/decision").asText();
        assertThat(decision).as(waiting.toString()).startsWith("D");
        List<CompletableFuture<Reply>> racers = IntStream.range(0, 4)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> answer(decision, i % 2 == 0)))
                .toList();
        List<Reply> replies = racers.stream().map(CompletableFuture::join).toList();

        assertThat(replies.stream().filter(r -> r.status() == 200)).hasSize(1);
        Reply winner =
                replies.stream().filter(r -> r.status() == 200).findFirst().orElseThrow();
        replies.stream().filter(r -> r != winner).forEach(late -> {
            assertThat(late.status()).isEqualTo(409);
            assertThat(late.code()).isEqualTo("answered-before");
            assertThat(late.json().path("approved")).isEqualTo(winner.json().path("approved"));
            assertThat(late.json().path("answeredBy").asText()).isEqualTo("k-operator");
        });
        assertThat(service.get("viewer", "/api/v1/approvals")
                        .json()
                        .path("total")
                        .asInt())
                .isZero();
        assertThat(service.get("admin-all", "/api/v1/audit").text()).contains("answerApproval");
    }

    private Reply answer(String decision, boolean approved) {
        try {
            return service.call("POST", "operator", "/api/v1/approvals/" + decision, "{\"approved\":" + approved + "}");
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
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
    void theSameCallUnderTheSameKeyIsDoneOnce() throws Exception {
        long before = service.installation().store().log().end();
        Map<String, String> key = Map.of("Idempotency-Key", "once");
        String body = "{\"phone\":\"3017770005\"}";
        Reply first = service.post("operator", "/api/v1/customers/lookup", "application/json", body, key);
        Reply second = service.post("operator", "/api/v1/customers/lookup", "application/json", body, key);
        Reply other = service.post("operator", "/api/v1/approvals/D1", "application/json", "{\"approved\":true}", key);

        assertThat(second.text()).isEqualTo(first.text());
        assertThat(second.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(other.code()).isEqualTo("key-reused");
        assertThat(service.installation().store().log().end()).isGreaterThanOrEqualTo(before);
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
        String now = Long.toString(java.time.Instant.now().getEpochSecond());
        Reply taken = deliver(event, now, Signing.hex(now, event, RunningService.SECRET));
        assertThat(taken.status()).as(taken.text()).isEqualTo(200);
        assertThat(deliver(event, now, Signing.hex(now, event, RunningService.SECRET))
                        .code())
                .isEqualTo("replayed");
        assertThat(deliver(event, now, Signing.hex(now, event, "another secret, long enough"))
                        .code())
                .isEqualTo("bad-signature");
        String past = Long.toString(java.time.Instant.now().getEpochSecond() - 4_000);
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
    void aSettingIsCheckedChangedAsAnEventAndKeptOverTheNextStart() throws Exception {
        assertThat(service.call("PUT", "admin-all", "/api/v1/settings/exploration.rate", "{\"value\":\"7\"}")
                        .code())
                .isEqualTo("bad-body");
        assertThat(service.call("PUT", "admin-all", "/api/v1/settings/exploration.rate", "{\"value\":\"0.1\"}")
                        .status())
                .isEqualTo(200);
        assertThat(service.call("PUT", "admin", "/api/v1/settings/exploration.rate", "{\"value\":\"0.1\"}")
                        .code())
                .isEqualTo("other-merchant");
        assertThat(service.call("PUT", "admin-all", "/api/v1/pauses/all", "").status())
                .isEqualTo(200);
        assertThat(service.get("viewer", "/api/v1/autonomy")
                        .json()
                        .path("allPaused")
                        .asBoolean())
                .isTrue();
        assertThat(service.call("DELETE", "admin-all", "/api/v1/pauses/all", "").status())
                .isEqualTo(200);
        var inForce = co.litper.cerebro.StateView.open(
                        service.installation().store().log(),
                        service.installation().store().states(),
                        new co.litper.cerebro.log.EnvelopeCodec())
                .state()
                .control()
                .values();
        assertThat(inForce).containsEntry("exploration.rate", "0.1").containsEntry("pause.all", "false");
        assertThat(co.litper.cerebro.server.config.SettingsSync.changes(
                        co.litper.cerebro.server.config.Configuration.defaults(), inForce))
                .doesNotContainKey("exploration.rate");
    }

    @Test
    void aChangeThatWaitsIsAppliedAndTakenBackWhileTheServiceRuns() throws Exception {
        String text = "1|threshold.watch|0.5|0.4|WAITING|1|0|5000.0|-100.0|10000.0|0.7";
        service.installation()
                .submitOwn(
                        "p1",
                        co.litper.cerebro.Subjects.SYSTEM,
                        new ConfigurationChanged("improvement.1", text, "test"))
                .get();

        assertThat(service.call("PUT", "viewer", "/api/v1/improvements/1/apply", "")
                        .code())
                .isEqualTo("role-too-low");
        assertThat(service.call("PUT", "admin-all", "/api/v1/improvements/1/apply", "")
                        .json()
                        .at("/items/0/status")
                        .asText())
                .isEqualTo("applied");
        assertThat(service.call("PUT", "admin-all", "/api/v1/improvements/1/apply", "")
                        .code())
                .isEqualTo("nothing-waits");
        assertThat(service.call("PUT", "admin-all", "/api/v1/improvements/1/revert", "")
                        .status())
                .isEqualTo(200);
        assertThat(service.call("PUT", "admin-all", "/api/v1/improvements/2/revert", "")
                        .code())
                .isEqualTo("not-found");
        assertThat(service.get("viewer", "/api/v1/improvements")
                        .json()
                        .at("/items/0/status")
                        .asText())
                .isEqualTo("reverted");
    }

    @Test
    void aPageOfAnotherSiteCannotActWithThePersonsCookie() throws Exception {
        Reply session = service.post("", "/session", "application/json", "{\"key\":\"operator\"}", Map.of());
        String cookie = session.header("Set-Cookie").split(";", 2)[0];
        assertThat(session.header("Set-Cookie")).contains("HttpOnly").contains("SameSite=Strict");
        assertThat(service.send(service.request("", "/api/v1/me")
                                .header("Cookie", cookie)
                                .build())
                        .json()
                        .path("role")
                        .asText())
                .isEqualTo("operator");
        String address = service.address().toString();
        assertThat(act(cookie, "http://evil.example").code()).isEqualTo("foreign-page");
        assertThat(act(cookie, address.substring(0, address.length() - 1)).status())
                .isEqualTo(200);
    }

    private Reply act(String cookie, String origin) throws IOException, InterruptedException {
        return service.send(service.request("", "/api/v1/customers/lookup")
                .header("Cookie", cookie)
                .header("Origin", origin)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"phone\":\"3017770007\"}"))
                .build());
    }

    @Test
    void aBodyThatStopsComingIsGivenUp() throws Exception {
        try (Socket socket = new Socket("127.0.0.1", service.address().getPort())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream()
                    .write(("POST /api/v1/events HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer operator\r\n"
                                    + "Content-Type: application/cloudevents+json\r\nContent-Length: 5000\r\n\r\n{")
                            .getBytes(StandardCharsets.ISO_8859_1));
            InputStream in = socket.getInputStream();
            String answer = new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
            assertThat(answer).startsWith("HTTP/1.1 408").contains("too-slow");
        }
    }

    /** Bytes that come now and then, each before the connection counts as silent. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /api/v1/me HTTP/1.1\r\nHost: x\r\nX-Long: ",
                "POST /api/v1/events HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer operator\r\n"
                        + "Content-Type: application/cloudevents+json\r\nContent-Length: 5000\r\n\r\n",
                "POST /api/v1/imports HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer operator\r\n"
                        + "Content-Type: text/csv\r\nContent-Length: 5000\r\n\r\n"
            })
    void whatTricklesIsGivenUpThoughItNeverFallsSilent(String beginning) throws Exception {
        try (Socket socket = new Socket("127.0.0.1", service.address().getPort())) {
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(100);
            socket.getOutputStream().write(beginning.getBytes(StandardCharsets.ISO_8859_1));
            boolean open = true;
            int answer = 0;
            for (int drops = 0; drops < 300 && open; drops++) {
                try {
                    socket.getOutputStream().write('a');
                    answer = socket.getInputStream().read(new byte[4_096]);
                    open = false; // an answer, or the end
                } catch (java.net.SocketTimeoutException silent) {
                    open = true; // and the next drop
                } catch (IOException closed) {
                    open = false;
                }
            }
            assertThat(open).as("still taken after 30 s, answered " + answer).isFalse();
        }
    }

    @Test
    void anAnswerIsNotLostThoughNobodyWantedTheBody() throws Exception {
        String head = " HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer viewer\r\nContent-Type: text/plain\r\n"
                + "Content-Length: 40000\r\n\r\n";
        try (Socket socket = new Socket("127.0.0.1", service.address().getPort())) {
            socket.setSoTimeout(20_000);
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
            for (String unwanted : List.of("GET /api/v1/me", "PUT /api/v1/pauses/all", "POST /api/v1/events")) {
                socket.getOutputStream().write((unwanted + head).getBytes(StandardCharsets.ISO_8859_1));
                socket.getOutputStream().write("x".repeat(40_000).getBytes(StandardCharsets.ISO_8859_1));
                String status = in.readLine();
                assertThat(status).as(unwanted).matches("HTTP/1\\.1 (200|403).*");
                int length = 0;
                for (String line = in.readLine(); !line.isEmpty(); line = in.readLine()) {
                    assertThat(line).isNotEqualToIgnoringCase("connection: close");
                    if (line.toLowerCase(java.util.Locale.ROOT).startsWith("content-length: ")) {
                        length = Integer.parseInt(line.substring("content-length: ".length()));
                    }
                }
                in.skip(length);
            }
        }
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
