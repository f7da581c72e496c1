package co.litper.cerebro.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import co.litper.cerebro.act.Channel;
import co.litper.cerebro.act.Dispatch;
import co.litper.cerebro.server.http.RunningService.Reply;
import co.litper.cerebro.server.http.RunningService.Start;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What operators do: pause, say how far, find out what became of an effect, repair what was refused. */
class OperationsOverHttpTest {
    /** A Tuesday, ten in the morning in Bogotá: customers may be contacted. */
    private static final Instant NOW = Instant.parse("2026-03-10T15:00:00Z");

    private static final int ISSUES = 40;
    private static final int PATIENCE_S = 60;

    @TempDir
    private Path folder;

    private final World world = new World();
    private RunningService service;

    /** A receiver that recognises no repeats and answers as it is told to. */
    private static final class World implements Channel {
        private final BlockingQueue<Dispatch> met = new LinkedBlockingQueue<>();
        private volatile Result answer = Result.DONE;

        @Override
        public String name() {
            return "world";
        }

        @Override
        public boolean deduplicates() {
            return false;
        }

        @Override
        public Result send(Dispatch dispatch) {
            met.add(dispatch);
            return answer;
        }
    }

    @BeforeEach
    void open() {
        service = new RunningService(Start.in(folder).clock(() -> NOW).channel(world));
    }

    @AfterEach
    void close() {
        service.close();
    }

    private void letAct(String level) throws IOException, InterruptedException {
        for (JsonNode each : service.get("viewer", "/api/v1/autonomy").json().path("items")) {
            String action = each.path("action").asText();
            if (!action.equals("none")) {
                Reply set =
                        service.call("PUT", "admin-all", "/api/v1/autonomy/" + action, "{\"level\":\"" + level + "\"}");
                assertThat(set.status()).as(set.text()).isEqualTo(200);
            }
        }
    }

    /** Tells many novedades; returns what was chosen to do about each. */
    private List<String> issues(String run) throws IOException, InterruptedException {
        List<String> chosen = new ArrayList<>();
        for (int i = 0; i < ISSUES; i++) {
            Reply reply = service.tell(RunningService.event(
                    run + i,
                    "guide.updated",
                    "{\"guideNumber\":\"" + run + i + "\",\"rawStatus\":\"NOVEDAD\",\"state\":\"ISSUE\",\"rawIssue\":"
                            + "\"DIRECCION ERRADA\",\"issue\":\"BAD_ADDRESS\",\"parcel\":{\"customer\":{\"phone\":\""
                            + (3_100_000_000L + (run + i).hashCode() % 1_000_000L)
                            + "\"},\"valueCop\":90000,\"cod\":true,\"carrier\":\"ENVIA\"}}",
                    NOW));
            assertThat(reply.status()).as(reply.text()).isEqualTo(200);
            reply.json().at("/decisions/0/choices").forEach(choice -> {
                if (choice.path("question").asText().equals("ISSUE")) {
                    chosen.add(choice.path("action").asText());
                }
            });
        }
        return chosen;
    }

    @Test
    void onlyWhatMayActReachesTheWorld() throws Exception {
        letAct("recommend");
        issues("r");
        letAct("act");
        List<String> chosen = issues("a");

        Dispatch first = world.met.poll(PATIENCE_S, TimeUnit.SECONDS);
        assertThat(first).isNotNull();
        assertThat(chosen).contains(first.action().wire());
        service.installation().awaitLearned();
        assertThat(service.get("viewer", "/api/v1/approvals")
                        .json()
                        .path("total")
                        .asInt())
                .isZero();
    }

    @Test
    void aPausedActionIsNotChosenAndAPauseOfEverythingLeavesNothingUntilItIsLifted() throws Exception {
        letAct("approve");
        List<String> before = issues("p");
        String usual =
                before.stream().filter(a -> !a.equals("none")).findFirst().orElseThrow();

        service.call("PUT", "admin-all", "/api/v1/pauses/" + usual, "");
        assertThat(issues("q")).doesNotContain(usual).anyMatch(a -> !a.equals("none"));
        assertThat(service.get("viewer", "/api/v1/autonomy").text())
                .contains("\"action\":\"" + usual + "\",\"level\":\"approve\",\"paused\":true");

        letAct("act");
        service.call("PUT", "admin-all", "/api/v1/pauses/all", "");
        assertThat(issues("s")).containsOnly("none");
        service.installation().awaitLearned();
        assertThat(world.met).isEmpty();

        service.call("DELETE", "admin-all", "/api/v1/pauses/all", "");
        assertThat(issues("t")).doesNotContain(usual).anyMatch(a -> !a.equals("none"));
        assertThat(world.met.poll(PATIENCE_S, TimeUnit.SECONDS)).isNotNull();
        assertThat(service.get("admin-all", "/api/v1/audit").text())
                .contains("putPause")
                .contains("deletePause");
    }

