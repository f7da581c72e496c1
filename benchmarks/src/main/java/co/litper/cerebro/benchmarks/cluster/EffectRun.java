package co.litper.cerebro.benchmarks.cluster;

import co.litper.cerebro.act.Dispatch;
import co.litper.cerebro.cluster.kafka.Connection;
import co.litper.cerebro.cluster.kafka.OutboxRecord;
import co.litper.cerebro.cluster.kafka.Shards;
import co.litper.cerebro.cluster.kafka.Topics;
import co.litper.cerebro.decision.Decision;
import co.litper.cerebro.decision.PlannedEffect;
import co.litper.cerebro.event.EffectStatus;
import co.litper.cerebro.event.SystemEvent.ActionExecuted;
import co.litper.cerebro.log.EnvelopeCodec;
import co.litper.cerebro.vocabulary.Action;
import co.litper.cerebro.vocabulary.MerchantId;
import co.litper.cerebro.vocabulary.PersonRef;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.SplittableRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * Two who carry effects out into files are killed by turns while effects keep coming. Files and events tell what became of each:
 * none may be in the files twice, and each must be done or be told to be unknown.
 *
 * @param kills how many blows
 * @param perSecond effects a second
 * @param folder of their files
 */
record EffectRun(long seed, int kills, double perSecond, Path folder) {
    private static final int WORKERS = 2;

    /** Between blows, s: a takeover and some work. */
    private static final double SHORTEST_S = 4;

    private static final double LONGEST_S = 8;
    private static final double NS_PER_S = 1e9;
    private static final Duration REST_WITHIN = Duration.ofMinutes(5);
    private static final Duration DEADLINE = Duration.ofHours(1);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Pattern KEY = Pattern.compile("\"key\":\"([^\"]+)\"");
    private static final MerchantId MERCHANT = new MerchantId("bench");

    /**
     * What became of it.
     *
     * @param sentTwice effects that are in the files more than once
     * @param lost effects that are neither done nor told to be unknown
     * @param falselyDone effects that are told to be done and are in no file
     * @param unknown effects told to be unknown
     */
    record Outcome(int effects, int kills, int sentTwice, int lost, int falselyDone, int unknown) {
        SequencedMap<String, Object> figures() {
            SequencedMap<String, Object> figures = new LinkedHashMap<>();
            figures.put("effects", effects);
            figures.put("kills", kills);
            figures.put("sentTwice", sentTwice);
            figures.put("lost", lost);
            figures.put("falselyDone", falselyDone);
            figures.put("unknown", unknown);
            return figures;
        }
    }

    Outcome run(NodeProcess.Told told) throws InterruptedException {
        folder.toFile().mkdirs();
        told.topics().ensure(told.connection());
        List<WorkerProcess> workers = new ArrayList<>();
        for (int i = 0; i < WORKERS; i++) {
            workers.add(WorkerProcess.start(told, file(i)));
        }
        List<Dispatch> dispatched = new ArrayList<>();
        try (Producer<byte[], byte[]> outbox = told.connection().producer("")) {
            SplittableRandom random = new SplittableRandom(seed);
            for (int kill = 0; kill < kills; kill++) {
                feed(outbox, told.topics(), dispatched, random.nextDouble(SHORTEST_S, LONGEST_S));
                int victim = kill % WORKERS;
                workers.get(victim).kill();
                workers.set(victim, WorkerProcess.start(told, file(victim)));
            }
            feed(outbox, told.topics(), dispatched, LONGEST_S);
            outbox.flush();
            Map<Long, EnumSet<EffectStatus>> reported = awaitReports(told.connection(), told.topics(), dispatched);
            return judge(dispatched, reported);
        } finally {
            workers.forEach(WorkerProcess::close);
        }
    }

    private Path file(int worker) {
        return folder.resolve("worker" + worker + ".ndjson");
    }

