package co.litper.cerebro.benchmarks.cluster;

import co.litper.cerebro.cluster.kafka.ClusterIngress;
import co.litper.cerebro.cluster.kafka.Shards;
import co.litper.cerebro.cluster.redis.RedisServerAddress;
import co.litper.cerebro.cluster.redis.UrgentIngress;
import co.litper.cerebro.cluster.redis.UrgentQueue;
import co.litper.cerebro.log.Envelope;
import co.litper.cerebro.log.EnvelopeCodec;
import co.litper.cerebro.log.StoreException;
import co.litper.cerebro.testkit.RedisServer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Redis dies. Half of the shards get their events through its streams, a stream each so that a shard's order is one; their
 * senders must wait. The others go past it and must not notice. Online features of all shards are kept up all the while.
 */
final class RedisGone implements Struck {
    private static final long OFFER_AGAIN_NS = Duration.ofMillis(100).toNanos();
    private static final Duration OFFER_WITHIN = Duration.ofMinutes(5);
    private static final double NS_PER_S = 1e9;

    private final RedisServer server = RedisServer.start();
    private final EnvelopeCodec codec = new EnvelopeCodec();
    private final ClusterIngress ingress;
    private final List<UrgentQueue> queues = new ArrayList<>();
    private final List<UrgentIngress> takers = new ArrayList<>();
    private final AtomicInteger troubles = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();
    private final Set<String> concernedAll = ConcurrentHashMap.newKeySet();
    private final FeaturesBeside features;

    RedisGone(NodeProcess.Told told, Recordings recordings) {
        ingress = new ClusterIngress(told.connection(), told.topics());
        for (int shard = 0; shard < recordings.shards() / 2; shard++) {
            int own = shard;
            RedisServerAddress address = RedisServerAddress.of(server.uri(), "s" + shard);
            queues.add(UrgentQueue.open(address, UrgentQueue.STANDARD_ROOM));
            takers.add(UrgentIngress.start(
                    address,
                    "bench",
                    event -> takeIn(codec.decode(event), own),
                    trouble -> troubles.incrementAndGet()));
        }
        features = new FeaturesBeside(told, recordings, server.uri());
    }

    /**
     * Shards know repeats of what is about a parcel. What concerns all shards is an installation's own and never goes through
     * Redis but here, where it must to stay in order: so repeats of it are known here.
     */
    private CompletableFuture<?> takeIn(Envelope event, int shard) {
        return Shards.concernsAll(event) && !concernedAll.add(shard + event.id())
                ? CompletableFuture.completedFuture(event)
                : ingress.offer(event, shard);
    }

    @Override
    public void begin() {
        server.kill();
    }

    @Override
    public void end() {
        server.restart();
    }

    @Override
    public void feed(Feeder feeder, List<Recordings.Step> steps, double perSecond) throws InterruptedException {
        List<Recordings.Step> urgent =
                steps.stream().filter(s -> s.shard() < queues.size()).toList();
        List<Recordings.Step> rest =
                steps.stream().filter(s -> s.shard() >= queues.size()).toList();
        double share = perSecond * urgent.size() / steps.size();
        CompletableFuture<Void> poured = CompletableFuture.runAsync(() -> pour(urgent, share), OwnThread.EACH);
        feeder.send(rest, perSecond - share);
        try {
            poured.join();
        } catch (CompletionException e) {
            throw new IllegalStateException("urgent events could not be handed over", e);
        }
    }

    private void pour(List<Recordings.Step> steps, double perSecond) {
        long start = System.nanoTime();
        for (int i = 0; i < steps.size(); i++) {
            long wait = start + (long) (i / perSecond * NS_PER_S) - System.nanoTime();
            if (wait > 0) {
                LockSupport.parkNanos(wait);
            }
            offer(steps.get(i));
        }
    }

    /** As a sender must: until it is taken. One that was taken without an answer is in twice, which the shard knows. */
    private void offer(Recordings.Step step) {
        byte[] event = codec.encode(step.input().envelope());
        long deadline = System.nanoTime() + OFFER_WITHIN.toNanos();
        while (true) {
            try {
                queues.get(step.shard()).offer(event);
                return;
            } catch (StoreException e) {
                refused.incrementAndGet();
                if (System.nanoTime() > deadline) {
                    throw e;
                }
                LockSupport.parkNanos(OFFER_AGAIN_NS);
            }
        }
    }

    @Override
    public Beside compare() throws InterruptedException {
        Beside beside = features.compare();
        beside.figures().put("urgentOffersRefused", refused.get());
        beside.figures().put("urgentTroublesTold", troubles.get());
        return beside;
    }

    @Override
    public void close() {
        features.close();
        takers.forEach(UrgentIngress::close);
        queues.forEach(UrgentQueue::close);
        ingress.close();
        server.close();
    }
}
