package co.litper.cerebro.cluster.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import co.litper.cerebro.Brain;
import co.litper.cerebro.EffectPlanner;
import co.litper.cerebro.agent.AgentRegistry;
import co.litper.cerebro.event.LogisticsEvent.TrackingUpdated;
import co.litper.cerebro.event.SystemEvent.Tick;
import co.litper.cerebro.log.Entry;
import co.litper.cerebro.log.Envelope;
import co.litper.cerebro.log.EnvelopeCodec;
import co.litper.cerebro.log.Standing;
import co.litper.cerebro.log.StateRow;
import co.litper.cerebro.log.TimePrecision;
import co.litper.cerebro.logistics.AnswerDeadlines;
import co.litper.cerebro.logistics.HolidayCalendar;
import co.litper.cerebro.sense.Senses;
import co.litper.cerebro.think.DecisionMaker;
import co.litper.cerebro.vocabulary.Carrier;
import co.litper.cerebro.vocabulary.CityCode;
import co.litper.cerebro.vocabulary.MerchantId;
import co.litper.cerebro.vocabulary.Priority;
import co.litper.cerebro.vocabulary.ShipmentState;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClusterNodeTest {
    private static final Duration WITHIN = Duration.ofMinutes(4);
    private static final Instant NOW = Instant.parse("2026-03-02T15:00:00Z");
    private static final int SHARDS = 2;

    @TempDir
    Path folder;

    @Test
    void whatCannotBeReadOrBelongsElsewhereBecomesADeadLetterAndHoldsNothingUp() throws Exception {
        Topics topics = SharedBroker.installation(SHARDS);
        Envelope event = tracking("e1");
        int home = Shards.of(event.merchant(), SHARDS);
        try (ClusterNode node = node(topics);
                ClusterIngress ingress = new ClusterIngress(SharedBroker.connection(), topics);
                KafkaEventLog log = new KafkaEventLog(SharedBroker.connection(), topics, home)) {
            write(topics, home, "{\"no\":\"event\"}");
            ingress.offer(event, 1 - home).join();
            ingress.offer(event).join();
            ingress.offer(event).join();
            ingress.offer(tracking("e2")).join();

            await(() -> ids(log).contains("e2"));
            assertThat(ids(log).stream().filter(id -> !id.startsWith("tick"))).containsExactly("e1", "e2");
            assertThat(node.isAlive()).isTrue();
            await(() -> deadLetters(topics).size() == 2);
            assertThat(deadLetters(topics))
                    .anyMatch(reason -> reason.contains("belongs to partition " + home))
                    .anyMatch(reason -> reason.contains("specversion"));
        }
    }

    @Test
    void everyShardIsToldTheTimeThroughItsLog() throws Exception {
        Topics topics = SharedBroker.installation(SHARDS);
        try (ClusterNode node = node(topics)) {
            for (int shard = 0; shard < SHARDS; shard++) {
                try (KafkaEventLog log = new KafkaEventLog(SharedBroker.connection(), topics, shard)) {
                    await(() -> log.end() > log.first());
                    Entry first = log.at(log.first()).orElseThrow();
                    assertThat(new EnvelopeCodec().decode(first.event()).event())
                            .isEqualTo(new Tick(NOW));
                }
            }
            assertThat(node.shards()).containsExactly(0, 1);
        }
        assertThat(Shards.concernsAll(tracking("e"))).isFalse();
    }

    @Test
    void aNodeThatMeetsStateOfANewerReleaseStopsAndLeavesTheEventToOthers() throws Exception {
        Topics topics = SharedBroker.installation(1);
        try (ClusterIngress ingress = new ClusterIngress(SharedBroker.connection(), topics);
                KafkaEventLog log = new KafkaEventLog(SharedBroker.connection(), topics, 0)) {
            try (ClusterNode newer = ClusterNode.start(leaving(topics, "newer").withFormat(new NewerHomes()))) {
                ingress.offer(tracking("e1")).join();
                await(() -> ids(log).contains("e1"));
                assertThat(newer.failure()).isEmpty();
            }
            try (ClusterNode older = ClusterNode.start(leaving(topics, "older"))) {
                ingress.offer(tracking("e2")).join();
                await(() -> !older.isAlive());
                assertThat(older.failure()).contains("newer Cerebro");
            }
            assertThat(ids(log)).doesNotContain("e2");
            try (ClusterNode newer = ClusterNode.start(leaving(topics, "newer").withFormat(new NewerHomes()))) {
                await(() -> ids(log).contains("e2"));
                assertThat(newer.isAlive()).isTrue();
            }
            assertThat(deadLetters(topics)).isEmpty();
        }
    }

    /** Homes with a version that this release does not know yet. */
    private static final class NewerHomes implements RowFormat {
        private static final int HOME = 1;

        @Override
        public byte[] encode(StateRow row) {
            return STANDARD.encode(shifted(row, 1));
        }

        @Override
        public StateRow decode(long key, byte[] row) {
            return shifted(STANDARD.decode(key, row), -1);
        }

        private static StateRow shifted(StateRow row, int by) {
            byte[] bytes = row.bytes().clone();
            bytes[0] += (byte) (row.kind() == HOME ? by : 0);
            return new StateRow(row.key(), row.kind(), row.attention(), row.dueMs(), bytes);
        }
    }

    /** A node that stops by itself leaves nobody behind for a minute. */
    private ClusterNode.Setup leaving(Topics topics, String name) {
        return setup(topics, name).withTimes(Duration.ofSeconds(6), Duration.ofMillis(500));
    }

    private ClusterNode node(Topics topics) {
        return ClusterNode.start(setup(topics, "node"));
    }

    private ClusterNode.Setup setup(Topics topics, String name) {
        ClusterNode.Setup setup = ClusterNode.Setup.usual(
                SharedBroker.connection(),
                topics,
                folder.resolve(name),
                (state, snapshots) -> new Brain(
                        state,
                        new DecisionMaker(AgentRegistry.standard()),
                        new EffectPlanner(ms -> ms),
                        new Senses(AnswerDeadlines.standard(HolidayCalendar.none())),
                        snapshots,
                        1),
                () -> NOW);
        return setup.withTimes(Duration.ofSeconds(60), Duration.ofMillis(500));
    }

    private static Envelope tracking(String id) {
        return new Envelope(
                id,
                "/test",
                new MerchantId("shop"),
                "guide:123456",
                NOW,
                TimePrecision.SECOND,
                NOW,
                "",
                "",
                Priority.NORMAL,
                Standing.LIVE,
                false,
                0,
                new TrackingUpdated(
                        "123456", Carrier.TCC, "EN TRANSITO", ShipmentState.IN_TRANSIT, new CityCode("11001")));
    }

    private static void write(Topics topics, int shard, String text) {
        try (Producer<byte[], byte[]> producer = SharedBroker.connection().producer("")) {
            producer.send(new ProducerRecord<>(
                    topics.events(), shard, new byte[] {1}, text.getBytes(StandardCharsets.UTF_8)));
        }
    }

    private static List<String> ids(KafkaEventLog log) {
        List<String> ids = new ArrayList<>();
        EnvelopeCodec codec = new EnvelopeCodec();
        log.read(0, entry -> ids.add(codec.decode(entry.event()).id()));
        return ids;
    }

    private static List<String> deadLetters(Topics topics) {
        List<TopicPartition> partitions = IntStream.range(0, topics.shards())
                .mapToObj(shard -> new TopicPartition(topics.deadLetters(), shard))
                .toList();
        List<String> reasons = new ArrayList<>();
        try (Consumer<byte[], byte[]> consumer = SharedBroker.connection().reader()) {
            consumer.assign(partitions);
            var ends = consumer.endOffsets(partitions);
            consumer.seekToBeginning(partitions);
            while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.getOrDefault(p, 0L))) {
                for (ConsumerRecord<byte[], byte[]> letter : consumer.poll(Duration.ofMillis(100))) {
                    reasons.add(new String(
                            letter.headers().lastHeader(ShardProcessor.REASON).value(), StandardCharsets.UTF_8));
                }
            }
        }
        return reasons;
    }

    private static void await(BooleanSupplier condition) {
        long deadline = System.nanoTime() + WITHIN.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("within %s", WITHIN).isLessThan(deadline);
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }
}
