package co.litper.cerebro.cluster.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import co.litper.cerebro.cluster.redis.RedisFeatures.Vector;
import co.litper.cerebro.log.StoreException;
import co.litper.cerebro.vocabulary.MerchantId;
import io.lettuce.core.RedisClient;
import io.lettuce.core.api.StatefulRedisConnection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedisFeaturesTest {
    private static final MerchantId MERCHANT = new MerchantId("tienda");

    @Test
    void aVectorIsReadInTheOrderAskedForAndWhatIsMissingIsNaN() {
        try (RedisFeatures features = RedisFeatures.open(SharedRedis.address())) {
            features.put(List.of(new Vector(MERCHANT, "G1", 77, Map.of("late_lane", -1.5f, "issues", 2f))), 0, 10);

            assertThat(features.get(MERCHANT, "G1", List.of("issues", "nothing", "late_lane")))
                    .containsExactly(2f, Float.NaN, -1.5f);
            assertThat(features.knownAt(MERCHANT, "G1")).hasValue(77);
            assertThat(features.get(MERCHANT, "G2", List.of("issues"))).containsExactly(Float.NaN);
            assertThat(features.knownAt(MERCHANT, "G2")).isEmpty();
            assertThat(features.get(new MerchantId("otra"), "G1", List.of("issues")))
                    .containsExactly(Float.NaN);
            assertThat(features.position()).isEqualTo(10);
        }
    }

    @Test
    void aFeatureThatWentMissingIsNotLeftStanding() {
        try (RedisFeatures features = RedisFeatures.open(SharedRedis.address())) {
            features.put(List.of(new Vector(MERCHANT, "G1", 1, Map.of("a", 1f, "b", 2f))), 0, 1);
            features.put(List.of(new Vector(MERCHANT, "G1", 2, Map.of("b", 3f))), 1, 2);

            assertThat(features.get(MERCHANT, "G1", List.of("a", "b"))).containsExactly(Float.NaN, 3f);
        }
    }

    @Test
    void whoeverBelievesThemElsewhereChangesNothing() {
        try (RedisFeatures features = RedisFeatures.open(SharedRedis.address())) {
            assertThat(features.put(List.of(new Vector(MERCHANT, "G1", 1, Map.of("a", 1f))), 0, 7))
                    .isTrue();
            assertThat(features.put(List.of(new Vector(MERCHANT, "G1", 2, Map.of("a", 2f))), 0, 5))
                    .isFalse();

            assertThat(features.knownAt(MERCHANT, "G1")).hasValue(1);
            assertThat(features.position()).isEqualTo(7);
        }
    }

    @Test
    void anyClientReadsTheDocumentedKeyAsText() {
        RedisServerAddress address = SharedRedis.address();
        try (RedisFeatures features = RedisFeatures.open(address);
                RedisClient client = RedisClient.create(address.uri());
                StatefulRedisConnection<String, String> redis = client.connect()) {
            features.put(List.of(new Vector(MERCHANT, "G1", 5, Map.of("late_lane", -1.5f))), 0, 1);
            String key = address.prefix() + ":features:tienda:G1";

            assertThat(redis.sync().hgetall(key))
                    .isEqualTo(Map.of("late_lane", "-1.5", "_at", "5", "_all", "{\"_at\":5,\"late_lane\":-1.5}"));
            assertThat(redis.sync().ttl(key)).isBetween(1L, RedisFeatures.KEPT.toSeconds());
        }
    }

    @Test
    void aVectorIsReadWholeAsItWasPut() {
        Vector put = new Vector(
                MERCHANT, "G1", 1_790_000_000_123L, Map.of("tiny", Float.MIN_VALUE, "huge", -3.4e38f, "third", 1 / 3f));
        try (RedisFeatures features = RedisFeatures.open(SharedRedis.address())) {
            features.put(List.of(put), 0, 1);

            assertThat(features.get(MERCHANT, "G1")).contains(put);
            assertThat(features.get(MERCHANT, "G2")).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"a\": \"much\"}", "{\"a\": 1", "[1]", "", "{\"a\": 1e99}"})
    void aVectorThatSomebodyElseWroteIsToldToBeUnreadable(String written) {
        RedisServerAddress address = SharedRedis.address();
        try (RedisFeatures features = RedisFeatures.open(address);
                RedisClient client = RedisClient.create(address.uri());
                StatefulRedisConnection<String, String> redis = client.connect()) {
            redis.sync().hset(features.key(MERCHANT, "G1"), "_all", written);

            assertThatThrownBy(() -> features.get(MERCHANT, "G1"))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("G1")
                    .hasMessageContaining("Maybe");
        }
    }

    @Test
    void twoHundredAndFiftyFeaturesAreOneVectorAndMoreAreRefused() {
        Map<String, Float> values = new LinkedHashMap<>();
        IntStream.range(0, RedisFeatures.MOST_FEATURES).forEach(i -> values.put("f" + i, i / 4f));
        try (RedisFeatures features = RedisFeatures.open(SharedRedis.address())) {
            features.put(List.of(new Vector(MERCHANT, "G1", 5, values)), 0, 1);

            float[] found = features.get(MERCHANT, "G1", List.copyOf(values.keySet()));

            assertThat(found).hasSize(RedisFeatures.MOST_FEATURES);
            assertThat(found[249]).isEqualTo(249 / 4f);
            assertThat(features.get(MERCHANT, "G1").orElseThrow().values()).isEqualTo(values);
        }
        values.put("one more", 0f);
        assertThatThrownBy(() -> new Vector(MERCHANT, "G1", 5, values)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Vector(MERCHANT, "G1", 5, Map.of("a", Float.NaN)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
