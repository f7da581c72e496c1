package co.litper.cerebro.benchmarks.cluster;

import co.litper.cerebro.cluster.kafka.Shards;
import co.litper.cerebro.log.Entry;
import co.litper.cerebro.simulator.record.RecordedWorld;
import co.litper.cerebro.vocabulary.MerchantId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** One simulated world a shard, as one process lived through it. */
record Recordings(long seed, List<RecordedWorld> worlds) {
    /** Snapshots of each world have numbers of their own. */
    private static final long VERSIONS_APART = 1_000;

    private static final int ORDERS_PER_DAY = 60;

    Recordings {
        worlds = List.copyOf(worlds);
    }

    /**
     * An input with the place that it has in its shard's journal.
     *
     * @param index its entry's place in the recording, from 0
     */
    record Step(int shard, int index, RecordedWorld.Input input) {}

    static Recordings of(long seed, int shards, int eventsPerShard) {
        return new Recordings(
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

    int shards() {
        return worlds.size();
    }

    int entries() {
        return worlds.stream().mapToInt(w -> w.entries().size()).sum();
    }

    List<Entry> entries(int shard) {
        return worlds.get(shard).entries();
    }

    /** All inputs, the shards by turns. */
    List<Step> steps() {
        List<Step> steps = new ArrayList<>();
        int most = worlds.stream().mapToInt(w -> w.inputs().size()).max().orElse(0);
        for (int i = 0; i < most; i++) {
            for (int shard = 0; shard < worlds.size(); shard++) {
                List<RecordedWorld.Input> inputs = worlds.get(shard).inputs();
                if (i < inputs.size()) {
                    int index = (int) (inputs.get(i).position() - Shards.firstPosition(shard));
                    steps.add(new Step(shard, index, inputs.get(i)));
                }
            }
        }
        return steps;
    }
}
