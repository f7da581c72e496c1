package co.litper.cerebro.cluster.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import co.litper.cerebro.event.SystemEvent.SnapshotPublished;
import co.litper.cerebro.log.Entry;
import co.litper.cerebro.log.Envelope;
import co.litper.cerebro.log.EnvelopeCodec;
import co.litper.cerebro.log.Snapshot;
import co.litper.cerebro.log.StoreException;
import co.litper.cerebro.simulator.record.RecordedWorld;
import co.litper.cerebro.vocabulary.MerchantId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Whatever happens to learners, their snapshots are to the byte those of one to whom nothing happens. */
class ClusterLearnerTest {
    private static final long SEED = 20261101;
    private static final int EVENTS = 3_500;
    private static final int PORTION = 250;
    private static final Duration WITHIN = Duration.ofMinutes(4);
    private static final Duration DEAD_AFTER = Duration.ofSeconds(6);
    private static final Duration POLL = Duration.ofMillis(100);
    private static final Instant NOW = Instant.parse("2025-03-03T05:00:00Z");

    private static List<Entry> first;
    private static List<Entry> second;
    private static List<Snapshot> firstSnapshots;

    @BeforeAll
    static void record() {
        RecordedWorld world = RecordedWorld.of(new RecordedWorld.Plan(new MerchantId("shop"), SEED, 60, EVENTS, 1, 1));
        first = world.entries();
        firstSnapshots = world.snapshots();
        second = RecordedWorld.of(new RecordedWorld.Plan(
                        new MerchantId("other"), SEED + 1, 60, EVENTS, Shards.firstPosition(1), 1))
                .entries();
    }

    @Test
    void aLearnerThatWasThoughtDeadPublishesNothingAndItsSuccessorLearnsEverythingOnce() {
        Topics topics = SharedBroker.installation(2);
        try (LearnerShift old = LearnerShift.begin(setup(topics))) {
            append(topics, 2);
            while (old.version() < 2) {
                old.advance(POLL);
            }
            try (LearnerShift successor = LearnerShift.begin(setup(topics))) {
                assertThatThrownBy(() -> readAll(topics, old))
                        .isInstanceOfSatisfying(
                                StoreException.class, e -> assertThat(e.kind()).isEqualTo(StoreException.Kind.LOCKED));
                readAll(topics, successor);
                assertThat(successor.version()).isGreaterThan(2);
            }
        }
        List<byte[]> alone =
                new TaughtAlone().learn(TaughtAlone.journals(topics)).snapshots();
        requireSnapshots(topics, alone);
        requireNamed(topics, alone.size());
    }

    @Test
    void whenTheLearnerIsKilledWhoStoodByGoesOnAndNoOutcomeTeachesTwiceOrNever() throws Exception {
        Topics topics = SharedBroker.installation(1);
        List<byte[]> alone = new TaughtAlone().learn(first).snapshots();
        int seen = entriesFor(2);
        assertThat(alone).hasSizeGreaterThan(3);
        try (LearnerProcess doomed = LearnerProcess.start(topics, DEAD_AFTER);
                KafkaEventLog log = new KafkaEventLog(SharedBroker.connection(), topics, 0)) {
            assertThat(doomed.awaitLearning()).isTrue();
            try (ClusterLearner standBy = ClusterLearner.start(new ClusterLearner.Setup(
                    SharedBroker.connection(), topics, () -> NOW, DEAD_AFTER, trouble -> {}))) {
                log.append(first.subList(0, seen), List.of());
                await(() -> log.newestSnapshot() == 2);
                doomed.kill();
                log.append(first.subList(seen, first.size()), List.of());
                await(() -> log.newestSnapshot() == alone.size());
                await(standBy::isLearning);
            }
        }
        requireSnapshots(topics, alone);
        requireNamed(topics, alone.size());
    }

    @Test
    void whoBeginsWithoutExperienceSaysNothingUntilItHasReadWhatWasThere() {
        Topics topics = SharedBroker.installation(2);
        append(topics, 2);
        try (LearnerShift late = LearnerShift.begin(setup(topics))) {
            readAll(topics, late);
            assertThat(late.version()).isLessThanOrEqualTo(1);
        }
        TaughtAlone alone = new TaughtAlone();
        TaughtAlone.journals(topics).forEach(entry -> alone.learnAsOneProcess(entry, 0));
        requireSnapshots(topics, alone.publish().snapshots());
    }

