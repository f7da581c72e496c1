package co.litper.cerebro.cluster.kafka;

import co.litper.cerebro.log.StoreException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;

/**
 * Consumers without a group, lent one at a time to whoever reads: a consumer belongs to one thread at a time, and making one
 * costs some ten milliseconds. Thread-safe.
 */
final class Readers implements AutoCloseable {
    /** Consumers kept for the next reader; more at a time are made and closed again. */
    private static final int KEPT = 4;

    private final Connection connection;
    private final ConcurrentLinkedDeque<Consumer<byte[], byte[]>> idle = new ConcurrentLinkedDeque<>();
    private final AtomicInteger kept = new AtomicInteger();
    private volatile boolean closed;

    Readers(Connection connection) {
        this.connection = connection;
    }

    /**
     * Lets {@code work} have a consumer that is assigned to {@code partition}.
     *
     * @throws StoreException if brokers do not answer
     */
    <T> T with(TopicPartition partition, Function<Consumer<byte[], byte[]>, T> work) {
        Consumer<byte[], byte[]> consumer = take();
        boolean sound = false;
        try {
            consumer.assign(List.of(partition));
            T result = work.apply(consumer);
            sound = true;
            return result;
        } catch (KafkaException e) {
            throw new StoreException(
                    StoreException.Kind.IO, "could not read " + partition + " of " + connection.brokers(), e);
        } finally {
            give(consumer, sound);
        }
    }

    private Consumer<byte[], byte[]> take() {
        Consumer<byte[], byte[]> consumer = idle.poll();
        if (consumer == null) {
            return connection.reader();
        }
        kept.decrementAndGet();
        return consumer;
    }

    private void give(Consumer<byte[], byte[]> consumer, boolean sound) {
        if (sound && !closed && kept.incrementAndGet() <= KEPT) {
            idle.push(consumer);
        } else {
            if (sound && !closed) {
                kept.decrementAndGet();
            }
            consumer.close(CloseOptions.timeout(Duration.ZERO));
        }
    }

    /** The offset behind the last record that is committed. */
    static long end(Consumer<byte[], byte[]> consumer, TopicPartition partition) {
        return consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
    }

    /** The offset of the oldest record that is kept. */
    static long beginning(Consumer<byte[], byte[]> consumer, TopicPartition partition) {
        return consumer.beginningOffsets(List.of(partition)).getOrDefault(partition, 0L);
    }

    @Override
    public void close() {
        closed = true;
        Consumer<byte[], byte[]> consumer = idle.poll();
        while (consumer != null) {
            consumer.close(CloseOptions.timeout(Duration.ZERO));
            consumer = idle.poll();
        }
    }
}
