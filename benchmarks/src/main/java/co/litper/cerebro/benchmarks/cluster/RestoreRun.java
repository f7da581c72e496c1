package co.litper.cerebro.benchmarks.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/**
 * What it costs to have state again: one of two nodes is killed under load and does not come back, and later a node starts
 * with its folder and without.
 *
 * @param perSecond events a second around the kill
 * @param folder of what nodes write
 */
record RestoreRun(Recordings recordings, double perSecond, Path folder) {
    private static final int NODES = 2;

    /** Of load around the kill, s: before it, and for takeover and what piles up. */
    private static final double BEFORE_S = 5;

    private static final double AFTER_S = 25;
    private static final double NS_PER_S = 1e9;
    private static final Duration REST_WITHIN = Duration.ofMinutes(5);

    /**
     * What became of it.
     *
     * @param entries behind the state
     * @param takeoverMs how long the shard that stood still longest did
     * @param startKeptMs from the start of a node's process until all shards are at work, its folder kept
     * @param startEmptyMs as much without the folder: all state comes from the changelog
     */
    record Outcome(
            int entries, long takeoverMs, long startKeptMs, long startEmptyMs, long lost, int doubled, int differ) {
        SequencedMap<String, Object> figures() {
            SequencedMap<String, Object> figures = new LinkedHashMap<>();
            figures.put("entries", entries);
            figures.put("takeoverMs", takeoverMs);
            figures.put("startKeptMs", startKeptMs);
            figures.put("startEmptyMs", startEmptyMs);
            figures.put("lost", lost);
            figures.put("doubled", doubled);
            figures.put("receiptsDiffer", differ);
            return figures;
        }
    }

    Outcome run(NodeProcess.Told told) throws InterruptedException {
        folder.toFile().mkdirs();
        told.topics().ensure(told.connection());
        List<NodeProcess> nodes = new ArrayList<>(NodeProcess.startAll(told, folder, NODES));
        try (JournalWatch watch = new JournalWatch(told.connection(), told.topics(), recordings);
                Feeder feeder = new Feeder(told.connection(), told.topics(), recordings)) {
            List<Recordings.Step> steps = recordings.steps();
            int before = steps.size() - (int) Math.min(steps.size() / 2.0, (BEFORE_S + AFTER_S) * perSecond);
            feeder.send(steps.subList(0, before));
            feeder.flush();
            watch.awaitLast(steps.subList(0, before), REST_WITHIN);
            CompletableFuture<Long> kill = CompletableFuture.supplyAsync(() -> kill(nodes), OwnThread.EACH);
            feeder.send(steps.subList(before, steps.size()), perSecond);
            feeder.flush();
            long atMs = kill.join();
            watch.awaitAll(REST_WITHIN);
            long takeover = 0;
            for (int shard = 0; shard < recordings.shards(); shard++) {
                takeover = Math.max(
                        takeover,
                        watch.longestStillMs(
                                shard,
                                atMs,
                                atMs + (long) (AFTER_S * Duration.ofSeconds(1).toMillis())));
            }
            nodes.forEach(NodeProcess::close);
            OutboxJudge outbox = OutboxJudge.read(told.connection(), told.topics(), recordings);
            return new Outcome(
                    recordings.entries(),
                    takeover,
                    startMs(told, "kept"),
                    emptyStartMs(told),
                    watch.lost() + outbox.lost(),
                    watch.doubled() + outbox.doubled(),
                    watch.differ() + outbox.strange());
        } finally {
            nodes.forEach(NodeProcess::close);
        }
    }

    private static long kill(List<NodeProcess> nodes) {
        LockSupport.parkNanos((long) (BEFORE_S * NS_PER_S));
        NodeProcess victim =
                nodes.stream().filter(NodeProcess::hasShards).findFirst().orElseThrow();
        long now = System.currentTimeMillis();
        victim.kill();
        return now;
    }

    /** A node alone gets its folder's worth first: the first start fills it, the second is measured. */
    private long startMs(NodeProcess.Told told, String name) {
        NodeProcess filling = NodeProcess.start(told, folder.resolve(name));
        filling.awaitRunning();
        filling.close();
        return timed(told, name);
    }

    private long emptyStartMs(NodeProcess.Told told) {
        delete(folder.resolve("kept"));
        return timed(told, "kept");
    }

    private long timed(NodeProcess.Told told, String name) {
        long start = System.nanoTime();
        try (NodeProcess node = NodeProcess.start(told, folder.resolve(name))) {
            node.awaitRunning();
            return Duration.ofNanos(System.nanoTime() - start).toMillis();
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
