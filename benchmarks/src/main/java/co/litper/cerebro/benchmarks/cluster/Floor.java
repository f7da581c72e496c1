package co.litper.cerebro.benchmarks.cluster;

import co.litper.cerebro.cluster.kafka.Connection;
import co.litper.cerebro.cluster.kafka.Topics;
import co.litper.cerebro.log.EnvelopeCodec;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;

/** Events through the broker and back, undecided: what any work on them comes on top of. */
final class Floor {
    private static final Duration POLL = Duration.ofMillis(100);
    private static final double NS_PER_S = 1e9;

    private Floor() {}

    /** Events a second from the first sent to the last read. */
    static double eventsPerSecond(Connection connection, Topics topics, Recordings recordings)
            throws InterruptedException {
        topics.ensure(connection);
        List<Recordings.Step> steps = recordings.steps();
        List<TopicPartition> partitions = IntStream.range(0, topics.shards())
                .mapToObj(shard -> new TopicPartition(topics.events(), shard))
                .toList();
        EnvelopeCodec codec = new EnvelopeCodec();
        try (Consumer<byte[], byte[]> consumer = connection.reader();
                Feeder feeder = new Feeder(connection, topics, recordings)) {
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            long start = System.nanoTime();
            Thread sender = Thread.ofPlatform().start(() -> {
                try {
                    feeder.send(steps);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
            int seen = 0;
            while (seen < steps.size()) {
                for (var found : consumer.poll(POLL)) {
                    codec.decode(found.value());
                    seen++;
                }
            }
            double seconds = (System.nanoTime() - start) / NS_PER_S;
            sender.join();
            return steps.size() / seconds;
        }
    }
}
