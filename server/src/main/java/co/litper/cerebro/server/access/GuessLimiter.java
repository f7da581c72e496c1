package co.litper.cerebro.server.access;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Counts wrong keys by the address that they come from: {@link #BURST} at once, then one each {@link #REFILL}. Of at most
 * {@link #ADDRESSES} addresses, the one that has been quiet longest is forgotten first. Thread-safe; O(1).
 *
 * <p>It keeps guesses from filling the trail and tells an honest client with a wrong key to slow down. It does not keep
 * out a caller with a good key, whose neighbour behind the same proxy guesses: what makes guessing hopeless are the 256
 * bits of the secret.
 */
final class GuessLimiter {
    /** Wrong keys that an address may show at once. */
    static final int BURST = 10;
    /** After this long one more. */
    static final Duration REFILL = Duration.ofSeconds(6);
    /** Addresses remembered, about 150 bytes each. */
    static final int ADDRESSES = 10_000;

    /** Characters of an address that count; the longest IPv6 text has 45, a zone may follow. */
    private static final int LONGEST_ADDRESS = 64;

    private final Map<String, Bucket> buckets = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > ADDRESSES;
        }
    };

    private static final class Bucket {
        private double left = BURST;
        private Instant at;

        private Bucket(Instant at) {
            this.at = at;
        }

        /** A clock that was set back refills nothing, and goes on from there. */
        private void refill(Instant now) {
            long elapsedMs = Math.max(0, Duration.between(at, now).toMillis());
            left = Math.min(BURST, left + (double) elapsedMs / REFILL.toMillis());
            at = now;
        }
    }

    /** Counts a wrong key. Empty if there was room; else how long to wait. */
    synchronized Optional<Duration> wrongKey(String address, Instant now) {
        Bucket bucket = buckets.computeIfAbsent(shortened(address), _ -> new Bucket(now));
        bucket.refill(now);
        if (bucket.left >= 1) {
            bucket.left--;
            return Optional.empty();
        }
        return Optional.of(untilNext(bucket));
    }

    /** How long an address must wait before it may be wrong again; empty if it may now. Counts nothing. */
    synchronized Optional<Duration> wait(String address, Instant now) {
        Bucket bucket = buckets.get(shortened(address));
        if (bucket == null) {
            return Optional.empty();
        }
        bucket.refill(now);
        return bucket.left >= 1 ? Optional.empty() : Optional.of(untilNext(bucket));
    }

    private static String shortened(String address) {
        return address.length() > LONGEST_ADDRESS ? address.substring(0, LONGEST_ADDRESS) : address;
    }

    private static Duration untilNext(Bucket bucket) {
        return Duration.ofMillis((long) Math.ceil((1 - bucket.left) * REFILL.toMillis()));
    }

    synchronized int addresses() {
        return buckets.size();
    }
}
