package co.litper.cerebro.cluster.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import co.litper.cerebro.log.Entry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SameReceiptsTest {
    private static final long SEED = 20260714;
    private static final int SHARDS = 3;
    private static final int EVENTS_PER_SHARD = 1_700;
    private static final Duration WITHIN = Duration.ofSeconds(90);

    @TempDir
    Path folder;

    @Test
    void aClusterOfOneAndOfThreeMakesTheReceiptsThatOneProcessMakes() {
        SimulatedShards shards = SimulatedShards.of(SEED, SHARDS, EVENTS_PER_SHARD);
        assertThat(shards.entries()).isGreaterThanOrEqualTo(SHARDS * EVENTS_PER_SHARD);

        assertThat(journalsOf(shards, 1)).isEqualTo(shards.entries());
        assertThat(journalsOf(shards, 3)).isEqualTo(shards.entries());
    }

    /** How many entries the nodes' journals have in common with the recording, from the first on. */
    private long journalsOf(SimulatedShards shards, int nodes) {
        Topics topics = SharedBroker.installation(shards.count());
        List<ClusterNode> running = new ArrayList<>();
        try {
            for (int i = 0; i < nodes; i++) {
                running.add(shards.node(topics, folder.resolve(nodes + "-" + i)));
            }
            shards.send(topics);
            long same = 0;
            for (int shard = 0; shard < shards.count(); shard++) {
                try (KafkaEventLog log = new KafkaEventLog(SharedBroker.connection(), topics, shard)) {
                    awaitEnd(log, shards.end(shard));
                    same += compare(log, shards.worlds().get(shard).entries(), shard);
                }
            }
            return same;
        } finally {
            running.forEach(ClusterNode::close);
        }
    }

    private static void awaitEnd(KafkaEventLog log, long end) {
        long deadline = System.nanoTime() + WITHIN.toNanos();
        while (log.end() < end && System.nanoTime() < deadline) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
    }

    private static long compare(KafkaEventLog log, List<Entry> expected, int shard) {
        List<Entry> actual = new ArrayList<>();
        log.read(Shards.firstPosition(shard), actual::add);
        assertThat(actual).as("seed %d, shard %d", SEED, shard).hasSize(expected.size());
        for (int i = 0; i < expected.size(); i++) {
            assertThat(actual.get(i).position()).isEqualTo(expected.get(i).position());
            assertThat(actual.get(i).event())
                    .as("event at %d", expected.get(i).position())
                    .isEqualTo(expected.get(i).event());
            assertThat(actual.get(i).facts())
                    .as("facts at %d", expected.get(i).position())
                    .isEqualTo(expected.get(i).facts());
        }
        return actual.size();
    }
}
