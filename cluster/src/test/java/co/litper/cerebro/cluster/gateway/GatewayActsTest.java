package co.litper.cerebro.cluster.gateway;

import static co.litper.cerebro.cluster.gateway.FrontDesk.NOW;
import static co.litper.cerebro.cluster.gateway.FrontDesk.await;
import static co.litper.cerebro.cluster.gateway.FrontDesk.entries;
import static co.litper.cerebro.cluster.gateway.FrontDesk.node;
import static co.litper.cerebro.cluster.gateway.FrontDesk.retell;
import static org.assertj.core.api.Assertions.assertThat;

import co.litper.cerebro.act.Channel;
import co.litper.cerebro.act.Dispatch;
import co.litper.cerebro.adapters.sqlite.SqliteAccess;
import co.litper.cerebro.adapters.sqlite.SqliteStore;
import co.litper.cerebro.cluster.gateway.FrontDesk.Reply;
import co.litper.cerebro.cluster.kafka.ClusterNode;
import co.litper.cerebro.cluster.kafka.EffectWorker;
import co.litper.cerebro.cluster.kafka.SharedBroker;
import co.litper.cerebro.cluster.kafka.Topics;
import co.litper.cerebro.cluster.postgres.PostgresOptions;
import co.litper.cerebro.cluster.postgres.SharedPostgres;
import co.litper.cerebro.log.EventLog;
import co.litper.cerebro.server.access.AccessKeys;
import co.litper.cerebro.server.access.Caller;
import co.litper.cerebro.server.access.KeyRequest;
import co.litper.cerebro.server.access.Role;
import co.litper.cerebro.server.http.RunningService;
import co.litper.cerebro.vault.InMemoryVault;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people do at gateways about effects: they say yes or no, and tell what became of them. */
class GatewayActsTest {
    private static final List<String> PROPOSED =
            List.of("ask_address", "call_customer", "redeliver", "hold_in_office", "return_to_sender");
    private static final String PHONE = "3001112233";
    private static final String APPROVALS = "/api/v1/approvals";
    private static final Duration DEAD_AFTER = Duration.ofSeconds(6);

    @TempDir
    Path folder;

    private static String issue(String id, String guide) {
        return RunningService.issue(id, guide, PHONE, NOW, "76001");
    }

    private static String yes(boolean approved) {
        return "{\"approved\":" + approved + "}";
    }

    private FrontDesk desk(Topics topics, PostgresOptions postgres, String name) {
        return FrontDesk.open(
                SharedBroker.connection(), topics, postgres, folder.resolve(name), InMemoryVault.withRandomSecret());
    }

    /** A key of somebody for the gateway of this name, made before it starts. */
    private AccessKeys.Issued key(String gateway, String label) {
        try (SqliteAccess access = SqliteAccess.open(folder.resolve(gateway), SqliteStore.Options.standard())) {
            AccessKeys.Issue issue = new AccessKeys(access, () -> NOW)
                    .issue(
                            new KeyRequest(label, Role.OPERATOR, Optional.empty(), Optional.empty()),
                            Caller.COMMAND_LINE,
                            "test");
            assertThat(issue).isInstanceOf(AccessKeys.Issued.class);
            return (AccessKeys.Issued) issue;
        }
    }

    /** Somebody at a gateway. */
    private record Someone(FrontDesk desk, AccessKeys.Issued issued) {
        String actor() {
            return "key:" + issued.key().id();
        }

