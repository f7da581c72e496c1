package co.litper.cerebro.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import co.litper.cerebro.server.http.RunningService;
import co.litper.cerebro.server.livedemo.DemoAddress;
import co.litper.cerebro.server.livedemo.DemoPlan;
import co.litper.cerebro.server.livedemo.RunningDemo;
import co.litper.cerebro.vocabulary.Carrier;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A second terminal and the pages act on a running demonstration, and on nothing else. */
class DemoActsTest {
    @TempDir
    static Path folder;

    private static RunningDemo demo;

    @BeforeAll
    static void begin() throws Exception {
        demo = RunningDemo.lived(new DemoPlan(2, 20, 3, 30, 3), folder.resolve("world"));
        new DemoAddress(demo.address(), demo.key()).write(folder);
    }

    @AfterAll
    static void end() {
        demo.close();
    }

    private static HttpResponse<String> send(URI service, String path, String form, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(service.resolve(path)).header("Accept", "text/html");
        if (headers.length > 0) {
            request.headers(headers);
        }
        if (!form.isEmpty()) {
            request.header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString(form));
        }
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        }
    }

    @Test
    void aSecondTerminalBreaksAndMendsACarrierAndSetsTheSpeed() {
        Terminal terminal = new Terminal(folder);

        assertThat(terminal.run("demo", "break", "envia")).as(terminal.err).isZero();
        assertThat(demo.world().standing().broken()).containsOnlyKeys(Carrier.ENVIA);
        assertThat(terminal.run("demo", "mend", "ENVIA", "--dir", folder.toString()))
                .as(terminal.err)
                .isZero();
        assertThat(demo.world().standing().broken()).isEmpty();
        assertThat(terminal.run("demo", "speed", "12.5")).as(terminal.err).isZero();
        assertThat(demo.world().standing().daysPerMinute()).isEqualTo(12.5);
    }

    @Test
    void whatCannotBeIsRefusedWithWhatToTry(@TempDir Path empty) {
        Terminal terminal = new Terminal(folder);
        assertThat(terminal.run("demo", "break", "NADIE")).isEqualTo(CommandLineFace.USAGE);
        assertThat(terminal.err).contains("NADIE").contains("INTERRAPIDISIMO");
        assertThat(terminal.run("demo", "speed", "0")).isEqualTo(CommandLineFace.USAGE);
        Terminal elsewhere = new Terminal(empty);
        assertThat(elsewhere.run("demo", "break", "TCC")).isEqualTo(CommandLineFace.USAGE);
        assertThat(elsewhere.err).contains("No demo is running");
    }

    @Test
    void aBrowserOfThisMachineSeesTheDemoWithoutLoginAndItsButtonsAct() throws Exception {
        String own = demo.address().toString().replaceFirst("/$", "");
        HttpResponse<String> page = send(demo.address(), "/demo", "");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("action=\"/demo/break\"", "action=\"/demo/speed\"", "demo-curve");
        assertThat(send(demo.address(), "/", "").body()).contains("action=\"/demo/break\"");

        HttpResponse<String> acted =
                send(demo.address(), "/demo/break", "carrier=TCC&back=%2Fapprovals", "Origin", own);
        assertThat(acted.statusCode()).isEqualTo(303);
        assertThat(acted.headers().firstValue("Location")).hasValue("/approvals");
        assertThat(demo.world().standing().broken()).containsKey(Carrier.TCC);
        assertThat(send(demo.address(), "/demo", "").body()).contains("action=\"/demo/mend\"");
        assertThat(send(demo.address(), "/demo/mend", "carrier=TCC", "Origin", own)
                        .statusCode())
                .isEqualTo(303);
    }

    @Test
    void anotherSitesPageCannotActAndWrongFieldsAreTold() throws Exception {
        String own = demo.address().toString().replaceFirst("/$", "");
        assertThat(send(demo.address(), "/demo/break", "carrier=TCC", "Origin", "http://evil.example")
                        .statusCode())
                .isEqualTo(403);
        assertThat(demo.world().standing().broken()).doesNotContainKey(Carrier.TCC);
        assertThat(send(demo.address(), "/demo/speed", "daysPerMinute=fast", "Origin", own)
                        .statusCode())
                .isEqualTo(400);
        assertThat(send(demo.address(), "/demo/break", "carrier=NADIE", "Origin", own)
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void aRealServiceHasNoDemoAndAsksForLogin(@TempDir Path real) throws Exception {
        try (RunningService service = RunningService.start(real)) {
            assertThat(send(service.address(), "/demo", "").statusCode()).isEqualTo(404);
            assertThat(send(service.address(), "/demo/break", "carrier=TCC").statusCode())
                    .isEqualTo(404);
            HttpResponse<String> outside = send(service.address(), "/", "");
            assertThat(outside.statusCode()).isEqualTo(303);
            assertThat(outside.headers().firstValue("Location").orElse("")).startsWith("/login");
        }
    }
}