    private void feed(Producer<byte[], byte[]> outbox, Topics topics, List<Dispatch> dispatched, double seconds) {
        long start = System.nanoTime();
        int count = (int) (seconds * perSecond);
        for (int i = 0; i < count; i++) {
            long wait = start + (long) (i / perSecond * NS_PER_S) - System.nanoTime();
            if (wait > 0) {
                LockSupport.parkNanos(wait);
            }
            Dispatch dispatch = dispatch(dispatched.size(), topics.shards());
            dispatched.add(dispatch);
            long id = dispatch.effectId();
            outbox.send(new ProducerRecord<>(
                    topics.outbox(),
                    Shards.ofEffect(id),
                    ByteBuffer.allocate(Long.BYTES).putLong(id).array(),
                    new OutboxRecord.Dispatched(dispatch).toBytes()));
        }
    }

    private static Dispatch dispatch(int number, int shards) {
        long position = Shards.firstPosition(number % shards) + number;
        return new Dispatch(
                PlannedEffect.idOf(Decision.idOf(position, 0), 0),
                MERCHANT,
                "guide:" + number,
                PersonRef.NONE,
                Action.NOTIFY_CUSTOMER,
                "",
                Instant.now().plus(DEADLINE).toEpochMilli(),
                Integer.toString(number));
    }

    /** Reads reports until each effect has come to its end, or for long enough. */
    private static Map<Long, EnumSet<EffectStatus>> awaitReports(
            Connection connection, Topics topics, List<Dispatch> dispatched) {
        EnvelopeCodec codec = new EnvelopeCodec();
        Map<Long, EnumSet<EffectStatus>> reported = new HashMap<>();
        dispatched.forEach(d -> reported.put(d.effectId(), EnumSet.noneOf(EffectStatus.class)));
        int[] left = {reported.size()};
        List<TopicPartition> partitions = IntStream.range(0, topics.shards())
                .mapToObj(shard -> new TopicPartition(topics.events(), shard))
                .toList();
        long deadline = System.nanoTime() + REST_WITHIN.toNanos();
        try (Consumer<byte[], byte[]> events = connection.reader()) {
            events.assign(partitions);
            events.seekToBeginning(partitions);
            while (left[0] > 0 && System.nanoTime() < deadline) {
                events.poll(POLL).forEach(found -> {
                    if (codec.decode(found.value()).event() instanceof ActionExecuted told
                            && reported.containsKey(told.effectId())) {
                        boolean ended = !told.status().isOpen();
                        EnumSet<EffectStatus> of = reported.get(told.effectId());
                        left[0] -= ended && of.stream().allMatch(EffectStatus::isOpen) ? 1 : 0;
                        of.add(told.status());
                    }
                });
            }
        }
        return reported;
    }

    private Outcome judge(List<Dispatch> dispatched, Map<Long, EnumSet<EffectStatus>> reported) {
        Map<String, Integer> sent = sent();
        int lost = 0;
        int falselyDone = 0;
        int unknown = 0;
        for (Dispatch dispatch : dispatched) {
            EnumSet<EffectStatus> of = reported.getOrDefault(dispatch.effectId(), EnumSet.noneOf(EffectStatus.class));
            boolean isDone = of.contains(EffectStatus.DONE);
            boolean isUnknown = of.contains(EffectStatus.UNKNOWN);
            lost += isDone || isUnknown ? 0 : 1;
            falselyDone += isDone && !sent.containsKey(dispatch.idempotencyKey()) ? 1 : 0;
            unknown += isUnknown ? 1 : 0;
        }
        int twice = (int) sent.values().stream().filter(n -> n > 1).count();
        return new Outcome(dispatched.size(), kills, twice, lost, falselyDone, unknown);
    }

    /** How often each key is in the files. */
    private Map<String, Integer> sent() {
        Map<String, Integer> sent = new HashMap<>();
        for (int i = 0; i < WORKERS; i++) {
            try {
                if (Files.exists(file(i))) {
                    Matcher keys = KEY.matcher(Files.readString(file(i), StandardCharsets.UTF_8));
                    while (keys.find()) {
                        sent.merge(keys.group(1), 1, Integer::sum);
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return sent;
    }
}
