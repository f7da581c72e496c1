package co.litper.cerebro.cluster.kafka;

import co.litper.cerebro.log.Entry;
import co.litper.cerebro.log.EventLog;
import co.litper.cerebro.log.Snapshot;
import co.litper.cerebro.log.StoreException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.jspecify.annotations.Nullable;

/**
 * The journal of one shard: a partition of the journal's topic. What nodes write there is read here as any log; a migration
 * appends to it.
 *
 * <p>Implementation notes. A batch is one transaction, and readers see only what is committed. Kafka ends a transaction in
 * each partition by a marker of its own, some milliseconds after {@link #append} could return; so append returns when the
 * journal shows its batch, and readers of this object see the batch when its snapshots show, too. Positions are found by bisection over offsets (see {@link OffsetIndex}). The first to append
 * fences every other writer of this shard, also one that comes back from the dead. Snapshots are the installation's: all
 * shards share them; another process may see an entry some milliseconds before the snapshot that came with it.
 *
 * <p>{@link #end} asks the broker, O(1); {@link #at} O(log n) requests; {@link #read} streams. Thread-safe.
 */
public final class KafkaEventLog implements EventLog {
    /** Records that are read in order rather than bisected. */
    private static final long NEAR = 512;

    /** Entries between places that the index remembers. */
    private static final long NOTE_EVERY = 256;

    private static final byte @Nullable [] NO_KEY = null;
    private static final Duration POLL = Duration.ofMillis(200);
    private static final long SHOWN_AGAIN_NS = Duration.ofMillis(1).toNanos();

    private final Connection connection;
    private final Topics topics;
    private final TopicPartition partition;
    private final long first;
    private final Readers readers;
    private final SnapshotShelf shelf;
    private final OffsetIndex index = new OffsetIndex();
    private final AtomicReference<End> seen;

    /** While a batch is appended, the end before it; else null. */
    private volatile @Nullable End held;

    private @Nullable Producer<byte[], byte[]> producer;

    /** The end of the log: the offset behind what is committed, and the position that comes next. */
    private record End(long offset, long position) {}

    /** The journal of {@code shard}; its topic must be there. Opens no connection yet. */
    public KafkaEventLog(Connection connection, Topics topics, int shard) {
        this.connection = connection;
        this.topics = topics;
        this.partition = new TopicPartition(topics.journal(), shard);
        this.first = Shards.firstPosition(shard);
        this.readers = new Readers(connection);
        this.shelf = new SnapshotShelf(topics.snapshots(), readers);
        this.seen = new AtomicReference<>(new End(0, first));
    }

    @Override
    public long first() {
        return first;
    }

    @Override
    public long end() {
        return ask().position();
    }

    private End ask() {
        End now = askBroker();
        // Held is read after the broker: what it shows of a batch under way is then always held back.
        End before = held;
        return before != null && before.offset() < now.offset() ? before : now;
    }

    private End askBroker() {
        return readers.with(partition, consumer -> {
            End known = seen.get();
            long offset = Readers.end(consumer, partition);
            if (offset <= known.offset()) {
                return known;
            }
            End now = new End(offset, lastPosition(consumer, offset, known) + 1);
            seen.accumulateAndGet(now, (a, b) -> a.offset() >= b.offset() ? a : b);
            return now;
        });
    }

    /** The position of the last entry before {@code end}: read from ever farther back until there is one. */
    private long lastPosition(Consumer<byte[], byte[]> consumer, long end, End known) {
        long begin = Math.max(Readers.beginning(consumer, partition), known.offset());
        for (long back = 4; ; back *= 8) {
            long from = Math.max(begin, end - back);
            long last = lastBetween(consumer, from, end);
            if (last >= first) {
                return last;
            }
            if (from == begin) {
                return known.position() - 1;
            }
        }
    }

    private long lastBetween(Consumer<byte[], byte[]> consumer, long from, long end) {
        long last = -1;
        consumer.seek(partition, from);
        while (consumer.position(partition) < end) {
            for (ConsumerRecord<byte[], byte[]> found : consumer.poll(POLL)) {
                if (found.offset() < end) {
                    last = JournalRecord.position(found);
                }
            }
        }
        return last;
    }

