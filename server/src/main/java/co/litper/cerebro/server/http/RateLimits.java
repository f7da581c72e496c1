package co.litper.cerebro.server.http;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * How many calls a key may make: a bucket of one second's calls that fills steadily. Thread-safe; O(1).
 *
 * <p>Holds {@link #MOST_KEYS} buckets; the one longest unused goes first, and begins full again.
 */
final class RateLimits {
    static final int MOST_KEYS = 10_000;

    private static final double NANOS = 1e9;

    private final int perSecond;
    private final LongSupplier nanos;
    private final Map<String, Bucket> buckets = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > MOST_KEYS;
        }
    };

    private static final class Bucket {
        private double left;
        private long at;
    }

    /**
     * @param perSecond calls; 0 for no limit
     * @param nanos a clock that never goes back
     */
    RateLimits(int perSecond, LongSupplier nanos) {
        this.perSecond = perSecond;
        this.nanos = nanos;
    }

    /** Zero if the key may call now, else how long to wait. */
    Duration take(String key) {
        if (perSecond == 0) {
            return Duration.ZERO;
        }
        long now = nanos.getAsLong();
        synchronized (buckets) {
            Bucket bucket = buckets.computeIfAbsent(key, k -> full(now));
            bucket.left = Math.min(perSecond, bucket.left + (now - bucket.at) / NANOS * perSecond);
            bucket.at = now;
            if (bucket.left >= 1) {
                bucket.left--;
                return Duration.ZERO;
            }
            return Duration.ofNanos((long) ((1 - bucket.left) / perSecond * NANOS));
        }
    }

    private Bucket full(long now) {
        Bucket bucket = new Bucket();
        bucket.left = perSecond;
        bucket.at = now;
        return bucket;
    }
}
