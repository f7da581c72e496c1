package co.litper.cerebro.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import co.litper.cerebro.StateView;
import co.litper.cerebro.Subjects;
import co.litper.cerebro.event.SystemEvent.ConfigurationChanged;
import co.litper.cerebro.log.EnvelopeCodec;
import co.litper.cerebro.server.config.Configuration;
import co.litper.cerebro.server.config.SettingsSync;
import co.litper.cerebro.server.http.RunningService.Reply;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What changes something, as a program meets it: by whom, how often, and what the second is told. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ActsOverHttpTest {
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
        var inForce = StateView.open(
                        service.installation().store().log(),
                        service.installation().store().states(),
                        new EnvelopeCodec())
                .state()
                .control()
                .values();
        assertThat(inForce).containsEntry("exploration.rate", "0.1").containsEntry("pause.all", "false");
        assertThat(SettingsSync.changes(Configuration.defaults(), inForce)).doesNotContainKey("exploration.rate");
    }

    @Test
    void aChangeThatWaitsIsAppliedAndTakenBackWhileTheServiceRuns() throws Exception {
        String text = "1|threshold.watch|0.5|0.4|WAITING|1|0|5000.0|-100.0|10000.0|0.7";
        service.installation()
                .submitOwn("p1", Subjects.SYSTEM, new ConfigurationChanged("improvement.1", text, "test"))
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
}
