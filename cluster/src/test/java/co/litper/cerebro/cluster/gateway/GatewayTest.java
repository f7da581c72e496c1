package co.litper.cerebro.cluster.gateway;

import static co.litper.cerebro.cluster.gateway.FrontDesk.NOW;
import static co.litper.cerebro.cluster.gateway.FrontDesk.await;
import static co.litper.cerebro.cluster.gateway.FrontDesk.entries;
import static co.litper.cerebro.cluster.gateway.FrontDesk.node;
import static co.litper.cerebro.cluster.gateway.FrontDesk.retell;
import static org.assertj.core.api.Assertions.assertThat;

import co.litper.cerebro.cluster.gateway.FrontDesk.Reply;
import co.litper.cerebro.cluster.kafka.ClusterNode;
import co.litper.cerebro.cluster.kafka.Connection;
import co.litper.cerebro.cluster.kafka.KafkaEventLog;
import co.litper.cerebro.cluster.kafka.Shards;
import co.litper.cerebro.cluster.kafka.SharedBroker;
import co.litper.cerebro.cluster.kafka.Topics;
import co.litper.cerebro.cluster.postgres.PostgresOptions;
import co.litper.cerebro.cluster.postgres.SharedPostgres;
import co.litper.cerebro.log.Entry;
import co.litper.cerebro.log.EnvelopeCodec;
import co.litper.cerebro.log.EventLog;
import co.litper.cerebro.server.http.RunningService;
import co.litper.cerebro.testkit.KafkaServer;
import co.litper.cerebro.vault.InMemoryVault;
import co.litper.cerebro.vault.Vault;
import co.litper.cerebro.vocabulary.MerchantId;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GatewayTest {
    private static final Set<String> API = Set.of("/api/v1/", "/webhooks/", "/health/", "/metrics");

    /** Questions that a gateway answers byte by byte as one process does. */
    private static final List<String> SAME = List.of(
            "/api/v1/why/7001",
            "/api/v1/why/7003",
            "/api/v1/shipments/7002",
            "/api/v1/shipments/7002/story",
            "/api/v1/shipments?state=ISSUE",
            "/api/v1/decisions",
            "/api/v1/worklist",
            "/api/v1/approvals",
            "/api/v1/effects/unknown",
            "/api/v1/kpis",
            "/api/v1/ask",
            "/api/v1/ask?question=" + asked("¿Cuántos envíos a Cali tienen novedad?"),
            "/api/v1/ask?question=" + asked("¿Qué solución funciona mejor para dirección errada?"),
            "/api/v1/ask?question=" + asked("guías parecidas a la 7002"),
            "/api/v1/thinking",
            "/api/v1/settings",
            "/api/v1/autonomy");

    @TempDir
    Path folder;

    private static String issue(String id, String guide) {
        return RunningService.issue(id, guide, "3001112233", NOW, "76001");
    }

    private FrontDesk desk(Topics topics, PostgresOptions postgres, String name, Vault vault) {
        return FrontDesk.open(SharedBroker.connection(), topics, postgres, folder.resolve(name), vault);
    }

    @Test
    void whatIsAnsweredIsWhatOneProcessAnswersToTheSameEvents() throws Exception {
        Topics topics = SharedBroker.installation(1);
        RunningService.Start start =
                RunningService.Start.in(folder.resolve("embedded")).clock(() -> NOW);
        try (RunningService embedded = new RunningService(start)) {
            EventLog log = embedded.installation().store().log();
            await(() -> log.end() > EventLog.FIRST); // the first tick of the embedded service, which others repeat
            List<Entry> begun = entries(log);
            for (int i = 1; i <= 3; i++) {
                assertThat(embedded.tell(issue("e-" + i, "700" + i)).status()).isEqualTo(200);
            }
            Map<String, String> answers = new LinkedHashMap<>();
            for (String path : SAME) {
                answers.put(path, embedded.get("admin-all", path).text());
            }
            List<Entry> met = entries(log); // the service goes on to tick while the rest is started

            Vault vault = embedded.installation().store().vault();
            try (ClusterNode node = node(SharedBroker.connection(), topics, folder.resolve("node"));
                    FrontDesk desk = desk(topics, SharedPostgres.schema(), "gate", vault)) {
                retell(SharedBroker.connection(), topics, begun);
                for (int i = 1; i <= 3; i++) {
                    Reply told = desk.tell(issue("e-" + i, "700" + i));
                    assertThat(told.status()).as(told.text()).isEqualTo(202);
                    assertThat(told.json().path("durable").asBoolean()).isTrue();
                }

                await(() -> desk.get("/api/v1/shipments/7003").status() == 200);
                assertThat(node.isAlive()).isTrue();
                for (Map.Entry<String, String> same : answers.entrySet()) {
                    assertThat(desk.get(same.getKey()).text()).as(same.getKey()).isEqualTo(same.getValue());
                }
                requireSame(topics, met);
            }
        }
    }

    private static String asked(String question) {
        return URLEncoder.encode(question, StandardCharsets.UTF_8);
    }

    private static void requireSame(Topics topics, List<Entry> entries) {
        try (KafkaEventLog journal = new KafkaEventLog(SharedBroker.connection(), topics, 0)) {
            assertThat(journal.end()).isEqualTo(entries.getLast().position() + 1);
            for (Entry entry : entries) {
                assertThat(journal.at(entry.position()).orElseThrow()).satisfies(same -> {
                    assertThat(same.event()).isEqualTo(entry.event());
                    assertThat(same.facts()).isEqualTo(entry.facts());
                });
            }
        }
    }

    @Test
    void everyMerchantIsAnsweredFromItsOwnShard() throws Exception {
        Topics topics = SharedBroker.installation(2);
        List<String> merchants =
                IntStream.range(0, 8).mapToObj(i -> "tienda" + i).toList();
        assertThat(merchants.stream().map(m -> Shards.of(new MerchantId(m), 2)).distinct())
                .containsExactlyInAnyOrder(0, 1);
        try (ClusterNode node = node(SharedBroker.connection(), topics, folder.resolve("node"));
                FrontDesk desk = desk(topics, SharedPostgres.schema(), "gate", InMemoryVault.withRandomSecret())) {
            for (String merchant : merchants) {
                String batch = "[" + issue("a-" + merchant, "1") + "," + issue("b-" + merchant, "2") + "]";
                Reply told = desk.tell(
                        desk.gateway().ownerKey(),
                        "/api/v1/events?merchant=" + merchant,
                        "application/cloudevents-batch+json",
                        batch);
                assertThat(told.status()).as(told.text()).isEqualTo(202);
                assertThat(told.json().path("accepted").asInt()).isEqualTo(2);
            }
            for (String merchant : merchants) {
                Reply why = desk.await("/api/v1/why/2?merchant=" + merchant);
                Reply all = desk.get("/api/v1/shipments?merchant=" + merchant);
                assertThat(all.json().path("items"))
                        .hasSize(2)
                        .allMatch(item -> item.path("merchant").asText().equals(merchant));
                String label = why.json().path("decision").asText();
                assertThat(desk.get("/api/v1/decisions/" + label + "?merchant=" + merchant)
                                .status())
                        .isEqualTo(200);
                assertThat(desk.get("/api/v1/decisions/" + label + "?merchant=nadie")
                                .status())
                        .isEqualTo(404);
            }
            assertThat(node.isAlive()).isTrue();
        }
    }

    @Test
    void whatIsPausedIsPausedInEveryShard() throws Exception {
        Topics topics = SharedBroker.installation(2);
        try (ClusterNode node = node(SharedBroker.connection(), topics, folder.resolve("node"));
                FrontDesk desk = desk(topics, SharedPostgres.schema(), "gate", InMemoryVault.withRandomSecret())) {
            assertThat(desk.put("/api/v1/pauses/all", "").status()).isEqualTo(200);

            await(() -> desk.get("/api/v1/autonomy").json().path("allPaused").asBoolean());
            for (int shard = 0; shard < 2; shard++) {
                try (KafkaEventLog journal = new KafkaEventLog(SharedBroker.connection(), topics, shard)) {
                    await(() -> types(journal).contains("configuration.changed"));
                }
            }
            assertThat(node.isAlive()).isTrue();
        }
    }

    private static List<String> types(EventLog journal) {
        List<String> types = new ArrayList<>();
        EnvelopeCodec codec = new EnvelopeCodec();
        journal.read(
                EventLog.FIRST,
                entry -> types.add(codec.decode(entry.event()).event().type().wire()));
        return types;
    }

    @Test
    void nobodyComesInWithoutAKeyAndWhatIsNotThereSaysSo() throws Exception {
        Topics topics = SharedBroker.installation(1);
        try (FrontDesk desk = desk(topics, SharedPostgres.schema(), "gate", InMemoryVault.withRandomSecret())) {
            String path = "/api/v1/events";
            String type = "application/cloudevents+json";
            Reply wrong = desk.tell("crb_wrong", path, type, issue("e", "1"));
            assertThat(wrong.status()).isEqualTo(401);
            assertThat(wrong.json().path("code").asText()).isEqualTo("unknown-key");
            assertThat(desk.tell("", path, type, issue("e", "1")).status()).isEqualTo(401);
            Reply broken =
                    desk.tell("{\"specversion\":\"1.0\",\"id\":\"x\",\"source\":\"/t\",\"type\":\"guide.updated\","
                            + "\"time\":\"" + NOW + "\",\"data\":{}}");
            assertThat(broken.status()).isEqualTo(422);
            assertThat(broken.json().path("problems")).isNotEmpty();

            Reply missing = desk.get("/api/v1/backups");
            assertThat(missing.status()).isEqualTo(501);
            assertThat(missing.json().path("code").asText()).isEqualTo("not-on-a-cluster");
            Reply forgetful = desk.get("/api/v1/recall?text=x");
            assertThat(forgetful.status()).isEqualTo(501);
            assertThat(forgetful.json().path("detail").asText()).contains("pgvector");
            assertThat(desk.get("/metrics").text()).contains("cerebro_reads_behind 0.0", "fate=\"accepted\"");
            assertThat(desk.get("/health/ready").status()).isEqualTo(200);
            try (KafkaEventLog journal = new KafkaEventLog(SharedBroker.connection(), topics, 0)) {
                assertThat(journal.end()).isEqualTo(EventLog.FIRST);
            }
        }
    }

    @Test
    void aSignedDeliveryIsTakenAndWhatBreaksItsContractIsADeadLetter() throws Exception {
        Topics topics = SharedBroker.installation(1);
        try (ClusterNode node = node(SharedBroker.connection(), topics, folder.resolve("node"));
                FrontDesk desk = desk(topics, SharedPostgres.schema(), "gate", InMemoryVault.withRandomSecret())) {
            Reply kept = desk.deliver("{\"evento\":\"rastreo\",\"guia\":\"7001\",\"transportadora\":\"TCC\","
                    + "\"estado\":\"EN REPARTO\",\"fecha\":\"" + NOW + "\"}");
            assertThat(kept.status()).as(kept.text()).isEqualTo(200);
            assertThat(kept.json().path("events").asInt()).isEqualTo(1);
            desk.await("/api/v1/shipments/7001");

            Reply broken = desk.deliver("{\"evento\":\"rastreo\"}");
            assertThat(broken.json().path("deadLetters").asInt()).isEqualTo(1);
            assertThat(desk.get("/api/v1/deadletters").json().path("items")).hasSize(1);
            assertThat(node.isAlive()).isTrue();
        }
    }

    @Test
    void everyPathOfTheApiIsServedOrSaysThatItIsNotThere() throws Exception {
        Topics topics = SharedBroker.installation(1);
        try (RunningService embedded = RunningService.start(folder.resolve("embedded"));
                FrontDesk desk = desk(topics, SharedPostgres.schema(), "gate", InMemoryVault.withRandomSecret())) {
            assertThat(api(desk.gateway().registered())).isEqualTo(api(embedded.registered()));
        }
    }

    private static Set<String> api(Set<String> registered) {
        return registered.stream()
                .filter(each -> API.stream().anyMatch(part -> each.contains(" " + part)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void aSecondGatewayReadsWhatTheFirstWritesAndTakesOverWhenItIsGone() throws Exception {
        Topics topics = SharedBroker.installation(1);
        PostgresOptions postgres = SharedPostgres.schema();
        Vault vault = InMemoryVault.withRandomSecret();
        try (ClusterNode node = node(SharedBroker.connection(), topics, folder.resolve("node"));
                FrontDesk second = desk(topics, postgres, "second", vault)) {
            try (FrontDesk first = desk(topics, postgres, "first", vault)) {
                for (int i = 1; i <= 4; i++) {
                    FrontDesk via = i % 2 == 0 ? first : second;
                    assertThat(via.tell(issue("e-" + i, "710" + i)).status()).isEqualTo(202);
                    first.await("/api/v1/why/710" + i);
                    second.await("/api/v1/why/710" + i);
                }
                await(() -> first.gateway().written() + second.gateway().written() == 1);
                cutWriter(postgres);
                assertThat(first.tell(issue("e-5", "7105")).status()).isEqualTo(202);
                first.await("/api/v1/shipments/7105");
                second.await("/api/v1/shipments/7105");
                requireCounted(first, 5);
                requireCounted(second, 5);
            }
            assertThat(second.tell(issue("e-6", "7106")).status()).isEqualTo(202);
            second.await("/api/v1/shipments/7106");
            requireCounted(second, 6);
            assertThat(second.gateway().written()).isEqualTo(1);
            await(() -> guidesInGraph(postgres) == 6);
            assertThat(node.isAlive()).isTrue();
        }
    }

    /** Ends the connection that holds the schema, as the database does when its client is gone. */
    private static void cutWriter(PostgresOptions postgres) throws Exception {
        try (var connection = DriverManager.getConnection(postgres.url(), postgres.user(), postgres.password());
                var statement = connection.prepareStatement("SELECT count(pg_terminate_backend(l.pid)) FROM pg_locks l"
                        + " WHERE l.locktype = 'advisory' AND l.granted AND l.objid::bigint ="
                        + " hashtextextended(?, 0) & 4294967295")) {
            statement.setString(1, postgres.schema() + "_0");
            try (var rows = statement.executeQuery()) {
                assertThat(rows.next()).isTrue();
                assertThat(rows.getInt(1)).isEqualTo(1);
            }
        }
    }

    /** Guides of which the graph tables tell, each once whoever filled them. */
    private static int guidesInGraph(PostgresOptions postgres) throws Exception {
        try (var connection = DriverManager.getConnection(postgres.url(), postgres.user(), postgres.password());
                var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT count(*), count(DISTINCT source) FROM " + postgres.schema()
                        + "g_0.link WHERE source_type = 'GUIDE' AND relation = 'SHIPPED_BY'")) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getInt(1)).isEqualTo(rows.getInt(2));
            return rows.getInt(1);
        }
    }

    private static void requireCounted(FrontDesk desk, int shipments) throws Exception {
        await(() -> desk.get("/api/v1/worklist").json().path("total").asInt() == shipments);
        assertThat(desk.get("/api/v1/shipments").json().path("items")).hasSize(shipments);
        assertThat(desk.get("/api/v1/decisions").json().path("items")).hasSize(shipments);
    }

    @Test
    void whatWasAnsweredBeforeTheBrokerDiedIsDecidedAndWhatCameMeanwhileWasRefused() throws Exception {
        try (KafkaServer broker = KafkaServer.brief(folder.resolve("broker"))) {
            Connection connection = Connection.to(broker.brokers());
            Topics topics = new Topics("gone", 1, (short) 1);
            try (FrontDesk desk = FrontDesk.open(
                    connection,
                    topics,
                    SharedPostgres.schema(),
                    folder.resolve("gate"),
                    InMemoryVault.withRandomSecret())) {
                assertThat(desk.tell(issue("kept", "7201")).status()).isEqualTo(202);
                broker.kill();

                Reply refused = desk.tell(issue("late", "7202"));
                assertThat(refused.status()).isEqualTo(503);
                assertThat(refused.header("Retry-After")).isNotEmpty();
                await(() -> desk.get("/health/ready").status() == 503);
                assertThat(desk.get("/health/live").status()).isEqualTo(200);
                broker.restart();
                await(() -> desk.tell(issue("late", "7202")).status() == 202);

                try (ClusterNode node = node(connection, topics, folder.resolve("node"))) {
                    desk.await("/api/v1/why/7201");
                    desk.await("/api/v1/why/7202");
                    await(() -> desk.get("/health/ready").status() == 200);
                    assertThat(desk.get("/api/v1/shipments").json().path("items"))
                            .hasSize(2);
                    assertThat(node.isAlive()).isTrue();
                }
            }
        }
    }

    @Test
    void aGatewayThatCameBackGoesOnFromItsCheckpoint() throws Exception {
        Topics topics = SharedBroker.installation(1);
        PostgresOptions postgres = SharedPostgres.schema();
        Vault vault = InMemoryVault.withRandomSecret();
        try (ClusterNode node = node(SharedBroker.connection(), topics, folder.resolve("node"))) {
            String before;
            try (FrontDesk desk = desk(topics, postgres, "gate", vault)) {
                assertThat(desk.tell(issue("e-1", "7301")).status()).isEqualTo(202);
                before = desk.await("/api/v1/why/7301").text();
            }
            try (FrontDesk desk = desk(topics, postgres, "gate", vault)) {
                assertThat(desk.await("/api/v1/why/7301").text()).isEqualTo(before);
                assertThat(desk.tell(issue("e-2", "7302")).status()).isEqualTo(202);
                desk.await("/api/v1/why/7302");
            }
            assertThat(node.isAlive()).isTrue();
        }
    }
}