    @Test
    void anEffectWhoseFateIsUnknownIsShownUntilAPersonTellsAndIsNotSentAgain() throws Exception {
        world.answer = Channel.Result.UNCLEAR;
        letAct("act");
        issues("u");
        Dispatch met = world.met.poll(PATIENCE_S, TimeUnit.SECONDS);
        assertThat(met).isNotNull();
        String effect = Long.toString(met.effectId());
        String path = "/api/v1/effects/" + effect + "/reconcile";
        for (int i = 0; i < 5_000 && !unknown().contains(effect); i++) {
            Thread.onSpinWait();
        }
        assertThat(unknown()).contains(effect);
        assertThat(service.call("POST", "viewer", path, "{\"fate\":\"done\"}").code())
                .isEqualTo("role-too-low");
        assertThat(service.call("POST", "operator", path, "{\"fate\":\"maybe\"}")
                        .code())
                .isEqualTo("bad-body");
        assertThat(service.call("POST", "operator-all", path + "?merchant=vecina", "{\"fate\":\"done\"}")
                        .code())
                .isEqualTo("not-found");

        Reply settled = service.call("POST", "operator", path, "{\"fate\":\"done\"}");
        assertThat(settled.json().path("status").asText()).as(settled.text()).isEqualTo("DONE");
        assertThat(unknown()).doesNotContain(effect);
        assertThat(service.call("POST", "operator", path, "{\"fate\":\"failed\"}")
                        .code())
                .isEqualTo("nothing-waits");
        assertThat(world.met.stream().filter(d -> d.effectId() == met.effectId()))
                .isEmpty();
    }

    private List<String> unknown() throws IOException, InterruptedException {
        return service.get("viewer", "/api/v1/effects/unknown")
                .json()
                .path("items")
                .findValuesAsText("id");
    }

    @Test
    void whatAWebhookBroughtBrokenIsKeptRepairedAndTakenInOnce() throws Exception {
        String broken = RunningService.event("dl-1", "guide.updated", "{\"guideNumber\":\"DL1\",\"rawStatus\":7}", NOW)
                .replace("\"id\"", "\"merchantid\":\"principal\",\"id\"");
        String time = Long.toString(NOW.getEpochSecond());
        Reply delivered = service.post(
                "",
                "/webhooks/n8n",
                "application/json",
                broken,
                Map.of("X-Cerebro-Timestamp", time, "X-Cerebro-Signature", "sha256=" + Signing.hex(time, broken)));
        assertThat(delivered.status()).as(delivered.text()).isIn(200, 202, 207);

        JsonNode list = service.get("admin-all", "/api/v1/deadletters").json();
        assertThat(list.path("open").asInt()).as(list.toString()).isEqualTo(1);
        assertThat(list.toString()).doesNotContain("DL1");
        String letter = "/api/v1/deadletters/" + list.at("/items/0/number").asText();
        assertThat(service.get("operator-all", letter).json().path("payload").asText())
                .contains("DL1");
        assertThat(service.call("POST", "admin-all", letter + "/replay", "{}").code())
                .isEqualTo("invalid");
        assertThat(service.call("POST", "admin-all", letter + "/replay", "{\"set\":{\"/no/where\":1}}")
                        .code())
                .isEqualTo("bad-body");

        Reply repaired =
                service.call("POST", "admin-all", letter + "/replay", "{\"set\":{\"/data/rawStatus\":\"EN REPARTO\"}}");
        assertThat(repaired.json().path("status").asText()).as(repaired.text()).isEqualTo("recorded");
        assertThat(service.get("viewer", "/api/v1/shipments/DL1").status()).isEqualTo(200);
        assertThat(service.get("admin-all", "/api/v1/deadletters")
                        .json()
                        .path("open")
                        .asInt())
                .isZero();
        assertThat(service.get("admin-all", "/api/v1/deadletters?status=REPLAYED")
                        .json()
                        .path("items"))
                .hasSize(1);
        assertThat(service.get("admin", "/api/v1/deadletters").code()).isEqualTo("other-merchant");
    }
}
