package co.litper.cerebro.cluster.kafka;

import co.litper.cerebro.log.Envelope;
import co.litper.cerebro.log.EnvelopeCodec;
import co.litper.cerebro.log.Snapshot;
import co.litper.cerebro.log.StoreException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;

/**
 * The way in: puts events where the shard of their merchant meets them, and what concerns all into every shard. What was
 * answered is durable; sending the same event again does no harm. Thread-safe.
 */
public final class ClusterIngress implements AutoCloseable {
    private final Connection connection;
    private final Topics topics;
    private final EnvelopeCodec codec = new EnvelopeCodec();
    private final Producer<byte[], byte[]> producer;

    /** One that waits for brokers as long as a restart of theirs takes. */
    public ClusterIngress(Connection connection, Topics topics) {
        this(connection, topics, connection.producer(""));
    }

    private ClusterIngress(Connection connection, Topics topics, Producer<byte[], byte[]> producer) {
        this.connection = connection;
        this.topics = topics;
        this.producer = producer;
    }

    /** One whose answers come within {@code patience}, which is at least a second: for senders who can send again. */
    public static ClusterIngress within(Duration patience, Connection connection, Topics topics) {
        return new ClusterIngress(connection, topics, connection.impatient(patience));
    }

    /** Takes an event in. The answer comes when it is durable; it fails with a {@link StoreException} if that cannot be told. */
    public CompletableFuture<Void> offer(Envelope event) {
        if (!Shards.concernsAll(event)) {
            return offer(event, Shards.of(event.merchant(), topics.shards()));
        }
        return CompletableFuture.allOf(IntStream.range(0, topics.shards())
                .mapToObj(shard -> offer(event, shard))
                .toArray(CompletableFuture[]::new));
    }

    /** Takes in what one shard alone is told. */
    public CompletableFuture<Void> offer(Envelope event, int shard) {
        CompletableFuture<Void> durable = new CompletableFuture<>();
        ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(
                topics.events(), shard, Shards.key(event.merchant()), codec.encode(event), JournalRecord.cloudEvent());
        try {
            producer.send(record, (where, failure) -> {
                if (failure == null) {
                    durable.complete(null);
                } else {
                    durable.completeExceptionally(failed(failure));
                }
            });
        } catch (KafkaException e) {
            durable.completeExceptionally(failed(e));
        }
        return durable;
    }

    /** Puts snapshots where shards find them; call before the events that name them. Durable on return. */
    public void keep(List<Snapshot> snapshots) {
        try (Readers readers = new Readers(connection)) {
            SnapshotShelf shelf = new SnapshotShelf(topics.snapshots(), readers);
            for (Future<RecordMetadata> sent : shelf.put(producer, snapshots)) {
                sent.get();
            }
        } catch (ExecutionException e) {
            throw failed(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failed(e);
        }
    }

    private StoreException failed(Exception e) {
        return new StoreException(
                StoreException.Kind.IO,
                "an event may not have reached " + topics.events() + " at " + connection.brokers() + ": " + e
                        + ". Maybe a broker is down; send it again.",
                e);
    }

    @Override
    public void close() {
        producer.close();
    }
}
