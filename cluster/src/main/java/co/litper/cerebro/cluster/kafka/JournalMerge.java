package co.litper.cerebro.cluster.kafka;

import co.litper.cerebro.log.Entry;
import co.litper.cerebro.log.StoreException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.OptionalLong;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * Reads the journals of all shards as one log, in the order in which their entries were appended: by the broker's time, then
 * by shard. A shard whose journal has more to read is waited for, so that a long past is told as it happened and not one
 * shard after the other; one whose journal is read to its end is not, so that its next entries may be told some tenths of a
 * second late.
 *
 * <p>Owned by one thread. O(shards) an entry.
 */
final class JournalMerge implements AutoCloseable {
    /** Records of one shard that wait for another's before no more are fetched; some megabytes. */
    private static final int MOST_WAITING = 2_000;

    /** Entries told in one call: what they take is short beside the minutes after which a silent member is thrown out. */
    private static final int MOST_TOLD = 2_000;

    private final Consumer<byte[], byte[]> consumer;
    private final List<Lane> lanes = new ArrayList<>();

    /** Takes the next entry. */
    @FunctionalInterface
    interface Visitor {
        void visit(int shard, Entry entry);
    }

    /** The journal of one shard: what was fetched and not told, and the position to be told next. */
    private static final class Lane {
        final TopicPartition partition;
        final Deque<ConsumerRecord<byte[], byte[]>> waiting = new ArrayDeque<>();
        long next;

        Lane(TopicPartition partition, long next) {
            this.partition = partition;
            this.next = next;
        }

        Entry take() {
            Entry entry = JournalRecord.entry(waiting.remove());
            if (entry.position() != next) {
                throw new StoreException(
                        StoreException.Kind.CORRUPT,
                        partition + " goes on with entry " + entry.position() + " where " + next
                                + " was expected. Maybe the topic's retention was changed: the journal is kept for ever.");
            }
            next++;
            return entry;
        }
    }

    private JournalMerge(Consumer<byte[], byte[]> consumer) {
        this.consumer = consumer;
    }

    /**
     * Begins to read.
     *
     * @param journals of all shards, in order
     * @param through how far they were read
     * @throws StoreException if brokers do not answer, or a journal ends before it should begin
     */
    static JournalMerge from(Connection connection, List<KafkaEventLog> journals, ReadThrough through) {
        JournalMerge merge = new JournalMerge(connection.follower());
        boolean ready = false;
        try {
            for (int shard = 0; shard < journals.size(); shard++) {
                TopicPartition partition =
                        new TopicPartition(journals.get(shard).topics().journal(), shard);
                merge.lanes.add(new Lane(partition, through.next(shard)));
            }
            merge.consumer.assign(
                    merge.lanes.stream().map(lane -> lane.partition).toList());
            for (int shard = 0; shard < journals.size(); shard++) {
                merge.consumer.seek(
                        merge.lanes.get(shard).partition, journals.get(shard).offsetFor(through.next(shard)));
            }
            ready = true;
            return merge;
        } finally {
            if (!ready) {
                merge.close();
            }
        }
    }

    /**
     * Tells what is there, some thousand entries at the most.
     *
     * @param within how long to wait for news
     * @return how many were told
     * @throws StoreException if brokers do not answer, or a journal has a gap
     */
    int tell(Duration within, Visitor visitor) {
        fetch(within);
        int told = 0;
        Lane first = first();
        while (first != null && told < MOST_TOLD) {
            visitor.visit(first.partition.partition(), first.take());
            told++;
            first = first();
        }
        return told;
    }

    private void fetch(Duration within) {
        for (Lane lane : lanes) {
            if (lane.waiting.size() >= MOST_WAITING) {
                consumer.pause(List.of(lane.partition));
            } else {
                consumer.resume(List.of(lane.partition));
            }
        }
        try {
            Duration patience = first() == null ? within : Duration.ZERO;
            for (ConsumerRecord<byte[], byte[]> found : consumer.poll(patience)) {
                Lane lane = lanes.get(found.partition());
                if (JournalRecord.position(found) >= lane.next) {
                    lane.waiting.add(found);
                }
            }
        } catch (KafkaException e) {
            throw new StoreException(StoreException.Kind.IO, "the journals could not be read: " + e.getMessage(), e);
        }
    }

    /** The shard whose entry was appended first; null if none is there, or one must be waited for. */
    private @Nullable Lane first() {
        Lane first = null;
        for (Lane lane : lanes) {
            ConsumerRecord<byte[], byte[]> head = lane.waiting.peek();
            if (head == null) {
                if (!isAtEnd(lane)) {
                    return null;
                }
            } else if (first == null
                    || head.timestamp() < first.waiting.element().timestamp()) {
                first = lane;
            }
        }
        return first;
    }

    /** As far as the last answer of its broker tells. */
    private boolean isAtEnd(Lane lane) {
        OptionalLong behind = consumer.currentLag(lane.partition);
        return behind.isPresent() && behind.getAsLong() <= 0;
    }

    @Override
    public void close() {
        consumer.close(CloseOptions.timeout(Duration.ZERO));
    }
}
