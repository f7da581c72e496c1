package co.litper.cerebro.cluster.redis;

import co.litper.cerebro.log.StoreException;
import io.lettuce.core.ClientOptions;
import io.lettuce.core.ClientOptions.DisconnectedBehavior;
import io.lettuce.core.LettuceFutures;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisException;
import io.lettuce.core.RedisFuture;
import io.lettuce.core.TimeoutOptions;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.async.RedisAsyncCommands;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.codec.RedisCodec;
import io.lettuce.core.codec.StringCodec;
import io.lettuce.core.resource.ClientResources;
import io.lettuce.core.resource.Delay;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * One connection to Redis: keys are text, values bytes. It comes back by itself; while it is gone commands fail at once, so that
 * nobody waits for what may never come. Thread-safe but for transactions, which are one caller's at a time.
 */
final class Link implements AutoCloseable {
    /** Commands on their way; of more, the next fail. */
    private static final int MOST_WAITING = 20_000;

    /** Between calls to a server that is gone, at the most: Lettuce's own half minute would be half of a minute's outage more. */
    private static final Duration CALL_AGAIN = Duration.ofSeconds(1);

    private static final int PAUSE_GROWS_BY = 2;

    private final RedisServerAddress address;
    private final ClientResources resources;
    private final RedisClient client;
    private final StatefulRedisConnection<String, byte[]> connection;

    private Link(
            RedisServerAddress address,
            ClientResources resources,
            RedisClient client,
            StatefulRedisConnection<String, byte[]> connection) {
        this.address = address;
        this.resources = resources;
        this.client = client;
        this.connection = connection;
    }

    static Link open(RedisServerAddress address) {
        ClientResources resources = ClientResources.builder()
                .reconnectDelay(Delay.exponential(Duration.ZERO, CALL_AGAIN, PAUSE_GROWS_BY, TimeUnit.MILLISECONDS))
                .build();
        RedisClient client = RedisClient.create(resources, address.parsed());
        client.setOptions(ClientOptions.builder()
                .disconnectedBehavior(DisconnectedBehavior.REJECT_COMMANDS)
                .requestQueueSize(MOST_WAITING)
                .timeoutOptions(TimeoutOptions.enabled(address.patience()))
                .build());
        try {
            return new Link(
                    address,
                    resources,
                    client,
                    client.connect(RedisCodec.of(StringCodec.UTF8, ByteArrayCodec.INSTANCE)));
        } catch (RedisException e) {
            client.shutdown();
            resources.shutdown();
            throw failure(address, "reach", e);
        }
    }

    static StoreException failure(RedisServerAddress address, String doing, RedisException e) {
        return new StoreException(
                StoreException.Kind.IO,
                "cannot " + doing + " Redis at " + address + ": " + e.getMessage()
                        + ". Maybe the server is down or restarts: it is tried again.",
                e);
    }

    /** Sends one command and waits for its answer. */
    <T> T ask(String doing, Function<RedisAsyncCommands<String, byte[]>, RedisFuture<T>> command) {
        try {
            return await(command.apply(connection.async()));
        } catch (RedisException e) {
            throw failure(address, doing, e);
        }
    }

    private <T> T await(RedisFuture<T> future) {
        return LettuceFutures.awaitOrCancel(future, address.patience().toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Sends commands that take effect together or not at all; the server serves nobody else between them. */
    void together(String doing, Consumer<RedisAsyncCommands<String, byte[]>> commands) {
        try {
            if (!transact(commands)) {
                throw new RedisException("the transaction was discarded");
            }
        } catch (RedisException e) {
            throw failure(address, doing, e);
        }
    }

    /**
     * As {@link #together}, if {@code holds} and nobody writes to {@code key} from before it was asked to the end.
     *
     * @return false if nothing was written
     */
    boolean togetherIf(
            String doing, String key, BooleanSupplier holds, Consumer<RedisAsyncCommands<String, byte[]>> commands) {
        try {
            await(connection.async().watch(key));
            if (!holds.getAsBoolean()) {
                await(connection.async().unwatch());
                return false;
            }
            return transact(commands);
        } catch (RedisException e) {
            throw failure(address, doing, e);
        }
    }

    private boolean transact(Consumer<RedisAsyncCommands<String, byte[]>> commands) {
        RedisAsyncCommands<String, byte[]> async = connection.async();
        async.multi();
        commands.accept(async);
        return !await(async.exec()).wasDiscarded();
    }

    /** Sends commands without waiting between them, then waits for all. */
    <T> List<T> pipelined(String doing, Function<RedisAsyncCommands<String, byte[]>, List<RedisFuture<T>>> commands) {
        try {
            return commands.apply(connection.async()).stream().map(this::await).toList();
        } catch (RedisException e) {
            throw failure(address, doing, e);
        }
    }

    @Override
    public void close() {
        connection.close();
        client.shutdown();
        resources.shutdown();
    }
}