    @Test
    void aClusterGoesOnLearningWhereOneProcessStoppedThoughThatWasInTheMidstOfAnEntry() {
        Topics topics = SharedBroker.installation(1);
        int moved = firstSnapshots.size() / 2;
        try (KafkaEventLog log = new KafkaEventLog(SharedBroker.connection(), topics, 0)) {
            log.append(first, firstSnapshots.subList(0, moved));
        }
        try (LearnerShift next = LearnerShift.begin(setup(topics))) {
            readAll(topics, next);
            assertThat(next.version()).isGreaterThan(moved);
        }
        TaughtAlone alone = new TaughtAlone();
        alone.publish();
        for (Entry entry : first) {
            if (alone.snapshots().size() < moved) {
                alone.learnAsOneProcess(entry, moved);
            } else {
                alone.learn(entry);
            }
        }
        requireSnapshots(topics, alone.snapshots());
    }

    @Test
    void aSnapshotOfWhichNobodyKnowsWhatItWasMadeOfIsNotGoneOnFrom() {
        Topics topics = SharedBroker.installation(2);
        try (KafkaEventLog log = new KafkaEventLog(SharedBroker.connection(), topics, 0)) {
            log.append(first.subList(0, 1), firstSnapshots.subList(1, 2));
        }
        assertThatThrownBy(() -> LearnerShift.begin(setup(topics)))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("does not tell what it was made of");
    }

    /** How many entries of the first journal it takes for so many snapshots, and half of what the next takes. */
    private static int entriesFor(int snapshots) {
        TaughtAlone alone = new TaughtAlone();
        int entries = 0;
        while (alone.snapshots().size() < snapshots) {
            alone.learn(first.get(entries++));
        }
        int then = entries;
        while (alone.snapshots().size() == snapshots) {
            alone.learn(first.get(then++));
        }
        return (entries + then) / 2;
    }

    private static ClusterLearner.Setup setup(Topics topics) {
        return new ClusterLearner.Setup(SharedBroker.connection(), topics, () -> NOW, WITHIN, trouble -> {});
    }

    /** Fills the journals portion by portion, now the one and now the other. */
    private static void append(Topics topics, int shards) {
        try (KafkaEventLog one = new KafkaEventLog(SharedBroker.connection(), topics, 0);
                KafkaEventLog other = new KafkaEventLog(SharedBroker.connection(), topics, shards - 1)) {
            int ofFirst = 0;
            int ofSecond = 0;
            while (ofFirst < first.size() || ofSecond < second.size()) {
                ofFirst = append(one, first, ofFirst);
                ofSecond = append(other, second, ofSecond);
            }
        }
    }

    private static int append(KafkaEventLog log, List<Entry> entries, int from) {
        int to = Math.min(entries.size(), from + PORTION);
        if (from < to) {
            log.append(entries.subList(from, to), List.of());
        }
        return to;
    }

    private static void readAll(Topics topics, LearnerShift shift) {
        List<Entry> all = TaughtAlone.journals(topics);
        while (all.stream().anyMatch(entry -> entry.position() >= shift.next(Shards.ofPosition(entry.position())))) {
            shift.advance(POLL);
        }
    }

    private static void requireSnapshots(Topics topics, List<byte[]> expected) {
        assertThat(expected).as("seed %d", SEED).isNotEmpty();
        try (KafkaEventLog log = new KafkaEventLog(SharedBroker.connection(), topics, 0)) {
            assertThat(log.newestSnapshot()).isEqualTo(expected.size());
            for (int version = 1; version <= expected.size(); version++) {
                assertThat(log.snapshot(version).orElseThrow())
                        .as("snapshot %d, seed %d", version, SEED)
                        .isEqualTo(expected.get(version - 1));
            }
        }
    }

    /** Every shard is told of every version once, in order. */
    private static void requireNamed(Topics topics, int newest) {
        EnvelopeCodec codec = new EnvelopeCodec();
        for (int shard = 0; shard < topics.shards(); shard++) {
            TopicPartition partition = new TopicPartition(topics.events(), shard);
            List<Long> named = new ArrayList<>();
            try (Consumer<byte[], byte[]> consumer = SharedBroker.connection().reader()) {
                consumer.assign(List.of(partition));
                long end = consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
                consumer.seekToBeginning(List.of(partition));
                while (consumer.position(partition) < end) {
                    consumer.poll(POLL).forEach(told -> {
                        Envelope envelope = codec.decode(told.value());
                        if (envelope.event() instanceof SnapshotPublished p) {
                            named.add(p.version());
                        }
                    });
                }
            }
            assertThat(named).as("shard %d", shard).hasSize(newest).isSorted().doesNotHaveDuplicates();
        }
    }

    private static void await(BooleanSupplier condition) {
        long deadline = System.nanoTime() + WITHIN.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("within %s", WITHIN).isLessThan(deadline);
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }
}
