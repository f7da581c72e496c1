package co.litper.cerebro.cluster.gateway;

import static co.litper.cerebro.cluster.gateway.FrontDesk.NOW;
import static co.litper.cerebro.cluster.gateway.FrontDesk.await;
import static co.litper.cerebro.cluster.gateway.FrontDesk.node;
import static org.assertj.core.api.Assertions.assertThat;

import co.litper.cerebro.cluster.gateway.FrontDesk.Reply;
import co.litper.cerebro.cluster.kafka.ClusterNode;
import co.litper.cerebro.cluster.kafka.SharedBroker;
import co.litper.cerebro.cluster.kafka.Topics;
import co.litper.cerebro.cluster.postgres.PostgresOptions;
import co.litper.cerebro.cluster.postgres.SharedPglite;
import co.litper.cerebro.cluster.postgres.SharedPostgres;
import co.litper.cerebro.cluster.redis.RedisServerAddress;
import co.litper.cerebro.cluster.redis.SharedRedis;
import co.litper.cerebro.log.InMemoryDeadLetters;
import co.litper.cerebro.server.http.RunningService;
import co.litper.cerebro.server.memory.MemorySide;
import co.litper.cerebro.server.memory.MemorySides;
import co.litper.cerebro.vault.Vault;
import co.litper.cerebro.vocabulary.MerchantId;
import co.litper.cerebro.vocabulary.PersonRef;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lettuce.core.RedisClient;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What gateways remember; one after the other, since PGlite has one connection only. */
class GatewayMemoryTest {
    private static final MerchantId MERCHANT = RunningService.MERCHANT;
    private static final String PHONE = "3001112233";
    private static final String RECALL = "/api/v1/recall?limit=50&text=";

    @TempDir
    Path folder;

    @BeforeAll
    static void require() {
        SharedPglite.require();
        SharedRedis.require();
    }

    /** A novedad of a guide, and that it came back for it. */
    private static List<String> lost(String guide) {
        return List.of(
                RunningService.issue("issue-" + guide, guide, PHONE, NOW, "76001"),
                RunningService.event(
                        "back-" + guide,
                        "guide.updated",
                        "{\"guideNumber\":\"" + guide + "\",\"rawStatus\":\"DEVOLUCION\",\"state\":\"RETURNED\"}",
                        NOW));
    }

    private static void tell(FrontDesk desk, String guide) throws Exception {
        for (String event : lost(guide)) {
            assertThat(desk.tell(event).status()).isEqualTo(202);
        }
        await(() -> desk.get("/api/v1/shipments/" + guide).text().contains("RETURNED"));
    }

    private static MemorySide memory(FrontDesk desk) {
        return switch (desk.gateway().memories()) {
            case MemorySides.Kept kept -> kept.of().apply(MERCHANT);
            case MemorySides.Absent(String why) -> throw new AssertionError(why);
        };
    }

    /** Everything that comes to mind once all is remembered, without ranks, which two indexes blend a little otherwise. */
    private static List<String> told(FrontDesk desk) throws Exception {
        await(() -> memory(desk).behind() == 0);
        return told(desk.get(RECALL + "direcci%C3%B3n").json());
    }

    private static List<String> told(JsonNode answer) {
        List<String> told = new ArrayList<>();
        for (JsonNode one : answer.path("memories")) {
            ObjectNode plain = one.deepCopy();
            plain.remove(List.of("rank", "relevance", "recency", "alive", "usefulness"));
            told.add(plain.toString());
        }
        return told;
    }

    @Test
    void itRemembersWhatOneProcessWouldAndGoesOnWhenAnotherTakesOver() throws Exception {
        requireRemembering(Optional.empty());
    }

    @Test
    void recentMemoriesLieInRedisWhereThereIsOne() throws Exception {
        requireRemembering(Optional.of(SharedRedis.address()));
    }