        Reply answer(String decision, boolean approved) {
            try {
                return desk.post(issued.token(), APPROVALS + "/" + decision, yes(approved));
            } catch (IOException e) {
                throw new IllegalStateException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }

    /** Who the first is and what they said, by an answer to anyone who asked. */
    private record First(String actor, boolean approved) {
        static First of(Someone who, Reply reply) throws IOException {
            return reply.status() == 200
                    ? new First(who.actor(), reply.json().path("approved").asBoolean())
                    : new First(
                            reply.json().path("answeredBy").asText(),
                            reply.json().path("approved").asBoolean());
        }
    }

    /** Says of every action that it waits for a yes. */
    private static void propose(FrontDesk desk) throws Exception {
        for (String action : PROPOSED) {
            assertThat(desk.put("/api/v1/autonomy/" + action, "{\"level\":\"approve\"}")
                            .status())
                    .isEqualTo(200);
        }
    }

    /** The decision of the only proposal, once there is one. */
    private static String proposal(FrontDesk desk) throws Exception {
        await(() -> desk.get(APPROVALS).json().path("total").asInt() == 1);
        return desk.get(APPROVALS).json().at("/items/0/decision").asText();
    }

    /** Takes what it is told to send, or does not say whether it did. */
    private record Sending(List<Dispatch> sent, Result result) implements Channel {
        @Override
        public String name() {
            return "sending";
        }

        @Override
        public boolean deduplicates() {
            return false;
        }

        @Override
        public Result send(Dispatch dispatch) {
            sent.add(dispatch);
            return result;
        }
    }

    private static EffectWorker worker(Topics topics, Channel channel) {
        return EffectWorker.start(new EffectWorker.Setup(
                SharedBroker.connection(), topics, Map.of(), channel, () -> NOW, DEAD_AFTER, _ -> {}));
    }

    @Test
    void ofTwoPeopleAtTwoGatewaysOneIsFirstAndTheOtherIsTold() throws Exception {
        Topics topics = SharedBroker.installation(2);
        PostgresOptions postgres = SharedPostgres.schema();
        AccessKeys.Issued anas = key("here", "ana");
        AccessKeys.Issued luiss = key("there", "luis");
        List<Dispatch> sent = new CopyOnWriteArrayList<>();
        try (ClusterNode node = node(SharedBroker.connection(), topics, folder.resolve("node"));
                EffectWorker _ = worker(topics, new Sending(sent, Channel.Result.DONE));
                FrontDesk here = desk(topics, postgres, "here");
                FrontDesk there = desk(topics, postgres, "there")) {
            Someone ana = new Someone(here, anas);
            Someone luis = new Someone(there, luiss);
            propose(here);
            assertThat(here.tell(issue("e-1", "8001")).status()).isEqualTo(202);
            String decision = proposal(there);
            assertThat(proposal(here)).isEqualTo(decision);
            String effect = here.get(APPROVALS).json().at("/items/0/id").asText();

            List<CompletableFuture<Reply>> racing = Stream.of(ana, luis)
                    .map(who -> CompletableFuture.supplyAsync(() -> who.answer(decision, true)))
                    .toList();
            Reply anaHeard = heard(ana, decision, racing.getFirst().join());
            Reply luisHeard = heard(luis, decision, racing.getLast().join());

            First first = First.of(ana, anaHeard);
            assertThat(first)
                    .isEqualTo(First.of(luis, luisHeard))
                    .isIn(new First(ana.actor(), true), new First(luis.actor(), true));
            assertThat(List.of(anaHeard.status(), luisHeard.status())).contains(409);
            Reply late = luis.answer(decision, false);
            assertThat(late.json().path("code").asText()).as(late.text()).isEqualTo("answered-before");
            assertThat(First.of(luis, late)).isEqualTo(first);
            assertThat(late.json().path("answeredAt").asText()).isEqualTo(NOW.toString());
            await(() -> status(here, "8001", effect).equals("DONE"));
            assertThat(sent.stream().filter(d -> Long.toString(d.effectId()).equals(effect)))
                    .hasSize(1);
            assertThat(here.get(APPROVALS).json().path("total").asInt()).isZero();
            assertThat(here.get("/api/v1/audit").text()
                            + there.get("/api/v1/audit").text())
                    .contains("answerApproval", ana.actor(), luis.actor());
            assertThat(node.isAlive()).isTrue();
        }
    }

    /** What somebody is told in the end; on a busy machine the first answer may be that it is not known yet. */
    private static Reply heard(Someone who, String decision, Reply told) {
        Reply reply = told;
        while (reply.status() == 202) {
            reply = who.answer(decision, true);
        }
        return reply;
    }

    private static String status(FrontDesk desk, String guide, String effect) throws Exception {
        for (JsonNode each : desk.get("/api/v1/shipments/" + guide).json().path("effects")) {
            if (each.path("id").asText().equals(effect)) {
                return each.path("status").asText();
            }
        }
        return "none";
    }

    @Test
    void whileNoNodeRunsAnAnswerIsKeptAndCountsOnceOneDoes() throws Exception {
        Topics topics = SharedBroker.installation(1);
        PostgresOptions postgres = SharedPostgres.schema();
        AccessKeys.Issued anas = key("here", "ana");
        AccessKeys.Issued luiss = key("there", "luis");
        try (FrontDesk here = desk(topics, postgres, "here");
                FrontDesk there = desk(topics, postgres, "there")) {
            String decision;
            try (ClusterNode node = node(SharedBroker.connection(), topics, folder.resolve("node"))) {
                propose(here);
                assertThat(here.tell(issue("e-1", "8101")).status()).isEqualTo(202);
                decision = proposal(here);
                assertThat(node.isAlive()).isTrue();
            }
            Someone ana = new Someone(here, anas);
            Someone luis = new Someone(there, luiss);
            Reply kept = ana.answer(decision, false);
            assertThat(kept.status()).as(kept.text()).isEqualTo(202);
            assertThat(kept.json().path("durable").asBoolean()).isTrue();
            assertThat(kept.json().path("decision").asText()).isEqualTo(decision);
            assertThat(here.get(APPROVALS).json().path("total").asInt()).isEqualTo(1);

            try (ClusterNode node = node(SharedBroker.connection(), topics, folder.resolve("node"))) {
                await(() -> there.get(APPROVALS).json().path("total").asInt() == 0);
                Reply late = luis.answer(decision, true);
                assertThat(late.status()).as(late.text()).isEqualTo(409);
                assertThat(First.of(luis, late)).isEqualTo(new First(ana.actor(), false));
                assertThat(node.isAlive()).isTrue();
            }
        }
    }

    @Test
    void whatBecameOfAnEffectIsToldOnceAtWhicheverGateway() throws Exception {
        Topics topics = SharedBroker.installation(1);
        PostgresOptions postgres = SharedPostgres.schema();
        List<Dispatch> sent = new CopyOnWriteArrayList<>();
        try (ClusterNode node = node(SharedBroker.connection(), topics, folder.resolve("node"));
                EffectWorker _ = worker(topics, new Sending(sent, Channel.Result.UNCLEAR));
                FrontDesk here = desk(topics, postgres, "here");
                FrontDesk there = desk(topics, postgres, "there")) {
            propose(here);
            assertThat(here.tell(issue("e-1", "8201")).status()).isEqualTo(202);
            String key = here.gateway().ownerKey();
            String decision = proposal(here);
            String effect = here.get(APPROVALS).json().at("/items/0/id").asText();
            assertThat(here.post(key, APPROVALS + "/" + decision, yes(true)).status())
                    .isIn(200, 202);
            await(() -> unknown(there).contains(effect));
            String path = "/api/v1/effects/" + effect + "/reconcile";

            Reply told = here.post(key, path, "{\"fate\":\"done\"}");
            assertThat(told.status()).as(told.text()).isIn(200, 202);
            await(() -> !unknown(there).contains(effect));
            Reply second = there.post(there.gateway().ownerKey(), path, "{\"fate\":\"failed\"}");
            assertThat(second.json().path("code").asText()).as(second.text()).isEqualTo("nothing-waits");
            assertThat(second.json().path("detail").asText()).contains("DONE");
            assertThat(status(there, "8201", effect)).isEqualTo("DONE");
            assertThat(node.isAlive()).isTrue();
        }
    }

    private static List<String> unknown(FrontDesk desk) throws Exception {
        List<String> ids = new ArrayList<>();
        desk.get("/api/v1/effects/unknown")
                .json()
                .path("items")
                .forEach(item -> ids.add(item.path("id").asText()));
        return ids;
    }

    @Test
    void actsAreAnsweredAsOneProcessAnswersThem() throws Exception {
        Topics topics = SharedBroker.installation(1);
        RunningService.Start start =
                RunningService.Start.in(folder.resolve("embedded")).clock(() -> NOW);
        try (RunningService embedded = new RunningService(start);
                ClusterNode node = node(SharedBroker.connection(), topics, folder.resolve("node"));
                FrontDesk desk = FrontDesk.open(
                        SharedBroker.connection(),
                        topics,
                        SharedPostgres.schema(),
                        folder.resolve("gate"),
                        embedded.installation().store().vault())) {
            EventLog log = embedded.installation().store().log();
            for (String action : PROPOSED) {
                embedded.call("PUT", "admin-all", "/api/v1/autonomy/" + action, "{\"level\":\"approve\"}");
            }
            assertThat(embedded.tell(issue("e-1", "8301")).status()).isEqualTo(200);
            retell(
                    SharedBroker.connection(),
                    topics,
                    entries(log)); // with the ticks of its clock, which are as many as it took
            String decision = proposal(desk);
            requireSame(desk, embedded, APPROVALS, "/api/v1/effects/unknown");

            String lookup = "/api/v1/customers/lookup";
            String phone = "{\"phone\":\"+57 " + PHONE + "\"}";
            Reply found = desk.post(desk.gateway().ownerKey(), lookup, phone);
            assertThat(found.status()).as(found.text()).isEqualTo(200);
            assertThat(found.text())
                    .isEqualTo(embedded.call("POST", "admin-all", lookup, phone).text());
            String customer =
                    "/api/v1/customers/" + found.json().path("customer").asText();
            assertThat(desk.get(customer).text()).contains("Ana María");
            requireSame(desk, embedded, customer);

            String path = APPROVALS + "/" + decision;
            Reply no = desk.post(desk.gateway().ownerKey(), path, yes(false));
            assertThat(no.status()).as(no.text()).isIn(200, 202);
            RunningService.Reply theirs = embedded.call("POST", "admin-all", path, yes(false));
            assertThat(theirs.status()).isEqualTo(200);
            if (no.status() == 200) { // else the machine is busy, which another test is about
                assertThat(no.text()).isEqualTo(theirs.text());
            }
            await(() -> desk.get(APPROVALS).json().path("total").asInt() == 0);
            requireSame(desk, embedded, APPROVALS, customer, "/api/v1/shipments/8301", "/api/v1/why/8301");
            for (String body : List.of(yes(true), "{}")) {
                Reply refused = desk.post(desk.gateway().ownerKey(), path, body);
                RunningService.Reply also = embedded.call("POST", "admin-all", path, body);
                assertThat(refused.status()).isEqualTo(also.status());
                assertThat(refused.json().path("code").asText()).isEqualTo(also.code());
                assertThat(refused.json().path("answeredAt"))
                        .isEqualTo(also.json().path("answeredAt"));
            }
            for (String nowhere : List.of(APPROVALS + "/D99", APPROVALS + "/x", "/api/v1/effects/7/reconcile")) {
                Reply refused = desk.post(desk.gateway().ownerKey(), nowhere, "{\"approved\":true,\"fate\":\"done\"}");
                assertThat(refused.status()).as(nowhere).isIn(400, 404);
                assertThat(refused.status())
                        .isEqualTo(embedded.call("POST", "admin-all", nowhere, "{\"approved\":true,\"fate\":\"done\"}")
                                .status());
            }
            assertThat(node.isAlive()).isTrue();
        }
    }

    private static void requireSame(FrontDesk desk, RunningService embedded, String... paths) throws Exception {
        for (String path : paths) {
            assertThat(desk.get(path).text())
                    .as(path)
                    .isEqualTo(embedded.get("admin-all", path).text());
        }
    }
}
