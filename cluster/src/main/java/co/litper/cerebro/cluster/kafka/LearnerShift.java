package co.litper.cerebro.cluster.kafka;

import co.litper.cerebro.Subjects;
import co.litper.cerebro.event.SystemEvent.SnapshotPublished;
import co.litper.cerebro.learn.Learner;
import co.litper.cerebro.learn.Teacher;
import co.litper.cerebro.log.Entry;
import co.litper.cerebro.log.Envelope;
import co.litper.cerebro.log.EnvelopeCodec;
import co.litper.cerebro.log.Snapshot;
import co.litper.cerebro.log.StoreException;
import co.litper.cerebro.vocabulary.MerchantId;
import co.litper.cerebro.world.Hash64;
import co.litper.cerebro.world.WireException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.jspecify.annotations.Nullable;

/**
 * The learner of a cluster, for as long as one process is it: goes on from the newest snapshot, is taught by the journals of
 * all shards, and publishes.
 *
 * <p>Implementation notes. A publication is one transaction: the snapshot with how far each journal was read, and the event
 * that names it in every shard. All learners of an installation write under one transactional id, so whoever begins a
 * shift fences its predecessor, and settles what that one had under way, before it looks for the newest snapshot. What was
 * learned after that snapshot is learned again: no outcome teaches twice or never, whoever dies when.
 *
 * <p>One who begins without experience while journals are long says nothing until it has read what was there, since shards
 * would take less than they have into use. Owned by one thread.
 */
final class LearnerShift implements Seat.Shift {
    private static final String SOURCE = "/cerebro/learn";

    private static final Duration POLL = Duration.ofMillis(200);

    /** Open decisions kept at hand: 80 MB. Older ones are read from the journals, some milliseconds each. */
    private static final int MOST_BASES = 200_000;

    /** Entries after which a snapshot is made though little was learned: a successor reads no more than these again. */
    private static final long MOST_READ = 500_000;

    private final ClusterLearner.Setup setup;
    private final EnvelopeCodec codec = new EnvelopeCodec();
    private final Producer<byte[], byte[]> producer;
    private final Readers readers;
    private final SnapshotShelf shelf;
    private final List<KafkaEventLog> journals;
    private final Teacher teacher;
    private final ReadThrough through;
    private final JournalMerge merge;
    /** Where journals ended when it began without experience; null when that is read. */
    private long @Nullable [] silentUntil;

    private long version;
    private long readSince;

    /** A learner and what it has read. */
    private record Memory(Learner learner, ReadThrough through) {}

    private LearnerShift(ClusterLearner.Setup setup) {
        this.setup = setup;
        Topics topics = setup.topics();
        this.readers = new Readers(setup.connection());
        this.shelf = new SnapshotShelf(topics.snapshots(), readers);
        this.journals = IntStream.range(0, topics.shards())
                .mapToObj(shard -> new KafkaEventLog(setup.connection(), topics, shard))
                .toList();
        this.producer = setup.connection().producer(topics.learners(), setup.deadAfter());
        boolean ready = false;
        try {
            producer.initTransactions();
            Memory memory = remember();
            this.version = shelf.newest();
            this.teacher = new Teacher(memory.learner(), this::entry, MOST_BASES);
            this.through = memory.through();
            this.silentUntil = memory.learner().learnedThrough() > 0 ? null : ends();
            this.merge = JournalMerge.from(setup.connection(), journals, through);
            ready = true;
        } finally {
            if (!ready) {
                letGo();
            }
        }
    }

    /**
     * Fences whoever learned before and goes on from there.
     *
     * @throws StoreException if brokers do not answer, the newest snapshot is of a newer release ({@code TOO_NEW}), or
     *     nobody can tell what it was made of
     */
    static LearnerShift begin(ClusterLearner.Setup setup) {
        try {
            return new LearnerShift(setup);
        } catch (KafkaException e) {
            throw new StoreException(StoreException.Kind.IO, "the learner could not begin: " + e.getMessage(), e);
        }
    }

    private Memory remember() {
        int shards = setup.topics().shards();
        long newest = shelf.newest();
        if (newest == 0) {
            return new Memory(Learner.cold(), ReadThrough.nothing(shards));
        }
        ConsumerRecord<byte[], byte[]> kept = shelf.record(newest).orElseThrow();
        Learner learner = restore(newest, kept.value());
        learner.numberAbove(newest);
        if (learner.learnedThrough() == 0) {
            return new Memory(learner, ReadThrough.nothing(shards));
        }
        ReadThrough through = ReadThrough.of(kept, shards);
        if (through != null) {
            return new Memory(learner, through);
        }
        if (shards > 1) {
            throw new StoreException(
                    StoreException.Kind.CORRUPT,
                    "snapshot " + newest
                            + " does not tell what it was made of. Maybe it was not made by a node; let only"
                            + " nodes publish snapshots.");
        }
        return new Memory(learner, ReadThrough.single(learner.learnedThrough()));
    }

