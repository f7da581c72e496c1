package co.litper.cerebro.cluster.kafka;

import co.litper.cerebro.log.Envelope;
import co.litper.cerebro.simulator.record.RecordedWorld;
import co.litper.cerebro.vocabulary.MerchantId;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** One simulated world a shard, as one process lived through it, and nodes that live through it again. */
record SimulatedShards(long seed, List<RecordedWorld> worlds) {
    /** Snapshots of each world have numbers of their own. */
    private static final long VERSIONS_APART = 1_000;

    private static final int ORDERS_PER_DAY = 60;

    static SimulatedShards of(long seed, int shards, int eventsPerShard) {
        return new SimulatedShards(
                seed,
                IntStream.range(0, shards)
                        .mapToObj(shard -> RecordedWorld.of(new RecordedWorld.Plan(
                                merchantOf(shard, shards),
                                seed,
                                ORDERS_PER_DAY,
                                eventsPerShard,
                                Shards.firstPosition(shard),
                                VERSIONS_APART * (shard + 1))))
                        .toList());
    }

    private static MerchantId merchantOf(int shard, int shards) {
        int number = 0;
        while (Shards.of(new MerchantId("m" + number), shards) != shard) {
            number++;
        }
        return new MerchantId("m" + number);
    }

    int count() {
        return worlds.size();
    }

    long entries() {
        return worlds.stream().mapToLong(w -> w.entries().size()).sum();
    }

    /** The position that ends a shard's journal when all is met. */
    long end(int shard) {
        return Shards.firstPosition(shard) + worlds.get(shard).entries().size();
    }

    /** Puts everything where nodes find it, in turns among the shards. */
    void send(Topics topics) {
        try (ClusterIngress ingress = new ClusterIngress(SharedBroker.connection(), topics)) {
            worlds.forEach(world -> ingress.keep(world.snapshots()));
            List<java.util.concurrent.CompletableFuture<Void>> sent = new ArrayList<>();
            int most = worlds.stream().mapToInt(w -> w.inputs().size()).max().orElse(0);
            for (int i = 0; i < most; i++) {
                for (int shard = 0; shard < worlds.size(); shard++) {
                    List<Envelope> inputs = worlds.get(shard).inputs();
                    if (i < inputs.size()) {
                        sent.add(ingress.offer(inputs.get(i), shard));
                    }
                }
            }
            sent.forEach(java.util.concurrent.CompletableFuture::join);
        }
    }

    ClusterNode node(Topics topics, Path folder) {
        return ClusterNode.start(ClusterNode.Setup.usual(
                        SharedBroker.connection(),
                        topics,
                        folder,
                        (state, snapshots) -> RecordedWorld.brain(state, snapshots, seed),
                        Instant::now)
                .withTicks(Duration.ZERO));
    }
}
