package co.litper.cerebro.cluster.gateway;

import co.litper.cerebro.adapters.sqlite.Closing;
import co.litper.cerebro.cluster.kafka.ClusterIngress;
import co.litper.cerebro.cluster.redis.FeatureFollower;
import co.litper.cerebro.cluster.redis.RedisFeatures;
import co.litper.cerebro.cluster.redis.RedisServerAddress;
import co.litper.cerebro.cluster.redis.UrgentIngress;
import co.litper.cerebro.log.DeadLetters;
import co.litper.cerebro.log.EnvelopeCodec;
import co.litper.cerebro.log.MalformedEventException;
import co.litper.cerebro.log.StoreException;
import co.litper.cerebro.server.http.observe.ServiceLog;
import co.litper.cerebro.server.read.Archive;
import co.litper.cerebro.world.Clock;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;

/**
 * What a gateway does for those who use Redis: it takes urgent events out of the stream into the shards, and publishes the
 * features of each decision. Any number of gateways may, beside each other.
 */
final class RedisSide implements AutoCloseable {
    /** Between looks at a journal that has not grown: features are for others, who wait for no decision of ours. */
    private static final long IDLE_NS = Duration.ofMillis(100).toNanos();

    private static final long TRY_AGAIN_NS = Duration.ofSeconds(1).toNanos();
    private static final Duration LAST_BATCH = Duration.ofSeconds(20);

    private final Deque<AutoCloseable> open = new ArrayDeque<>();

    private RedisSide() {}

    /**
     * Begins.
     *
     * @param address whose prefix is the installation's
     * @param archives of the shards, in order; stay the caller's to close, after this
     * @param letters what is no event goes there
     * @throws StoreException if the server cannot be reached now; later it is waited for
     */
    static RedisSide open(
            RedisServerAddress address,
            List<Archive> archives,
            ClusterIngress ingress,
            DeadLetters letters,
            Clock clock) {
        RedisSide side = new RedisSide();
        boolean done = false;
        try {
            Urgent urgent = new Urgent(new EnvelopeCodec(), ingress, letters, clock);
            side.open.push(UrgentIngress.start(address, UUID.randomUUID().toString(), urgent::take, ServiceLog::told));
            for (int shard = 0; shard < archives.size(); shard++) {
                Features features = new Features(RedisFeatures.ofShard(address, shard), archives.get(shard));
                side.open.push(features);
                features.thread.start();
            }
            done = true;
        } finally {
            if (!done) {
                side.close();
            }
        }
        return side;
    }

    /** Brings an event that cannot wait to its shard. */
    private record Urgent(EnvelopeCodec codec, ClusterIngress ingress, DeadLetters letters, Clock clock) {
        CompletableFuture<?> take(byte[] event) {
            try {
                return ingress.offer(codec.decode(event));
            } catch (MalformedEventException e) {
                return refuse(event, String.valueOf(e.getMessage()));
            }
        }

        private CompletableFuture<?> refuse(byte[] event, String reason) {
            try {
                letters.add(clock.now(), "urgent", 0, reason, new String(event, StandardCharsets.UTF_8));
                return CompletableFuture.completedFuture(null);
            } catch (StoreException e) {
                return CompletableFuture.failedFuture(e);
            }
        }
    }

    /** The features of one shard, and the thread that publishes them. */
    private static final class Features implements AutoCloseable {
        private final RedisFeatures features;
        private final Archive archive;
        private final Thread thread =
                Thread.ofPlatform().name("cerebro-features").daemon(true).unstarted(this::follow);
        private volatile boolean closed;
        private boolean failed;

        Features(RedisFeatures features, Archive archive) {
            this.features = features;
            this.archive = archive;
        }

        private void follow() {
            try {
                while (!closed) {
                    try {
                        publish(new FeatureFollower(archive.log(), features));
                    } catch (StoreException e) {
                        if (!failed) {
                            ServiceLog.told("features are not published, and are tried again: " + e.getMessage());
                        }
                        failed = true;
                        LockSupport.parkNanos(TRY_AGAIN_NS);
                    }
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        private void publish(FeatureFollower follower) throws InterruptedException {
            while (!closed) {
                Optional<FeatureFollower.Batch> next = archive.state().ask(follower::read);
                next.ifPresent(follower::publish);
                failed = false;
                if (next.isEmpty()) {
                    LockSupport.parkNanos(IDLE_NS);
                }
            }
        }

        @Override
        public void close() {
            closed = true;
            LockSupport.unpark(thread);
            try {
                if (thread.isAlive() && !thread.join(LAST_BATCH)) {
                    thread.interrupt();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            features.close();
        }
    }

    @Override
    public void close() {
        Closing.all(open);
    }
}
