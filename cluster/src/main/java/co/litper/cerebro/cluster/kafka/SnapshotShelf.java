package co.litper.cerebro.cluster.kafka;

import co.litper.cerebro.log.Snapshot;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/**
 * The snapshots of an installation: a compacted topic of one partition, the version as key. The newest {@link #KEPT} are
 * kept; older ones are deleted with the arrival of new ones. Thread-safe.
 */
final class SnapshotShelf {
    /** Enough for a shard that lags by hours: what it asks for is then still there. Half a gigabyte at the most so far. */
    static final int KEPT = 256;

    private static final Duration POLL = Duration.ofMillis(200);

    private final TopicPartition partition;
    private final Readers readers;
    private final TreeMap<Long, Long> offsets = new TreeMap<>();
    private long scanned;

    SnapshotShelf(String topic, Readers readers) {
        this.partition = new TopicPartition(topic, 0);
        this.readers = readers;
    }

    /** The newest version that is committed, or 0. */
    synchronized long newest() {
        scan();
        return offsets.isEmpty() ? 0 : offsets.lastKey();
    }

    /** The oldest version kept that is at least {@code version}, or 0. */
    synchronized long atLeast(long version) {
        scan();
        Long found = offsets.ceilingKey(version);
        return found == null ? 0 : found;
    }

    /** The bytes of a version, or empty if it is not kept. */
    Optional<byte[]> find(long version) {
        return record(version).map(ConsumerRecord::value);
    }

    /** A version as it stands in the topic, or empty if it is not kept. */
    synchronized Optional<ConsumerRecord<byte[], byte[]>> record(long version) {
        scan();
        Long offset = offsets.get(version);
        if (offset == null) {
            return Optional.empty();
        }
        return readers.with(partition, consumer -> {
            consumer.seek(partition, offset);
            long end = Readers.end(consumer, partition);
            while (consumer.position(partition) < end) {
                for (ConsumerRecord<byte[], byte[]> found : consumer.poll(POLL)) {
                    if (found.offset() == offset && found.value() != null) {
                        return Optional.of(found);
                    }
                    if (found.offset() > offset) {
                        return Optional.<ConsumerRecord<byte[], byte[]>>empty();
                    }
                }
            }
            return Optional.<ConsumerRecord<byte[], byte[]>>empty();
        });
    }

    /** Notes what was committed since the last look. */
    private void scan() {
        readers.with(partition, consumer -> {
            long end = Readers.end(consumer, partition);
            if (end <= scanned) {
                return end;
            }
            long from = Math.max(scanned, Readers.beginning(consumer, partition));
            consumer.seek(partition, from);
            while (consumer.position(partition) < end) {
                consumer.poll(POLL).forEach(this::note);
            }
            scanned = end;
            return end;
        });
    }

    private void note(ConsumerRecord<byte[], byte[]> found) {
        long version = JournalRecord.number(found.key());
        if (found.value() == null) {
            offsets.remove(version);
        } else {
            offsets.put(version, found.offset());
        }
    }

    /** Puts snapshots on the shelf and takes the oldest off, in the transaction that {@code producer} is in. */
    synchronized List<Future<RecordMetadata>> put(Producer<byte[], byte[]> producer, List<Snapshot> snapshots) {
        return put(producer, snapshots, List.of());
    }

    /** As {@link #put(Producer, List)}, each snapshot with {@code headers}. */
    synchronized List<Future<RecordMetadata>> put(
            Producer<byte[], byte[]> producer, List<Snapshot> snapshots, List<Header> headers) {
        List<Future<RecordMetadata>> sent = new ArrayList<>();
        TreeMap<Long, Long> after = new TreeMap<>(offsets);
        for (Snapshot snapshot : snapshots) {
            after.put(snapshot.version(), Long.MAX_VALUE);
            sent.add(producer.send(record(snapshot.version(), snapshot.bytes(), headers)));
        }
        while (after.size() > KEPT) {
            Map.Entry<Long, Long> oldest = after.pollFirstEntry();
            sent.add(producer.send(record(oldest.getKey(), null, List.of())));
        }
        return sent;
    }

    private ProducerRecord<byte[], byte[]> record(long version, byte @Nullable [] bytes, List<Header> headers) {
        return new ProducerRecord<>(partition.topic(), 0, JournalRecord.bytes(version), bytes, headers);
    }
}
