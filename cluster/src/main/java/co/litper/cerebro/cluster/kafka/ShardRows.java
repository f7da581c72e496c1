package co.litper.cerebro.cluster.kafka;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** The state of a shard as a node would restore it: for those who look from outside. */
public final class ShardRows {
    private static final Duration POLL = Duration.ofMillis(200);

    private ShardRows() {}

    /**
     * The rows of {@code shard} that are committed, as they stand, in order of their keys as unsigned numbers. Reads the whole
     * changelog.
     *
     * @throws co.litper.cerebro.log.StoreException if brokers do not answer
     */
    public static Map<Long, byte[]> read(Connection connection, Topics topics, int shard) {
        Map<Long, byte[]> rows = new TreeMap<>(Long::compareUnsigned);
        TopicPartition partition = new TopicPartition(topics.changelog(ShardProcessor.ROWS), shard);
        each(connection, partition, change -> {
            long key = JournalRecord.number(change.key());
            if (change.value() == null) {
                rows.remove(key);
            } else {
                rows.put(key, change.value());
            }
        });
        return rows;
    }

    static void each(
            Connection connection, TopicPartition partition, Consumer<ConsumerRecord<byte[], byte[]>> visitor) {
        try (Readers readers = new Readers(connection)) {
            readers.with(partition, consumer -> {
                long end = Readers.end(consumer, partition);
                consumer.seek(partition, Readers.beginning(consumer, partition));
                while (consumer.position(partition) < end) {
                    consumer.poll(POLL).forEach(visitor);
                }
                return end;
            });
        }
    }
}
