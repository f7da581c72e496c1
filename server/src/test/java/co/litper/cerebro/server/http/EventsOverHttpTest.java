package co.litper.cerebro.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import co.litper.cerebro.log.EventLog;
import co.litper.cerebro.server.http.RunningService.Reply;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EventsOverHttpTest {
    private RunningService service;

    @BeforeAll
    void start(@TempDir Path folder) {
        service = RunningService.start(folder);
    }

    @AfterAll
    void stop() {
        service.close();
    }

    @Test
    void anEventIsAnsweredWithItsDurableDecision() throws Exception {
        Reply reply = service.tell(RunningService.issue("a-1", "G1", "3001112233"));

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.json().path("status").asText()).isEqualTo("recorded");
        EventLog log = service.installation().store().log();
        long position = reply.json().path("position").asLong();
        assertThat(log.at(position)).isPresent();
        assertThat(reply.json().at("/decisions/0/decision").asText()).isEqualTo("D" + position);
        assertThat(new String(log.at(position).orElseThrow().event(), StandardCharsets.UTF_8))
                .doesNotContain("3001112233")
                .doesNotContain("Ana");
    }

    @Test
    void theSameEventAgainGetsTheSameAnswerAndChangesNothing() throws Exception {
        Reply first = service.tell(RunningService.issue("b-1", "G2", "3001112244"));
        long end = service.installation().store().log().end();
        Reply second = service.tell(RunningService.issue("b-1", "G2", "3001112244"));

        assertThat(second.status()).isEqualTo(200);
        assertThat(second.json().path("status").asText()).isEqualTo("duplicate");
        assertThat(second.json().path("decisions")).isEqualTo(first.json().path("decisions"));
        assertThat(service.installation().store().log().end()).isEqualTo(end);
    }

    @Test
    void whoPrefersNotToWaitIsTold202() throws Exception {
        Reply reply = service.post(
                "operator",
                "/api/v1/events",
                "application/cloudevents+json",
                RunningService.issue("c-1", "G3", "3001112255"),
                Map.of("Prefer", "respond-async"));

        assertThat(reply.status()).isEqualTo(202);
        assertThat(reply.header("Preference-Applied")).isEqualTo("respond-async");
    }

    @Test
    void binaryModeTellsTheSameAsStructuredMode() throws Exception {
        Reply reply = service.post(
                "operator",
                "/api/v1/events",
                "application/json",
                "{\"guideNumber\":\"G4\",\"orderId\":\"O4\",\"rawStatus\":\"EN REPARTO\"}",
                Map.of(
                        "ce-specversion", "1.0",
                        "ce-id", "d-1",
                        "ce-source", "/prueba",
                        "ce-type", "guide.updated",
                        "ce-time", "2026-03-02T15:00:00Z"));

        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        assertThat(reply.json().path("id").asText()).isEqualTo("d-1");
    }

    @Test
    void eachOfABatchHasItsOwnFate() throws Exception {
        String good = RunningService.issue("e-1", "G5", "3001112266");
        String bad = RunningService.event("e-2", "guide.updated", "{\"guidNumber\":\"X\"}");
        Reply reply = service.post(
                "operator",
                "/api/v1/events",
                "application/cloudevents-batch+json",
                "[" + good + "," + bad + "," + good + "]",
                Map.of());

        assertThat(reply.status()).isEqualTo(207);
        assertThat(reply.json().findValuesAsText("status")).containsExactly("recorded", "refused", "duplicate");
        assertThat(reply.json().at("/items/1/problems/0/pointer").asText()).startsWith("/data");
    }

    @Test
    void aStreamOfLinesIsTakenWhateverItsLengthAndTellsWhichLinesWereRefused() throws Exception {
        String lines = IntStream.range(0, 2_500)
                .mapToObj(i ->
                        i == 1_234 ? "{\"nonsense\":true}" : RunningService.issue("f-" + i, "GF" + i, "3001112277"))
                .collect(Collectors.joining("\n"));
        Reply reply = service.post("operator", "/api/v1/events", "application/x-ndjson", lines, Map.of());

        assertThat(reply.status()).isEqualTo(207);
        assertThat(reply.json().path("recorded").asInt()).isEqualTo(2_499);
        assertThat(reply.json().at("/items/0/line").asInt()).isEqualTo(1_235);
    }

    @Test
    void aKeyOfOneMerchantTellsNothingOfAnother() throws Exception {
        String foreign =
                RunningService.issue("g-1", "G6", "3001112288").replace("\"id\"", "\"merchantid\":\"vecina\",\"id\"");

        assertThat(service.tell(foreign).code()).isEqualTo("invalid");
        assertThat(service.tell(foreign).json().at("/problems/0/pointer").asText())
                .isEqualTo("/merchantid");
        Reply all = service.post("operator-all", "/api/v1/events", "application/cloudevents+json", foreign, Map.of());
        assertThat(all.status()).isEqualTo(200);
    }

    @Test
    void whatIsWrongWithABodyIsToldWithACodeOfItsOwn() throws Exception {
        String type = "application/cloudevents+json";
        assertThat(post(type, "null").code()).isEqualTo("invalid");
        assertThat(post(type, "{\"a\":").code()).isEqualTo("invalid");
        assertThat(post(type, "[".repeat(100_000)).code()).isEqualTo("invalid");
        assertThat(post(type, " ".repeat(300_000)).code()).isEqualTo("too-large");
        assertThat(post("text/plain", "{}").code()).isEqualTo("unsupported-type");
        assertThat(post("application/cloudevents-batch+json", "{}").code()).isEqualTo("bad-body");
        assertThat(post("application/cloudevents-batch+json", "[null]").code()).isEqualTo("bad-body");
        assertThat(post("application/cloudevents-batch+json", "[".repeat(100_000))
                        .code())
                .isEqualTo("bad-body");
        String many = "[" + String.join(",", java.util.Collections.nCopies(1_001, "{}")) + "]";
        assertThat(post("application/cloudevents-batch+json", many).code()).isEqualTo("too-large");
    }

    private Reply post(String type, String body) throws IOException, InterruptedException {
        return service.post("operator", "/api/v1/events", type, body, Map.of());
    }

    @Test
    void inflatedBytesAreCounted() throws Exception {
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        try (OutputStream zip = new GZIPOutputStream(bomb)) {
            byte[] spaces = new byte[1 << 20];
            Arrays.fill(spaces, (byte) ' ');
            for (int i = 0; i < 50; i++) {
                zip.write(spaces);
            }
        }
        assertThat(bomb.size()).isLessThan(100_000);
        Reply reply = service.send(service.request("operator", "/api/v1/events")
                .header("Content-Type", "application/cloudevents+json")
                .header("Content-Encoding", "gzip")
                .POST(BodyPublishers.ofByteArray(bomb.toByteArray()))
                .build());

        assertThat(reply.status()).isEqualTo(413);
        assertThat(reply.code()).isEqualTo("too-large");
    }

    @Test
    void problemsAreToldByTheServerItselfToo() throws Exception {
        assertThat(service.get("viewer", "/api/v1/nothing").code()).isEqualTo("not-found");
        assertThat(service.call("DELETE", "operator", "/api/v1/events", "").code())
                .isEqualTo("method-not-allowed");
        assertThat(service.get("", "/api/v1/me").code()).isEqualTo("no-key");
        assertThat(service.get("wrong", "/api/v1/me").code()).isEqualTo("unknown-key");
        assertThat(service.get("viewer", "/api/v1/me?x=1").code()).isEqualTo("bad-parameter");
        assertThat(service.send(service.request("viewer", "/api/v1/me")
                                .header("Accept", "image/png")
                                .build())
                        .code())
                .isEqualTo("not-acceptable");
        assertThat(raw("GET /api/v1/me HTTP/1.1\r\nHost: x\r\nBroken\r\n\r\n")).startsWith("HTTP/1.1 400");
        assertThat(raw("GET /%2e%2e/%2e%2e/etc/passwd HTTP/1.1\r\nHost: x\r\n\r\n"))
                .startsWith("HTTP/1.1 400");
        assertThat(raw("GET /api/v1/customers/%00 HTTP/1.1\r\nHost: x\r\n\r\n"))
                .startsWith("HTTP/1.1 400")
                .contains("Connection: close");
        assertThat(raw("GET /" + "x".repeat(20_000) + " HTTP/1.1\r\nHost: x\r\n\r\n"))
                .startsWith("HTTP/1.1 414")
                .contains("uri-too-long");
    }

    private String raw(String request) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", service.address().getPort())) {
            socket.setSoTimeout(5_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            InputStream in = socket.getInputStream();
            byte[] answer = new byte[4_096];
            int n = in.readNBytes(answer, 0, 20);
            n += in.read(answer, n, answer.length - n);
            return new String(answer, 0, n, StandardCharsets.ISO_8859_1);
        }
    }
}
