/**
 * Redis as what many machines share for a short while: recent memory that expires by itself, the features that other services
 * read, and the way in for events that cannot wait.
 *
 * <p>In: memories, the log, urgent events. Out: the port {@code search.SearchIndex}, keys that are documented for others, events in
 * the log. Nothing here is the only copy of anything but an urgent event before it is acknowledged. Start with {@link
 * co.litper.cerebro.cluster.redis.RedisServerAddress}.
 */
@NullMarked
package co.litper.cerebro.cluster.redis;

import org.jspecify.annotations.NullMarked;
