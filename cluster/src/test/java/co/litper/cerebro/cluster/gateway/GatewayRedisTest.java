package co.litper.cerebro.cluster.gateway;

import static co.litper.cerebro.cluster.gateway.FrontDesk.NOW;
import static co.litper.cerebro.cluster.gateway.FrontDesk.await;
import static co.litper.cerebro.cluster.gateway.FrontDesk.node;
import static org.assertj.core.api.Assertions.assertThat;

import co.litper.cerebro.cluster.kafka.ClusterNode;
import co.litper.cerebro.cluster.kafka.SharedBroker;
import co.litper.cerebro.cluster.kafka.Topics;
import co.litper.cerebro.cluster.postgres.PostgresOptions;
import co.litper.cerebro.cluster.postgres.SharedPostgres;
import co.litper.cerebro.cluster.redis.RedisFeatures;
import co.litper.cerebro.cluster.redis.RedisServerAddress;
import co.litper.cerebro.cluster.redis.SharedRedis;
import co.litper.cerebro.cluster.redis.UrgentQueue;
import co.litper.cerebro.event.LogisticsEvent.IssueReported;
import co.litper.cerebro.log.DeadLetters;
import co.litper.cerebro.log.Envelope;
import co.litper.cerebro.log.EnvelopeCodec;
import co.litper.cerebro.log.InMemoryDeadLetters;
import co.litper.cerebro.server.http.RunningService;
import co.litper.cerebro.vault.InMemoryVault;
import co.litper.cerebro.vault.Vault;
import co.litper.cerebro.vocabulary.Carrier;
import co.litper.cerebro.vocabulary.IssueReason;
import co.litper.cerebro.vocabulary.MerchantId;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What gateways do with Redis beside memories: urgent events in, features out. */
class GatewayRedisTest {
    private static final MerchantId MERCHANT = RunningService.MERCHANT;

    @TempDir
    Path folder;

    @BeforeAll
    static void require() {
        SharedRedis.require();
    }

    @Test
    void anUrgentEventIsDecidedItsFeaturesArePublishedAndWhatIsNoneIsADeadLetter() throws Exception {
        Topics topics = SharedBroker.installation(1);
        RedisServerAddress redis = SharedRedis.address();
        PostgresOptions postgres = SharedPostgres.schema();
        ClusterMemory.Where where =
                new ClusterMemory.Where(postgres.schema(postgres.schema() + "m"), Optional.of(redis));
        Vault vault = InMemoryVault.withRandomSecret();
        InMemoryDeadLetters letters = new InMemoryDeadLetters();
        Envelope urgent = Envelope.own(
                "urgent-1",
                "/test",
                MERCHANT,
                "guide:9001",
                NOW,
                new IssueReported("9001", Carrier.TCC, "DIRECCION ERRADA", IssueReason.BAD_ADDRESS, 1));
        try (ClusterNode node = node(SharedBroker.connection(), topics, folder.resolve("node"));
                FrontDesk one = FrontDesk.open(
                        SharedBroker.connection(), topics, postgres, where, folder.resolve("one"), vault, letters);
                FrontDesk other = FrontDesk.open(
                        SharedBroker.connection(), topics, postgres, where, folder.resolve("other"), vault, letters);
                UrgentQueue queue = UrgentQueue.open(redis, 10);
                RedisFeatures features = RedisFeatures.ofShard(redis, 0)) {
            queue.offer(new EnvelopeCodec().encode(urgent));
            queue.offer("no event".getBytes(StandardCharsets.UTF_8));

            one.await("/api/v1/why/9001");
            await(() -> features.knownAt(MERCHANT, "9001").isPresent());
            await(() -> queue.waiting() == 0);

            assertThat(features.knownAt(MERCHANT, "9001")).hasValue(NOW.toEpochMilli());
            assertThat(letters.list(DeadLetters.Status.OPEN, 10))
                    .singleElement()
                    .satisfies(letter -> {
                        assertThat(letter.source()).isEqualTo("urgent");
                        assertThat(letter.payload()).isEqualTo("no event");
                    });
            assertThat(other.await("/api/v1/why/9001").text())
                    .isEqualTo(one.get("/api/v1/why/9001").text());
            assertThat(node.isAlive()).isTrue();
        }
    }
}
