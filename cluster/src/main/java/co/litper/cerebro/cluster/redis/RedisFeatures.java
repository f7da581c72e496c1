package co.litper.cerebro.cluster.redis;

import co.litper.cerebro.feature.Feature;
import co.litper.cerebro.feature.FeatureRow;
import co.litper.cerebro.vocabulary.MerchantId;
import io.lettuce.core.KeyValue;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The features by which the brain decided last, for other services to read. Thread-safe.
 *
 * <p>The key {@code PREFIX:features:MERCHANT:NUMBER} is a hash: a field for each feature by its documented name, a decimal number as
 * text, {@code _at}, epoch milliseconds when they were known, and {@code _all}, all of that as one JSON object. A feature that is
 * missing has no field. A key expires {@link #KEPT} after it was written. Any client reads in one round trip: few features by {@code
 * HMGET KEY name name …}, many by {@code HGET KEY _all}, which is one value for the server and the wire instead of one for each.
 */
public final class RedisFeatures implements AutoCloseable {
    /** Features of one vector at the most. */
    public static final int MOST_FEATURES = 250;

    /** After which nobody decides about a parcel any more that was not decided about again. */
    public static final Duration KEPT = Duration.ofDays(30);

    static final String AT = "_at";
    private static final String ALL = "_all";
    private static final String POSITION = "position";

    private final RedisServerAddress address;
    private final String positionKey;
    private final Link link;

    private RedisFeatures(RedisServerAddress address, String positionKey, Link link) {
        this.address = address;
        this.positionKey = positionKey;
        this.link = link;
    }

    /**
     * What is known of one parcel.
     *
     * @param number of guide, or of the order where there is no guide yet
     * @param atMs epoch milliseconds when this was known
     * @param values by the feature's name, finite
     */
    public record Vector(MerchantId merchant, String number, long atMs, Map<String, Float> values) {
        public Vector {
            if (number.isEmpty() || values.size() > MOST_FEATURES) {
                throw new IllegalArgumentException("a vector has a number and at most " + MOST_FEATURES
                        + " features, not '" + number + "' and " + values.size());
            }
            values = new LinkedHashMap<>(values);
            values.values().forEach(value -> {
                if (!Float.isFinite(value)) {
                    throw new IllegalArgumentException("a feature that is missing is left out, not " + value);
                }
            });
        }

        /** A row as models read it, without what is missing. */
        public static Vector of(MerchantId merchant, String number, long atMs, FeatureRow row) {
            Map<String, Float> values = new LinkedHashMap<>();
            for (Feature feature : Feature.values()) {
                if (!Float.isNaN(row.get(feature))) {
                    values.put(feature.key(), row.get(feature));
                }
            }
            return new Vector(merchant, number, atMs, values);
        }
    }

    /** Connects; throws {@code StoreException} if the server cannot be reached. */
    public static RedisFeatures open(RedisServerAddress address) {
        return new RedisFeatures(address, address.key("features"), Link.open(address));
    }

    /** Connects for one of several logs whose features lie side by side; they have a position each. */
    public static RedisFeatures ofShard(RedisServerAddress address, int shard) {
        return new RedisFeatures(address, address.key("features-" + shard), Link.open(address));
    }

    /** The key under which a parcel's features lie. */
    public String key(MerchantId merchant, String number) {
        return address.key("features", merchant.value(), number);
    }

    /**
     * Puts vectors in place of what was there, together with how far the log was read: all of it or nothing. Nothing if the features
     * do not stand at {@code from}: somebody else publishes them.
     *
     * @param from up to which log position they were there before
     * @param through up to which they are then
     * @return false if they stand elsewhere
     */
    public boolean put(List<Vector> vectors, long from, long through) {
        return link.togetherIf("write to", positionKey, () -> position() == from, redis -> {
            for (Vector vector : vectors) {
                String key = key(vector.merchant(), vector.number());
                Map<String, byte[]> fields = new LinkedHashMap<>();
                vector.values().forEach((name, value) -> fields.put(name, bytes(Float.toString(value))));
                fields.put(AT, bytes(Long.toString(vector.atMs())));
                fields.put(ALL, VectorJson.write(vector));
                redis.del(key);
                redis.hset(key, fields);
                redis.pexpire(key, KEPT.toMillis());
            }
            redis.hset(positionKey, POSITION, bytes(Long.toString(through)));
        });
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Up to which log position the features are there; 0 if none are. */
    public long position() {
        return Optional.ofNullable(link.ask("read", redis -> redis.hget(positionKey, POSITION)))
                .map(bytes -> Long.parseLong(new String(bytes, StandardCharsets.UTF_8)))
                .orElse(0L);
    }

    /** All that is known of one parcel, of one moment, in one round trip; empty if there is nothing. */
    public Optional<Vector> get(MerchantId merchant, String number) {
        return Optional.ofNullable(link.ask("read", redis -> redis.hget(key(merchant, number), ALL)))
                .map(written -> VectorJson.read(merchant, number, written));
    }

    /**
     * Some features of one parcel, in one round trip: the fewer, the sooner than {@link #get(MerchantId, String)}.
     *
     * @param names 1 to {@link #MOST_FEATURES}
     * @return a number for each name, NaN where it is missing
     */
    public float[] get(MerchantId merchant, String number, List<String> names) {
        if (names.isEmpty() || names.size() > MOST_FEATURES) {
            throw new IllegalArgumentException("names must be 1 to " + MOST_FEATURES + ", are " + names.size());
        }
        String[] fields = names.toArray(String[]::new);
        List<KeyValue<String, byte[]>> found = link.ask("read", redis -> redis.hmget(key(merchant, number), fields));
        float[] values = new float[fields.length];
        Arrays.fill(values, Float.NaN);
        for (int i = 0; i < values.length; i++) {
            if (found.get(i).hasValue()) {
                values[i] = Float.parseFloat(new String(found.get(i).getValue(), StandardCharsets.US_ASCII));
            }
        }
        return values;
    }

    /** When the features of a parcel were known, epoch milliseconds; empty if there are none. */
    public OptionalLong knownAt(MerchantId merchant, String number) {
        byte[] at = link.ask("read", redis -> redis.hget(key(merchant, number), AT));
        return at == null
                ? OptionalLong.empty()
                : OptionalLong.of(Long.parseLong(new String(at, StandardCharsets.UTF_8)));
    }

    @Override
    public void close() {
        link.close();
    }
}
