package co.litper.cerebro.cluster.redis;

import io.lettuce.core.RedisURI;
import java.time.Duration;
import java.util.regex.Pattern;

/**
 * Which server, and what the names of our keys begin with.
 *
 * @param uri {@code redis://host:port/database}, or {@code rediss://} with TLS; a password may stand in it
 * @param prefix letters, digits, {@code -} and {@code _}, at most 72; one a shard or installation
 * @param patience how long a command may take before it counts as failed
 */
public record RedisServerAddress(String uri, String prefix, Duration patience) {
    /** Longer than a failover of a sentinel takes to be noticed; a page that waits for it still answers. */
    public static final Duration PATIENCE = Duration.ofSeconds(2);

    private static final Pattern PREFIX = Pattern.compile("[A-Za-z0-9_-]{1,72}");

    public RedisServerAddress {
        if (!uri.startsWith("redis://") && !uri.startsWith("rediss://")) {
            throw new IllegalArgumentException(
                    "uri must begin with redis:// or rediss://. Maybe the scheme is missing.");
        }
        if (!PREFIX.matcher(prefix).matches()) {
            throw new IllegalArgumentException("prefix must be 1 to 72 letters, digits, - and _, is '" + prefix + "'");
        }
    }

    /** With {@link #PATIENCE}. */
    public static RedisServerAddress of(String uri, String prefix) {
        return new RedisServerAddress(uri, prefix, PATIENCE);
    }

    RedisURI parsed() {
        RedisURI parsed = RedisURI.create(uri);
        parsed.setTimeout(patience);
        return parsed;
    }

    /** The name of a key: prefix and parts with colons between. */
    String key(String... parts) {
        return prefix + ":" + String.join(":", parts);
    }

    /** Where it is, without the password that may stand in the address. */
    @Override
    public String toString() {
        RedisURI parsed = RedisURI.create(uri);
        return parsed.getHost() + ":" + parsed.getPort() + "/" + prefix;
    }
}
