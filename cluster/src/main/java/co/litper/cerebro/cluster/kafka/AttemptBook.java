package co.litper.cerebro.cluster.kafka;

import co.litper.cerebro.act.Dispatch;
import co.litper.cerebro.event.EffectStatus;
import co.litper.cerebro.event.SystemEvent.ActionExecuted;
import co.litper.cerebro.log.Envelope;
import co.litper.cerebro.log.EnvelopeCodec;
import co.litper.cerebro.log.StoreException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.LongPredicate;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * What was attempted and what became of it, for some partitions of the outbox; the way of both into the cluster.
 *
 * <p>Implementation notes. A report is one transaction: the event that tells the shard, the note in the topic of attempts, how
 * far the outbox is done with, and the deletion of notes that can no longer be asked for. The transaction names the worker's
 * membership of its group: of one that lost its partitions, the broker refuses all of it, and so the attempt that would have
 * followed is not made. The outbox is done with up to the first effect that has not come to its end, so that the notes kept are
 * those of the effects under way and behind them.
 *
 * <p>Thread-safe.
 */
final class AttemptBook implements AutoCloseable {
    private static final String SOURCE = "/cerebro/host";
    private static final byte @Nullable [] DELETED = null;

    private final EffectWorker.Setup setup;
    private final ConsumerGroupMetadata membership;
    private final Producer<byte[], byte[]> producer;
    private final EnvelopeCodec codec = new EnvelopeCodec();
    private final Map<Long, EffectStatus> notes = new HashMap<>();
    private final Map<Integer, TreeMap<Long, Long>> read = new HashMap<>();
    private LongPredicate held = effectId -> false;
    private volatile boolean fenced;

    private AttemptBook(EffectWorker.Setup setup, List<TopicPartition> partitions, ConsumerGroupMetadata membership) {
        this.setup = setup;
        this.membership = membership;
        this.producer =
                setup.connection().producer(setup.topics().workers() + "-" + UUID.randomUUID(), setup.deadAfter());
        partitions.forEach(partition -> read.put(partition.partition(), new TreeMap<>()));
    }

    /** Reads the notes of {@code partitions}. Cost: one read of their topic. */
    static AttemptBook open(
            EffectWorker.Setup setup, List<TopicPartition> partitions, ConsumerGroupMetadata membership) {
        AttemptBook book = new AttemptBook(setup, partitions, membership);
        boolean ready = false;
        try {
            book.producer.initTransactions();
            for (TopicPartition partition : partitions) {
                book.restore(partition.partition());
            }
            ready = true;
            return book;
        } finally {
            if (!ready) {
                book.close();
            }
        }
    }

    private void restore(int shard) {
        TopicPartition partition = new TopicPartition(setup.topics().attempts(), shard);
        ShardRows.each(setup.connection(), partition, note -> {
            long effectId = JournalRecord.number(note.key());
            if (note.value() == null) {
                notes.remove(effectId);
            } else {
                notes.put(effectId, EffectStatus.valueOf(new String(note.value(), StandardCharsets.US_ASCII)));
            }
        });
    }

    /** Asks {@code holds} which effects have not come to their end. */
    synchronized void follow(LongPredicate holds) {
        held = holds;
    }

    /**
     * Notes that a record of the outbox was read.
     *
     * @return how far its effect has come: PLANNED if nobody attempted it
     */
    synchronized EffectStatus note(int shard, long offset, long effectId) {
        TreeMap<Long, Long> own = read.get(shard);
        if (own == null) {
            throw new IllegalArgumentException("partition " + shard + " is not among " + read.keySet());
        }
        own.put(offset, effectId);
        return notes.getOrDefault(effectId, EffectStatus.PLANNED);
    }

    /** A dead worker attempted it, and nobody knows what came of it. If this cannot be told now, it is when read again. */
    void reportUnknown(Dispatch dispatch, String channel) {
        report(dispatch, EffectShift.executed(dispatch, channel, EffectStatus.UNKNOWN));
    }

    /**
     * Takes into the cluster what became of an effect.
     *
     * @throws StoreException if it may not be there; then this book is of no use any more, and what is there tells the next one
     */
    synchronized void report(Dispatch dispatch, ActionExecuted executed) {
        if (fenced) {
            throw refused(executed, null);
        }
        Map<Integer, Long> done = new HashMap<>();
        read.forEach((shard, offsets) -> {
            if (!offsets.isEmpty()) {
                done.put(shard, doneWith(offsets));
            }
        });
        try {
            producer.beginTransaction();
            send(dispatch, executed);
            done.forEach((shard, offset) -> read.getOrDefault(shard, new TreeMap<>())
                    .headMap(offset)
                    .values()
                    .forEach(this::sendDeleted));
            producer.sendOffsetsToTransaction(offsets(done), membership);
            producer.commitTransaction();
        } catch (KafkaException e) {
            fenced = true;
            throw refused(executed, e);
        }
        done.forEach((shard, offset) -> {
            Map<Long, Long> passed = read.getOrDefault(shard, new TreeMap<>()).headMap(offset);
            passed.values().forEach(notes::remove);
            passed.clear();
        });
        notes.put(executed.effectId(), executed.status());
    }

    /** The offset of the first effect that has not come to its end, or the one behind the last. */
    private long doneWith(TreeMap<Long, Long> offsets) {
        for (Map.Entry<Long, Long> one : offsets.entrySet()) {
            if (held.test(one.getValue())) {
                return one.getKey();
            }
        }
        return offsets.lastKey() + 1;
    }

    private Map<TopicPartition, OffsetAndMetadata> offsets(Map<Integer, Long> done) {
        Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
        done.forEach((shard, offset) ->
                offsets.put(new TopicPartition(setup.topics().outbox(), shard), new OffsetAndMetadata(offset)));
        return offsets;
    }

    private void send(Dispatch dispatch, ActionExecuted executed) {
        Envelope event = Envelope.own(
                "effect-" + executed.effectId() + "-" + executed.status(),
                SOURCE,
                dispatch.merchant(),
                dispatch.subject(),
                setup.clock().now(),
                executed);
        producer.send(new ProducerRecord<>(
                setup.topics().events(),
                Shards.of(dispatch.merchant(), setup.topics().shards()),
                Shards.key(dispatch.merchant()),
                codec.encode(event),
                JournalRecord.cloudEvent()));
        producer.send(new ProducerRecord<>(
                setup.topics().attempts(),
                Shards.ofEffect(executed.effectId()),
                JournalRecord.bytes(executed.effectId()),
                executed.status().name().getBytes(StandardCharsets.US_ASCII)));
    }

    private void sendDeleted(long effectId) {
        if (notes.containsKey(effectId)) {
            producer.send(new ProducerRecord<>(
                    setup.topics().attempts(), Shards.ofEffect(effectId), JournalRecord.bytes(effectId), DELETED));
        }
    }

    private StoreException refused(ActionExecuted executed, @Nullable Exception cause) {
        String told = "effect " + executed.effectId() + " could not be reported as " + executed.status()
                + ". Maybe another worker has it by now, or a broker is down.";
        return cause == null
                ? new StoreException(StoreException.Kind.LOCKED, told)
                : new StoreException(StoreException.Kind.IO, told + " " + cause, cause);
    }

    /** True if a report failed: another may have the partitions. */
    boolean isFenced() {
        return fenced;
    }

    /** Gives up what is open. */
    @Override
    public void close() {
        producer.close(Duration.ZERO);
    }
}