    private static Learner restore(long version, byte[] bytes) {
        try {
            return Learner.restore(bytes);
        } catch (WireException e) {
            throw new StoreException(
                    e.isNewer() ? StoreException.Kind.TOO_NEW : StoreException.Kind.CORRUPT,
                    "snapshot " + version + " cannot be read by this node: " + e.getMessage(),
                    e);
        }
    }

    private long[] ends() {
        return journals.stream().mapToLong(KafkaEventLog::end).toArray();
    }

    private Optional<Entry> entry(long position) {
        return journals.get(Shards.ofPosition(position)).at(position);
    }

    /** The journals are waited for, not the topic of snapshots. */
    @Override
    public Duration patience() {
        return Duration.ZERO;
    }

    @Override
    public void turn(ConsumerRecords<byte[], byte[]> found, Runnable done) {
        advance(POLL);
    }

    /**
     * Learns from what the journals have, some thousand entries at the most, and publishes what is worth it.
     *
     * @param within how long to wait for news
     * @return how many entries were read
     * @throws StoreException if it may learn no more ({@code LOCKED}) or brokers do not answer; then this shift is over
     */
    int advance(Duration within) {
        return merge.tell(within, this::read);
    }

    private void read(int shard, Entry entry) {
        teacher.teach(entry);
        through.read(shard, entry.position());
        readSince++;
        Learner learner = teacher.learner();
        boolean longAgo = readSince >= MOST_READ && learner.learnedThrough() > 0;
        if ((learner.wantsToPublish() || longAgo) && maySpeak()) {
            publish(learner);
        }
    }

    private boolean maySpeak() {
        long[] goal = silentUntil;
        if (goal != null && IntStream.range(0, goal.length).allMatch(shard -> through.next(shard) >= goal[shard])) {
            silentUntil = null;
        }
        return silentUntil == null;
    }

    private void publish(Learner learner) {
        learner.keepNext();
        Learner.Published made = learner.publish();
        Snapshot snapshot = new Snapshot(made.snapshot().version(), made.bytes());
        try {
            producer.beginTransaction();
            shelf.put(producer, List.of(snapshot), List.of(through.header()));
            for (int shard = 0; shard < journals.size(); shard++) {
                producer.send(named(snapshot, shard));
            }
            producer.commitTransaction();
        } catch (KafkaException e) {
            throw refused(snapshot.version(), e);
        }
        version = snapshot.version();
        // What was put must be known before the next is, or the oldest would not be taken off.
        shelf.newest();
        readSince = 0;
    }

    /** What tells a shard of a snapshot, and how far its own journal had been read for that. */
    private ProducerRecord<byte[], byte[]> named(Snapshot snapshot, int shard) {
        SnapshotPublished event = new SnapshotPublished(
                snapshot.version(), Hash64.of(snapshot.version(), snapshot.bytes()), through.next(shard) - 1);
        Envelope envelope = Envelope.own(
                "snapshot-" + snapshot.version(),
                SOURCE,
                MerchantId.INSTALLATION,
                Subjects.SYSTEM,
                setup.clock().now(),
                event);
        return new ProducerRecord<>(
                setup.topics().events(),
                shard,
                Shards.key(MerchantId.INSTALLATION),
                codec.encode(envelope),
                JournalRecord.cloudEvent());
    }

    private StoreException refused(long version, KafkaException e) {
        boolean fenced = e instanceof ProducerFencedException
                || e instanceof InvalidProducerEpochException
                || e.getCause() instanceof ProducerFencedException
                || e.getCause() instanceof InvalidProducerEpochException;
        return new StoreException(
                fenced ? StoreException.Kind.LOCKED : StoreException.Kind.IO,
                "snapshot " + version + " could not be published: " + e.getMessage()
                        + (fenced ? ". Maybe another node learns by now." : ". Maybe a broker is down."),
                e);
    }

    /** The version that was published last, by whomever, or 0. */
    long version() {
        return version;
    }

    /** The entry of {@code shard} that it reads next. */
    long next(int shard) {
        return through.next(shard);
    }

    private void letGo() {
        producer.close(Duration.ZERO);
        journals.forEach(KafkaEventLog::close);
        readers.close();
    }

    /** What was learned since the last publication is given up: the next shift learns it again. */
    @Override
    public void close() {
        merge.close();
        letGo();
    }
}
