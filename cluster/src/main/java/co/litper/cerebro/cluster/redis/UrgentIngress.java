package co.litper.cerebro.cluster.redis;

import co.litper.cerebro.log.StoreException;
import io.lettuce.core.Consumer;
import io.lettuce.core.RedisBusyException;
import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.StreamMessage;
import io.lettuce.core.XAutoClaimArgs;
import io.lettuce.core.XGroupCreateArgs;
import io.lettuce.core.XReadArgs;
import io.lettuce.core.XReadArgs.StreamOffset;
import io.lettuce.core.models.stream.ClaimedMessages;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Takes urgent events out of the Redis stream into the log, on a thread of its own, and acknowledges each only when the log has
 * it: at least once, and the log knows repeats by their ids. What a node that died had begun, another takes over after {@link
 * #TAKE_OVER}.
 */
public final class UrgentIngress implements AutoCloseable {
    /** A node that was not heard of its events for so long is taken for dead. */
    public static final Duration TAKE_OVER = Duration.ofSeconds(10);

    /** Events on their way into the log at once. */
    static final int BATCH = 200;

    private static final String GROUP = "cerebro";
    /** Waiting for new ones: how late those of a dead node are looked for. Below what a command may take. */
    private static final Duration BLOCK = Duration.ofMillis(500);

    private static final Duration RETRY = Duration.ofSeconds(1);
    private static final long STOP_MS = 10_000;

    private final RedisServerAddress address;
    private final Link link;
    private final Sink sink;
    private final java.util.function.Consumer<String> trouble;
    private final Consumer<String> self;
    private final Duration takeOver;
    private final Thread thread =
            Thread.ofPlatform().name("cerebro-urgent").daemon(true).unstarted(this::follow);
    private final AtomicLong taken = new AtomicLong();
    private final AtomicLong lost = new AtomicLong();
    private volatile boolean closed;

    /** Where events go. */
    @FunctionalInterface
    public interface Sink {
        /**
         * Takes an event in.
         *
         * @param event a CloudEvent as JSON, as it came; one that is wrong goes to the dead letters, which counts as taken in
         * @return done when it is durable; failed if it must be offered again
         */
        CompletableFuture<?> offer(byte[] event);
    }

    private UrgentIngress(
            RedisServerAddress address,
            String node,
            Link link,
            Sink sink,
            Duration takeOver,
            java.util.function.Consumer<String> trouble) {
        this.address = address;
        this.link = link;
        this.sink = sink;
        this.trouble = trouble;
        this.self = Consumer.from(GROUP, node);
        this.takeOver = takeOver;
    }

    /**
     * Starts to take events in.
     *
     * @param node a name that no other node has at the same time
     * @param trouble is told what a person should know, once when it begins
     * @throws StoreException if the server cannot be reached now; later it is waited for
     */
    public static UrgentIngress start(
            RedisServerAddress address, String node, Sink sink, java.util.function.Consumer<String> trouble) {
        return start(address, node, sink, TAKE_OVER, trouble);
    }

    static UrgentIngress start(
            RedisServerAddress address,
            String node,
            Sink sink,
            Duration takeOver,
            java.util.function.Consumer<String> trouble) {
        Link link = Link.open(address);
        UrgentIngress ingress = new UrgentIngress(address, node, link, sink, takeOver, trouble);
        boolean ready = false;
        try {
            ingress.joinGroup();
            ready = true;
        } finally {
            if (!ready) {
                link.close();
            }
        }
        ingress.thread.start();
        return ingress;
    }

    private String key() {
        return UrgentQueue.key(address);
    }

    private void joinGroup() {
        try {
            link.ask(
                    "join the urgent stream of",
                    redis -> redis.xgroupCreate(
                            StreamOffset.from(key(), "0"), GROUP, XGroupCreateArgs.Builder.mkstream()));
        } catch (StoreException e) {
            if (!(e.getCause() instanceof RedisBusyException)) {
                throw e;
            }
        }
    }

    private void follow() {
        boolean failed = false;
        boolean unfinished = true; // what this node had begun before it was started again comes first
        while (!closed) {
            try {
                List<StreamMessage<String, byte[]>> found = unfinished ? read("0") : claimed();
                if (found.isEmpty()) {
                    unfinished = false;
                    found = read(">");
                }
                unfinished |= !takeIn(found);
                failed = false;
            } catch (StoreException e) {
                if (!failed && !closed) {
                    trouble.accept("urgent events are not taken in, and are tried again: " + e.getMessage());
                }
                failed = true;
                unfinished = true;
                rejoinIfGone(e);
                LockSupport.parkNanos(RETRY.toNanos());
            }
        }
    }

    /** A server that came back without its data has no group. */
    private void rejoinIfGone(StoreException e) {
        if (e.getCause() instanceof RedisCommandExecutionException told
                && String.valueOf(told.getMessage()).startsWith("NOGROUP")) {
            trouble.accept("the urgent stream at " + address
                    + " is gone: Redis lost its data, and with it what was not acknowledged. Senders must send again.");
            joinGroup();
        }
    }

    private List<StreamMessage<String, byte[]>> read(String from) {
        XReadArgs args = XReadArgs.Builder.count(BATCH);
        XReadArgs wanted = ">".equals(from) ? args.block(BLOCK) : args;
        return link.ask(
                "read urgent events of", redis -> redis.xreadgroup(self, wanted, StreamOffset.from(key(), from)));
    }

    /** What another node began and has not finished for long. */
    private List<StreamMessage<String, byte[]>> claimed() {
        ClaimedMessages<String, byte[]> claimed = link.ask(
                "take over urgent events of",
                redis -> redis.xautoclaim(
                        key(),
                        XAutoClaimArgs.Builder.xautoclaim(self, takeOver, "0-0").count(BATCH)));
        return claimed.getMessages();
    }

    /** True if all of them are in the log now. */
    private boolean takeIn(List<StreamMessage<String, byte[]>> messages) {
        List<CompletableFuture<?>> offered = new ArrayList<>(messages.size());
        for (StreamMessage<String, byte[]> message : messages) {
            byte[] event = event(message);
            offered.add(event == null ? tellLost(message.getId()) : sink.offer(event));
        }
        List<String> done = new ArrayList<>();
        for (int i = 0; i < offered.size(); i++) {
            try {
                offered.get(i).join();
                done.add(messages.get(i).getId());
            } catch (CompletionException | CancellationException e) {
                Throwable cause = e.getCause() == null ? e : e.getCause();
                trouble.accept("urgent event " + messages.get(i).getId() + " is offered again: " + cause);
            }
        }
        if (!done.isEmpty()) {
            String[] ids = done.toArray(String[]::new);
            link.together("acknowledge urgent events of", redis -> {
                redis.xack(key(), GROUP, ids);
                redis.xdel(key(), ids);
            });
            taken.addAndGet(ids.length);
        }
        return done.size() == messages.size();
    }

    private static byte @Nullable [] event(StreamMessage<String, byte[]> message) {
        Map<String, byte[]> body = message.getBody();
        return body == null ? null : body.get(UrgentQueue.FIELD);
    }

    /** Somebody trimmed or deleted what was being worked on. */
    private CompletableFuture<?> tellLost(String id) {
        lost.incrementAndGet();
        trouble.accept("urgent event " + id + " at " + address
                + " was removed before it was in the log. Maybe a sender uses MAXLEN: it must not.");
        return CompletableFuture.completedFuture(id);
    }

    /** Events that are in the log by this node. */
    public long taken() {
        return taken.get();
    }

    /** Events that were removed from the stream by others before they were in the log. */
    public long lost() {
        return lost.get();
    }

    /** Stops after the batch that is on its way; the rest waits for another node. */
    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(thread);
        try {
            thread.join(STOP_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        link.close();
    }
}
