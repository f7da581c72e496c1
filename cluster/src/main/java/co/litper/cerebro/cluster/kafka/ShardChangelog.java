package co.litper.cerebro.cluster.kafka;

import co.litper.cerebro.log.StoreException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.utils.Bytes;

/**
 * The changelog of the first shard's stores, written from outside: what a node then restores is what was written here. Only
 * while no node runs. The place in the log is written last. One thread.
 */
final class ShardChangelog {
    /** Records under way before their fate is asked for: some megabytes. */
    private static final int UNDER_WAY = 5_000;

    private final Connection connection;
    private final Topics topics;

    ShardChangelog(Connection connection, Topics topics) {
        this.connection = connection;
        this.topics = topics;
    }

    /** Makes its topics where they are missing. */
    void ensure() {
        try (Admin admin = connection.admin()) {
            Topics.make(admin, topics.changelogOf(ShardProcessor.ROWS));
            Topics.make(admin, topics.changelogOf(ShardProcessor.MEMORY));
        } catch (ExecutionException e) {
            throw failed(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failed(e);
        }
    }

    /** Makes {@code rows}, and no others, the state of which the entry before {@code next} was the last. Durable on return. */
    void write(Map<Long, byte[]> rows, long next) {
        Map<Long, byte[]> old = rows();
        try (Producer<byte[], byte[]> producer = connection.producer("")) {
            String topic = topics.changelog(ShardProcessor.ROWS);
            List<Future<RecordMetadata>> sent = new ArrayList<>();
            for (long key : old.keySet()) {
                if (!rows.containsKey(key)) {
                    sent.add(producer.send(
                            new ProducerRecord<>(topic, 0, RowStore.key(key).get(), null)));
                }
            }
            for (Map.Entry<Long, byte[]> row : rows.entrySet()) {
                sent.add(producer.send(new ProducerRecord<>(
                        topic, 0, RowStore.key(row.getKey()).get(), row.getValue())));
                if (sent.size() >= UNDER_WAY) {
                    await(sent);
                }
            }
            await(sent);
            sent.add(producer.send(new ProducerRecord<>(
                    topics.changelog(ShardProcessor.MEMORY), 0, ShardMemory.NEXT.get(), JournalRecord.bytes(next))));
            await(sent);
        } catch (KafkaException | ExecutionException e) {
            throw failed(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failed(e);
        }
    }

    private static void await(List<Future<RecordMetadata>> sent) throws ExecutionException, InterruptedException {
        for (Future<RecordMetadata> one : sent) {
            one.get();
        }
        sent.clear();
    }

    /** The rows that a node would restore, in order of their keys as unsigned numbers. */
    Map<Long, byte[]> rows() {
        return ShardRows.read(connection, topics, 0);
    }

    /** The position at which a node would go on, or 0 if none is written. */
    long next() {
        long[] next = new long[1];
        ShardRows.each(connection, new TopicPartition(topics.changelog(ShardProcessor.MEMORY), 0), change -> {
            if (ShardMemory.NEXT.equals(Bytes.wrap(change.key())) && change.value() != null) {
                next[0] = JournalRecord.number(change.value());
            }
        });
        return next[0];
    }

    private StoreException failed(Exception e) {
        return new StoreException(
                StoreException.Kind.IO,
                "state could not be written to " + topics.changelog(ShardProcessor.ROWS) + " at " + connection.brokers()
                        + ": " + e + ". Maybe a broker is down; run it again.",
                e);
    }
}