    private void requireRemembering(Optional<RedisServerAddress> redis) throws Exception {
        Topics topics = SharedBroker.installation(1);
        PostgresOptions postgres = SharedPostgres.schema();
        ClusterMemory.Where where = new ClusterMemory.Where(SharedPglite.schema(), redis);
        RunningService.Start start =
                RunningService.Start.in(folder.resolve("embedded")).clock(() -> NOW);
        try (RunningService embedded = new RunningService(start);
                ClusterNode node = node(SharedBroker.connection(), topics, folder.resolve("node"))) {
            Vault vault = embedded.installation().store().vault();
            List<String> first;
            try (FrontDesk desk = desk(topics, postgres, where, "first", vault)) {
                tell(desk, "8001");
                tell(desk, "8002");
                first = told(desk);
            }
            assertThat(first).isNotEmpty().doesNotHaveDuplicates().hasSize(kept(where, redis, ""));
            List<String> all;
            try (FrontDesk desk = desk(topics, postgres, where, "second", vault)) {
                assertThat(told(desk)).isEqualTo(first);
                tell(desk, "8003");
                all = told(desk);
            }
            assertThat(all)
                    .hasSizeGreaterThan(first.size())
                    .doesNotHaveDuplicates()
                    .hasSize(kept(where, redis, ""));
            for (String guide : List.of("8001", "8002", "8003")) {
                for (String event : lost(guide)) {
                    assertThat(embedded.tell(event).status()).isEqualTo(200);
                }
            }
            embedded.awaitRemembered();
            assertThat(texts(all))
                    .containsExactlyInAnyOrderElementsOf(texts(told(
                            embedded.get("admin-all", RECALL + "direcci%C3%B3n").json())));

            PersonRef person = vault.refer(MERCHANT, PHONE);
            int theirs = kept(where, redis, person.value());
            assertThat(theirs).isPositive();
            try (FrontDesk desk = desk(topics, postgres, where, "third", vault)) {
                Reply proof = desk.delete("/api/v1/customers/" + person.value());
                assertThat(proof.status()).as(proof.text()).isEqualTo(200);
                assertThat(proof.json().path("memoriesErased").asInt()).isEqualTo(theirs);
                tell(desk, "8004");
                assertThat(told(desk)).noneMatch(one -> one.contains("episode") || one.contains("recent"));
            }
            assertThat(kept(where, redis, person.value())).isZero();
            assertThat(node.isAlive()).isTrue();
        }
    }

    /** Without positions, which differ by the ticks of the embedded service. */
    private static List<String> texts(List<String> told) {
        return told.stream().map(one -> one.replaceAll(",\"events\":.*", "")).toList();
    }

    /** How many memories lie in the database and in Redis that have this in them. */
    private static int kept(ClusterMemory.Where where, Optional<RedisServerAddress> redis, String person)
            throws Exception {
        PostgresOptions postgres = where.postgres();
        int kept = 0;
        try (var connection = DriverManager.getConnection(postgres.url(), postgres.user(), postgres.password());
                var statement = connection.prepareStatement("SELECT count(*) FROM " + postgres.schema()
                        + "_0.document WHERE person LIKE ? AND (? OR kind <> 'recent')")) {
            statement.setString(1, "%" + person + "%");
            statement.setBoolean(2, redis.isEmpty());
            try (var rows = statement.executeQuery()) {
                assertThat(rows.next()).isTrue();
                kept += rows.getInt(1);
            }
        }
        if (redis.isPresent()) {
            try (RedisClient client = RedisClient.create(redis.get().uri());
                    var connection = client.connect()) {
                for (String key : connection.sync().keys(redis.get().prefix() + "-0:memory:d:*")) {
                    kept += connection.sync().get(key).contains(person) ? 1 : 0;
                }
            }
        }
        return kept;
    }

    private FrontDesk desk(
            Topics topics, PostgresOptions postgres, ClusterMemory.Where where, String name, Vault vault) {
        return FrontDesk.open(
                SharedBroker.connection(),
                topics,
                postgres,
                where,
                folder.resolve(name),
                vault,
                new InMemoryDeadLetters());
    }
}