    @Override
    public synchronized void append(List<Entry> entries, List<Snapshot> snapshots) {
        Producer<byte[], byte[]> open = producer();
        long next = requireNext(entries);
        if (entries.isEmpty() && snapshots.isEmpty()) {
            return;
        }
        held = askBroker();
        try {
            commit(open, entries, snapshots, next);
            awaitShown(next, snapshots);
        } finally {
            held = null;
        }
    }

    private void commit(Producer<byte[], byte[]> open, List<Entry> entries, List<Snapshot> snapshots, long next) {
        try {
            open.beginTransaction();
            List<Future<RecordMetadata>> sent = new ArrayList<>(entries.size());
            for (Entry entry : entries) {
                sent.add(open.send(new ProducerRecord<>(
                        partition.topic(),
                        partition.partition(),
                        NO_KEY,
                        entry.event(),
                        JournalRecord.headers(entry))));
            }
            sent.addAll(shelf.put(open, snapshots));
            for (Future<RecordMetadata> one : sent) {
                one.get();
            }
            open.commitTransaction();
        } catch (KafkaException | ExecutionException e) {
            giveUp(next, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            giveUp(next, e);
        }
    }

    private Producer<byte[], byte[]> producer() {
        Producer<byte[], byte[]> open = producer;
        if (open == null) {
            open = connection.producer(partition.topic() + "-writer-" + partition.partition());
            try {
                open.initTransactions();
            } catch (KafkaException e) {
                open.close(Duration.ZERO);
                throw failed(e);
            }
            producer = open;
        }
        return open;
    }

    private long requireNext(List<Entry> entries) {
        long next = end();
        for (Entry entry : entries) {
            if (entry.position() != next) {
                throw new IllegalArgumentException("entry has position " + entry.position() + ", the log goes on at "
                        + next + ". Maybe two writers append to one log.");
            }
            next++;
        }
        return next;
    }

    /** Ends what failed. A new producer settles the fate of its predecessor's transaction, so that the log can be asked. */
    private void giveUp(long next, Exception cause) {
        Producer<byte[], byte[]> broken = producer;
        producer = null;
        if (broken != null) {
            broken.close(Duration.ZERO);
        }
        StoreException told = failed(cause);
        if (told.kind() == StoreException.Kind.LOCKED) {
            throw told;
        }
        try {
            producer();
            if (askBroker().position() == next && next > first) {
                return;
            }
        } catch (StoreException again) {
            told.addSuppressed(again);
        }
        throw told;
    }

    private StoreException failed(Exception e) {
        Throwable cause = e instanceof ExecutionException && e.getCause() != null ? e.getCause() : e;
        boolean fenced = cause instanceof ProducerFencedException || cause instanceof InvalidProducerEpochException;
        StoreException.Kind kind = fenced
                ? StoreException.Kind.LOCKED
                : cause instanceof RecordTooLargeException ? StoreException.Kind.FULL : StoreException.Kind.IO;
        return new StoreException(
                kind,
                "could not append to " + partition + " at " + connection.brokers() + ": " + cause
                        + (fenced ? ". Maybe another process writes to this shard." : ". Maybe a broker is down."),
                e);
    }

    /** Waits for the marker that ends the transaction; the coordinator has promised it. */
    private void awaitShown(long next, List<Snapshot> snapshots) {
        long newest = snapshots.stream().mapToLong(Snapshot::version).max().orElse(0);
        long deadline = System.nanoTime() + Connection.PATIENCE.toNanos();
        while (askBroker().position() < next || shelf.newest() < newest) {
            if (System.nanoTime() > deadline) {
                throw new StoreException(
                        StoreException.Kind.IO,
                        "a batch was committed to " + partition + " but is not shown after " + Connection.PATIENCE
                                + ". Maybe a broker is down; it will show.");
            }
            LockSupport.parkNanos(SHOWN_AGAIN_NS);
        }
    }

    @Override
    public void read(long from, Visitor visitor) {
        End end = ask();
        long start = Math.max(from, first);
        if (start < end.position()) {
            readers.with(partition, consumer -> {
                stream(consumer, start, end, visitor);
                return start;
            });
        }
    }

    private void stream(Consumer<byte[], byte[]> consumer, long from, End end, Visitor visitor) {
        consumer.seek(partition, offsetOf(consumer, from, end));
        long next = from;
        while (next < end.position()) {
            var batch = consumer.poll(POLL);
            if (batch.isEmpty() && consumer.position(partition) >= end.offset()) {
                throw gap(next, end.position());
            }
            for (ConsumerRecord<byte[], byte[]> found : batch) {
                long position = JournalRecord.position(found);
                if (position < next) {
                    continue;
                }
                if (position != next) {
                    throw gap(next, position);
                }
                if (position % NOTE_EVERY == 0) {
                    index.note(position, found.offset());
                }
                next++;
                if (!visitor.visit(JournalRecord.entry(found)) || next == end.position()) {
                    return;
                }
            }
        }
    }

    private StoreException gap(long from, long to) {
        return new StoreException(
                StoreException.Kind.CORRUPT,
                partition + " lacks the entries " + from + " to " + (to - 1)
                        + ". Maybe the topic's retention was changed: the journal is kept for ever.");
    }

    /** An offset from which {@code position} is at most {@link #NEAR} records away. */
    private long offsetOf(Consumer<byte[], byte[]> consumer, long position, End end) {
        long begin = Readers.beginning(consumer, partition);
        OffsetIndex.Bounds bounds = index.bounds(position, begin, end.position(), end.offset());
        while (bounds.width() > NEAR) {
            long middle = (bounds.low() + bounds.high()) >>> 1;
            consumer.seek(partition, middle);
            ConsumerRecord<byte[], byte[]> found = firstFrom(consumer, end.offset());
            if (found == null) {
                return bounds.low();
            }
            index.note(JournalRecord.position(found), found.offset());
            OffsetIndex.Bounds narrower = index.bounds(position, begin, end.position(), end.offset());
            if (narrower.width() >= bounds.width()) {
                return narrower.low();
            }
            bounds = narrower;
        }
        return bounds.low();
    }

    private @Nullable ConsumerRecord<byte[], byte[]> firstFrom(Consumer<byte[], byte[]> consumer, long endOffset) {
        while (consumer.position(partition) < endOffset) {
            for (ConsumerRecord<byte[], byte[]> found : consumer.poll(POLL)) {
                return found;
            }
        }
        return null;
    }

    @Override
    public Optional<Entry> at(long position) {
        End end = ask();
        if (position < first || position >= end.position()) {
            return Optional.empty();
        }
        AtomicReference<Entry> found = new AtomicReference<>();
        readers.with(partition, consumer -> {
            stream(consumer, position, end, entry -> {
                found.set(entry);
                return false;
            });
            return position;
        });
        return Optional.of(found.get());
    }

    @Override
    public Optional<byte[]> snapshot(long version) {
        return shelf.find(version);
    }

    @Override
    public long newestSnapshot() {
        return shelf.newest();
    }

    /**
     * An offset from which a reader comes to {@code position}, over at most {@value #NEAR} records before it. O(log n)
     * requests.
     *
     * @throws StoreException if the log ends before that
     */
    long offsetFor(long position) {
        End end = ask();
        if (position > end.position()) {
            throw new StoreException(
                    StoreException.Kind.CORRUPT,
                    partition + " ends with entry " + (end.position() - 1) + ", before " + (position - 1)
                            + ". Maybe the topic was made anew.");
        }
        return position == end.position()
                ? end.offset()
                : readers.with(partition, consumer -> offsetOf(consumer, position, end));
    }

    /** The entry that a record of the journal's topic holds, for those who follow the topic itself. */
    public static Entry entry(ConsumerRecord<byte[], byte[]> journalled) {
        return JournalRecord.entry(journalled);
    }

    /** The topics it lies in. */
    public Topics topics() {
        return topics;
    }

    @Override
    public synchronized void close() {
        Producer<byte[], byte[]> open = producer;
        if (open != null) {
            open.close();
            producer = null;
        }
        readers.close();
    }
}
