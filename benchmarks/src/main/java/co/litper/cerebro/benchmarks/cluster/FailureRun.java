package co.litper.cerebro.benchmarks.cluster;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;

/**
 * Three nodes under load while something that they need is gone for a time. Nobody helps: what comes back must be found, and
 * what piled up be worked off, by the nodes themselves.
 *
 * @param outageS how long it is gone, s
 * @param perSecond events a second all the while
 * @param folder of what nodes write
 */
record FailureRun(Recordings recordings, int outageS, double perSecond, Path folder) {
    static final int NODES = 3;

    /** Of load before and after, s. */
    private static final double BEFORE_S = 5;

    private static final double AFTER_S = 10;
    private static final double NS_PER_S = 1e9;

    /** Until all that was sent has been met, and until nodes are at work again: minutes, for machines that others want too. */
    private static final Duration REST_WITHIN = Duration.ofMinutes(5);

    /**
     * What became of it.
     *
     * @param outageMs from its going until it takes connections again
     * @param stillMs how long each shard was not written to at the longest, from the outage's begin to its end, in order
     * @param againMs from its coming back until every shard had been written to
     * @param behindMs from the last event sent until all were met
     * @param lost events and effects that are not there
     * @param doubled events and effects that are there twice
     * @param differ entries that are not as the recording has them, and what is wrong beside the nodes
     * @param nodesAtWork nodes that came back to work by themselves
     * @param beside what is kept beside the nodes
     * @param examples of what was wrong
     */
    record Outcome(
            long outageMs,
            List<Long> stillMs,
            long againMs,
            long behindMs,
            long lost,
            int doubled,
            int differ,
            int nodesAtWork,
            SequencedMap<String, Object> beside,
            List<String> examples) {
        /** True if nothing is lost, doubled or other than it should be, and every node works again. */
        boolean isWell() {
            return lost == 0 && doubled == 0 && differ == 0 && nodesAtWork == NODES;
        }

        SequencedMap<String, Object> figures() {
            SequencedMap<String, Object> figures = new LinkedHashMap<>();
            figures.put("outageMs", outageMs);
            figures.put("stillMs", stillMs);
            figures.put("againMs", againMs);
            figures.put("behindMs", behindMs);
            figures.put("lost", lost);
            figures.put("doubled", doubled);
            figures.put("receiptsDiffer", differ);
            figures.put("nodesAtWork", nodesAtWork);
            figures.putAll(beside);
            figures.put("examples", examples);
            return figures;
        }
    }

    private record Times(long fromMs, long toMs) {}

    static int eventsNeeded(int outageS, double perSecond) {
        return (int) Math.ceil((BEFORE_S + outageS + AFTER_S) * perSecond);
    }

    /**
     * Lets {@code struck} fail.
     *
     * @param by what the commands of the nodes begin with, one each
     */
    Outcome run(NodeProcess.Told told, List<List<String>> by, Struck struck) throws InterruptedException {
        folder.toFile().mkdirs();
        told.topics().ensure(told.connection());
        List<NodeProcess> nodes = new ArrayList<>();
        for (int i = 0; i < NODES; i++) {
            nodes.add(NodeProcess.start(told, folder.resolve("node" + i), by.get(i), false));
        }
        try (JournalWatch watch = new JournalWatch(told.connection(), told.topics(), recordings);
                Feeder feeder = new Feeder(told.connection(), told.topics(), recordings)) {
            nodes.forEach(NodeProcess::awaitRunning);
            CompletableFuture<Times> outage = CompletableFuture.supplyAsync(() -> strike(struck), OwnThread.EACH);
            struck.feed(feeder, recordings.steps(), perSecond);
            feeder.flush();
            long sentNs = System.nanoTime();
            Times times = outage.join();
            watch.awaitAll(REST_WITHIN);
            long behindMs = Duration.ofNanos(System.nanoTime() - sentNs).toMillis();
            Struck.Beside beside = struck.compare();
            int atWork = (int)
                    nodes.stream().filter(node -> node.awaitAtWork(REST_WITHIN)).count();
            return judge(told, watch, times, behindMs, atWork, beside);
        } finally {
            nodes.forEach(NodeProcess::close);
        }
    }

    private Times strike(Struck struck) {
        LockSupport.parkNanos((long) (BEFORE_S * NS_PER_S));
        long from = System.currentTimeMillis();
        struck.begin();
        long until = System.nanoTime() + Duration.ofSeconds(outageS).toNanos();
        for (long left = until - System.nanoTime(); left > 0; left = until - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
        struck.end();
        return new Times(from, System.currentTimeMillis());
    }

    private Outcome judge(
            NodeProcess.Told told, JournalWatch watch, Times times, long behindMs, int atWork, Struck.Beside beside) {
        OutboxJudge outbox = OutboxJudge.read(told.connection(), told.topics(), recordings);
        List<Long> still = new ArrayList<>();
        long again = 0;
        for (int shard = 0; shard < recordings.shards(); shard++) {
            still.add(watch.longestStillMs(shard, times.fromMs(), times.toMs()));
            again = Math.max(again, watch.firstAppendAfterMs(shard, times.toMs()));
        }
        return new Outcome(
                times.toMs() - times.fromMs(),
                still,
                again,
                behindMs,
                watch.lost() + outbox.lost(),
                watch.doubled() + outbox.doubled(),
                watch.differ() + outbox.strange() + beside.wrong(),
                atWork,
                beside.figures(),
                watch.examples());
    }
}
