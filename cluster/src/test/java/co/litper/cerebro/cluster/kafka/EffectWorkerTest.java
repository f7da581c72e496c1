package co.litper.cerebro.cluster.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import co.litper.cerebro.act.Channel;
import co.litper.cerebro.act.Dispatch;
import co.litper.cerebro.decision.Decision;
import co.litper.cerebro.decision.PlannedEffect;
import co.litper.cerebro.event.SystemEvent.ActionExecuted;
import co.litper.cerebro.log.EnvelopeCodec;
import co.litper.cerebro.vocabulary.Action;
import co.litper.cerebro.vocabulary.MerchantId;
import co.litper.cerebro.vocabulary.PersonRef;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class EffectWorkerTest {
    private static final Duration WITHIN = Duration.ofMinutes(3);
    private static final Duration DEAD_AFTER = Duration.ofSeconds(6);
    private static final Instant NOW = Instant.parse("2026-03-02T15:00:00Z");
    private static final int SHARDS = 2;
    private static final int EFFECTS = 20;

    private final long beganNs = System.nanoTime();
    private final Topics topics = SharedBroker.installation(SHARDS);
    private final List<Long> sent = new CopyOnWriteArrayList<>();
    private final List<String> troubles = new CopyOnWriteArrayList<>();

    /** Sends to a list. */
    private final class Sending implements Channel {
        private final boolean deduplicates;
        private final Function<Dispatch, Result> answer;

        Sending(boolean deduplicates, Function<Dispatch, Result> answer) {
            this.deduplicates = deduplicates;
            this.answer = answer;
        }

        @Override
        public String name() {
            return "sending";
        }

        @Override
        public boolean deduplicates() {
            return deduplicates;
        }

        @Override
        public Result send(Dispatch dispatch) {
            sent.add(dispatch.effectId());
            return answer.apply(dispatch);
        }
    }

    private EffectWorker worker(Channel channel) {
        return EffectWorker.start(new EffectWorker.Setup(
                SharedBroker.connection(), topics, Map.of(), channel, this::now, DEAD_AFTER, troubles::add));
    }

    /** Goes on, since what is refused is tried again later. */
    private Instant now() {
        return NOW.plusNanos(System.nanoTime() - beganNs);
    }

    private Channel taking() {
        return new Sending(false, dispatch -> Channel.Result.DONE);
    }

    private static long effect(int number) {
        long position = Shards.firstPosition(number % SHARDS) + number;
        return PlannedEffect.idOf(Decision.idOf(position, 0), 0);
    }

    private void dispatch(int from, int to) {
        try (Producer<byte[], byte[]> producer = SharedBroker.connection().producer("")) {
            for (int i = from; i < to; i++) {
                tell(producer, new OutboxRecord.Dispatched(dispatch(effect(i))));
            }
        }
    }

    private static Dispatch dispatch(long effectId) {
        return new Dispatch(
                effectId,
                new MerchantId("shop"),
                "guide:1",
                PersonRef.NONE,
                Action.NOTIFY_CUSTOMER,
                "",
                NOW.plus(WITHIN).toEpochMilli(),
                "1");
    }

    private void tell(Producer<byte[], byte[]> producer, OutboxRecord told) {
        producer.send(new ProducerRecord<>(
                topics.outbox(),
                Shards.ofEffect(told.effectId()),
                JournalRecord.bytes(told.effectId()),
                told.toBytes()));
    }

    /** What was reported of effects, in order, as {@code effect status}. */
    private List<String> reports() {
        EnvelopeCodec codec = new EnvelopeCodec();
        List<TopicPartition> partitions = IntStream.range(0, SHARDS)
                .mapToObj(shard -> new TopicPartition(topics.events(), shard))
                .toList();
        List<String> reports = new ArrayList<>();
        try (Consumer<byte[], byte[]> consumer = SharedBroker.connection().reader()) {
            consumer.assign(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            consumer.seekToBeginning(partitions);
            while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.getOrDefault(p, 0L))) {
                consumer.poll(Duration.ofMillis(100)).forEach(found -> {
                    if (codec.decode(found.value()).event() instanceof ActionExecuted told) {
                        reports.add(told.effectId() + " " + told.status());
                    }
                });
            }
        }
        return reports;
    }

    private static List<Long> effects(int from, int to) {
        return IntStream.range(from, to).mapToObj(EffectWorkerTest::effect).toList();
    }

    private static void await(BooleanSupplier condition) {
        long deadline = System.nanoTime() + WITHIN.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("within %s", WITHIN).isLessThan(deadline);
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }

    private long done() {
        return reports().stream().filter(r -> r.endsWith("DONE")).count();
    }

    @Test
    void everyEffectIsSentOnceAndReportedWhoeverWorksNext() {
        dispatch(0, EFFECTS);
        try (EffectWorker first = worker(taking())) {
            await(() -> done() == EFFECTS);
        }
        assertThat(sent).containsExactlyInAnyOrderElementsOf(effects(0, EFFECTS));
        assertThat(reports()).hasSize(2 * EFFECTS).doesNotHaveDuplicates();

        dispatch(EFFECTS, 2 * EFFECTS);
        try (EffectWorker second = worker(taking());
                EffectWorker third = worker(taking())) {
            await(() -> done() == 2 * EFFECTS);
        }
        assertThat(sent).containsExactlyInAnyOrderElementsOf(effects(0, 2 * EFFECTS));
        assertThat(troubles).isEmpty();
    }

    @Test
    void whatADeadWorkerHadAttemptedIsUnknownAndNeverSentAgain() {
        dispatch(0, EFFECTS);
        CountDownLatch attempted = new CountDownLatch(1);
        // Its executor dies at the first attempt, between sending and telling.
        EffectWorker dying = worker(new Sending(false, dispatch -> {
            attempted.countDown();
            throw new ThreadDeathInTest();
        }));
        await(() -> attempted.getCount() == 0);
        dying.close();
        long lost = sent.getFirst();

        try (EffectWorker next = worker(taking())) {
            await(() -> done() == EFFECTS - 1 && reports().contains(lost + " UNKNOWN"));
        }
        assertThat(sent).containsExactlyInAnyOrderElementsOf(effects(0, EFFECTS));
        assertThat(reports()).doesNotContain(lost + " DONE").doesNotHaveDuplicates();
    }

    /** What no executor expects. */
    private static final class ThreadDeathInTest extends Error {
        private static final long serialVersionUID = 1L;
    }

    @Test
    void whatIsRefusedForNowIsTriedAgainUntilItIsWithdrawn() {
        dispatch(0, EFFECTS);
        long refused = effect(3);
        Channel closedForOne = new Sending(
                true, dispatch -> dispatch.effectId() == refused ? Channel.Result.RETRY : Channel.Result.DONE);
        try (EffectWorker worker = worker(closedForOne)) {
            await(() -> done() == EFFECTS - 1 && times(refused) > 1);
            try (Producer<byte[], byte[]> producer = SharedBroker.connection().producer("")) {
                tell(producer, new OutboxRecord.Withdrawn(refused));
            }
            dispatch(EFFECTS, EFFECTS + 2); // one in each partition, behind the withdrawal
            await(() -> done() == EFFECTS + 1);
        }
        long tries = times(refused);
        try (EffectWorker next = worker(new Sending(true, dispatch -> Channel.Result.DONE))) {
            dispatch(EFFECTS + 2, EFFECTS + 4);
            await(() -> done() == EFFECTS + 3);
        }
        assertThat(times(refused)).isEqualTo(tries);
        assertThat(reports()).hasSize(EFFECTS + 3).doesNotHaveDuplicates().noneMatch(r -> r.startsWith(refused + " "));
    }

    private long times(long effectId) {
        return sent.stream().filter(id -> id == effectId).count();
    }
}
