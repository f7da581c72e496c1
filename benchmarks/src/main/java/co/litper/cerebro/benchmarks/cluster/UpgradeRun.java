package co.litper.cerebro.benchmarks.cluster;

import co.litper.cerebro.cluster.kafka.ShardRows;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Nodes of one release give place to nodes of the next, one after another, while events flow: a new one starts, an old one is
 * asked to stop, and so on. State that old nodes wrote is read by new ones.
 *
 * @param perSecond events a second all the while
 * @param folder of what nodes write
 */
record UpgradeRun(Recordings recordings, double perSecond, Path folder) {
    private static final int NODES = 2;
    private static final Duration REST_WITHIN = Duration.ofMinutes(5);

    /**
     * What became of it.
     *
     * @param tookMs from the first new node's start until the last old one had stopped
     * @param stillMs how long each shard was not written to at the longest meanwhile
     * @param rowsBefore homes in state that the old release wrote, when all was over
     * @param rowsNext homes in state that the next release wrote
     */
    record Outcome(
            long tookMs,
            List<Long> stillMs,
            long rowsBefore,
            long rowsNext,
            long lost,
            int doubled,
            int differ,
            List<String> examples) {
        SequencedMap<String, Object> figures() {
            SequencedMap<String, Object> figures = new LinkedHashMap<>();
            figures.put("tookMs", tookMs);
            figures.put("stillMs", stillMs);
            figures.put("rowsBefore", rowsBefore);
            figures.put("rowsNext", rowsNext);
            figures.put("lost", lost);
            figures.put("doubled", doubled);
            figures.put("receiptsDiffer", differ);
            figures.put("examples", examples);
            return figures;
        }
    }

    private record Times(long fromMs, long toMs) {}

    Outcome run(NodeProcess.Told told) throws InterruptedException {
        folder.toFile().mkdirs();
        told.topics().ensure(told.connection());
        List<NodeProcess> nodes = new ArrayList<>(NodeProcess.startAll(told, folder, NODES));
        try (JournalWatch watch = new JournalWatch(told.connection(), told.topics(), recordings);
                Feeder feeder = new Feeder(told.connection(), told.topics(), recordings)) {
            List<Recordings.Step> steps = recordings.steps();
            int before = steps.size() / 2;
            feeder.send(steps.subList(0, before));
            feeder.flush();
            watch.awaitLast(steps.subList(0, before), REST_WITHIN);
            CompletableFuture<Times> upgrade =
                    CompletableFuture.supplyAsync(() -> upgrade(told, nodes), OwnThread.EACH);
            feeder.send(steps.subList(before, steps.size()), perSecond);
            feeder.flush();
            Times times = upgrade.join();
            watch.awaitAll(REST_WITHIN);
            return judge(told, watch, times);
        } finally {
            nodes.forEach(NodeProcess::close);
        }
    }

    private Times upgrade(NodeProcess.Told told, List<NodeProcess> nodes) {
        long from = System.currentTimeMillis();
        for (int i = 0; i < NODES; i++) {
            NodeProcess next = NodeProcess.start(told, folder.resolve("next" + i), List.of(), true);
            next.awaitRunning();
            NodeProcess old = nodes.set(i, next);
            old.close();
        }
        return new Times(from, System.currentTimeMillis());
    }

    private Outcome judge(NodeProcess.Told told, JournalWatch watch, Times times) {
        OutboxJudge outbox = OutboxJudge.read(told.connection(), told.topics(), recordings);
        List<Long> still = new ArrayList<>();
        AtomicLong before = new AtomicLong();
        AtomicLong next = new AtomicLong();
        for (int shard = 0; shard < recordings.shards(); shard++) {
            still.add(watch.longestStillMs(shard, times.fromMs(), times.toMs()));
            ShardRows.read(told.connection(), told.topics(), shard).values().forEach(row -> {
                if (NextRelease.isHome(row)) {
                    (NextRelease.wrote(row) ? next : before).incrementAndGet();
                }
            });
        }
        return new Outcome(
                times.toMs() - times.fromMs(),
                still,
                before.get(),
                next.get(),
                watch.lost() + outbox.lost(),
                watch.doubled() + outbox.doubled(),
                watch.differ() + outbox.strange(),
                watch.examples());
    }
}
