package co.litper.cerebro.cluster.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import co.litper.cerebro.log.StoreException;
import co.litper.cerebro.memory.Memories;
import co.litper.cerebro.search.Document;
import co.litper.cerebro.search.Embedder;
import co.litper.cerebro.search.HashedEmbedder;
import co.litper.cerebro.search.Search;
import co.litper.cerebro.search.SearchIndex;
import co.litper.cerebro.testkit.contract.SearchIndexContract;
import co.litper.cerebro.vocabulary.MerchantId;
import co.litper.cerebro.vocabulary.PersonRef;
import io.lettuce.core.RedisClient;
import io.lettuce.core.api.StatefulRedisConnection;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class RedisRecentIndexTest extends SearchIndexContract {
    private final Map<Path, RedisServerAddress> addresses = new HashMap<>();

    @BeforeAll
    static void require() {
        SharedRedis.require();
    }

    @Override
    protected SearchIndex open(Path folder, Embedder embedder) {
        RedisServerAddress address = addresses.computeIfAbsent(folder, f -> SharedRedis.address());
        return RedisRecentIndex.open(address, embedder, Memories.RECENT_TTL);
    }

    @Override
    protected boolean isDurable() {
        return true;
    }

    private static Document document(long id) {
        return new Document(
                id, new MerchantId("litper"), PersonRef.NONE, "recent", id, "Envía a Pasto, día " + id, new byte[] {1});
    }

    private static RedisRecentIndex open(RedisServerAddress address, Duration kept) {
        return RedisRecentIndex.open(address, new HashedEmbedder(), kept);
    }

    @Test
    void eachMemoryExpiresByItselfAfterTheTimeThatItIsKept() {
        RedisServerAddress address = SharedRedis.address();
        try (RedisRecentIndex index = open(address, Duration.ofHours(24));
                RedisClient client = RedisClient.create(address.uri());
                StatefulRedisConnection<String, String> redis = client.connect()) {
            index.put(List.of(document(1), document(2)));
            index.commit(9, new byte[0]);

            assertThat(redis.sync().pttl(address.key("memory", "d", "1")))
                    .isBetween(
                            Duration.ofHours(23).toMillis(),
                            Duration.ofHours(24).toMillis());
            redis.sync().del(address.key("memory", "d", "1")); // as expiry does
        }
        try (RedisRecentIndex again = open(address, Duration.ofHours(24))) {
            assertThat(again.find(1)).isEmpty();
            assertThat(again.find(2)).isPresent();
            assertThat(again.size()).isEqualTo(1);
            assertThat(again.position()).isEqualTo(9);
        }
    }

    @Test
    void whoeverReadsBesideTakesInWhatWasCommittedAndLetsGoOfWhatIsGone() {
        RedisServerAddress address = SharedRedis.address();
        try (RedisRecentIndex index = open(address, Duration.ofHours(24));
                RedisRecentIndex beside = RedisRecentIndex.openBeside(address, new HashedEmbedder())) {
            index.put(List.of(document(1), document(2)));
            index.commit(7, new byte[0]);
            beside.refresh();
            assertThat(beside.size()).isEqualTo(2);
            assertThat(beside.position()).isEqualTo(7);

            index.put(List.of(document(3)));
            index.remove(List.of(1L));
            beside.refresh();
            assertThat(beside.size()).as("not committed").isEqualTo(2);
            index.commit(7, new byte[0]);
            beside.refresh();

            assertThat(beside.find(1)).isEmpty();
            assertThat(beside.find(2)).isPresent();
            assertThat(beside.search(Search.of("día 3 en Pasto", new MerchantId("litper"), 10)))
                    .extracting(hit -> hit.document().id())
                    .containsExactlyInAnyOrder(2L, 3L);
        }
    }

    @Test
    void memoriesAreThereAgainAfterTheServerCrashed() {
        RedisServerAddress address = SharedRedis.address();
        try (RedisRecentIndex index = open(address, Duration.ofHours(24))) {
            index.put(List.of(document(1)));
            index.commit(5, new byte[] {3});
            SharedRedis.server().kill();
            index.put(List.of(document(2)));

            assertThatThrownBy(() -> index.commit(6, new byte[] {4}))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("Maybe");
            assertThat(index.position()).isEqualTo(5);
        } finally {
            SharedRedis.server().restart();
        }
        try (RedisRecentIndex again = open(address, Duration.ofHours(24))) {
            assertThat(again.position()).isEqualTo(5);
            assertThat(again.find(1)).isPresent();
            assertThat(again.find(2)).isEmpty();
        }
    }
}
