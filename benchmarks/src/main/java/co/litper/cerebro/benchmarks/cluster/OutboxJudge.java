package co.litper.cerebro.benchmarks.cluster;

import co.litper.cerebro.cluster.kafka.Connection;
import co.litper.cerebro.cluster.kafka.OutboxRecord;
import co.litper.cerebro.cluster.kafka.Topics;
import co.litper.cerebro.simulator.record.RecordedWorld;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;

/**
 * Reads the outbox when all is over and holds it against the effects that left in the recording.
 *
 * @param lost effects that should have left and are not there
 * @param doubled effects that are there more than once
 * @param strange effects that should not have left
 */
record OutboxJudge(int lost, int doubled, int strange) {
    private static final Duration POLL = Duration.ofMillis(200);

    static OutboxJudge read(Connection connection, Topics topics, Recordings recordings) {
        Map<Long, Integer> times = times(connection, topics);
        int lost = 0;
        for (RecordedWorld world : recordings.worlds()) {
            for (long effect : world.effects()) {
                lost += times.containsKey(effect) ? 0 : 1;
            }
        }
        int expected =
                recordings.worlds().stream().mapToInt(w -> w.effects().size()).sum();
        int doubled = (int) times.values().stream().filter(n -> n > 1).count();
        return new OutboxJudge(lost, doubled, times.size() - (expected - lost));
    }

    private static Map<Long, Integer> times(Connection connection, Topics topics) {
        List<TopicPartition> partitions = IntStream.range(0, topics.shards())
                .mapToObj(shard -> new TopicPartition(topics.outbox(), shard))
                .toList();
        Map<Long, Integer> times = new HashMap<>();
        try (Consumer<byte[], byte[]> consumer = connection.reader()) {
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.getOrDefault(p, 0L))) {
                consumer.poll(POLL).forEach(found -> {
                    if (OutboxRecord.read(found.value()) instanceof OutboxRecord.Dispatched effect) {
                        times.merge(effect.effectId(), 1, Integer::sum);
                    }
                });
            }
        }
        return times;
    }
}
