package co.litper.cerebro.benchmarks.cluster;

import co.litper.cerebro.testkit.KafkaServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;

/**
 * Nodes that are killed under load, one after another, each started again at once; now and then the broker.
 *
 * @param kills how many nodes are killed
 * @param brokerKills how often the broker is, spread among them
 * @param nodes how many run at a time
 * @param perSecond events a second meanwhile
 */
record KillPlan(long seed, int kills, int brokerKills, int nodes, double perSecond) {
    /** Long enough to take over and to be at work again before the next blow. */
    private static final double LEAST_GAP_S = 5;

    private static final double MOST_GAP_S = 8;
    private static final Duration REST_WITHIN = Duration.ofSeconds(120);

    /**
     * What became of it.
     *
     * @param lost events and effects that are not there
     * @param doubled events and effects that are there twice
     * @param differ entries that are not as the recording has them
     * @param takeoversMs how long shards of killed nodes stood still, each time the longest of them
     * @param brokerMs how long all stood still when the broker was killed
     * @param examples of what was wrong
     */
    record Outcome(
            long lost, int doubled, int differ, List<Long> takeoversMs, List<Long> brokerMs, List<String> examples) {}

    /** Events that are needed to keep nodes busy until the last blow is over. */
    int eventsNeeded() {
        return (int) Math.ceil((kills + brokerKills + 1) * MOST_GAP_S * perSecond);
    }

    Outcome run(KafkaServer broker, NodeProcess.Told told, Recordings recordings, Path folder)
            throws InterruptedException {
        told.topics().ensure(told.connection());
        List<NodeProcess> running = NodeProcess.startAll(told, folder, nodes);
        try (JournalWatch watch = new JournalWatch(told.connection(), told.topics(), recordings);
                Feeder feeder = new Feeder(told.connection(), told.topics(), recordings)) {
            List<Blow> blows = new ArrayList<>();
            CompletableFuture<Void> killer =
                    CompletableFuture.runAsync(() -> strike(broker, told, folder, running, blows));
            feeder.send(recordings.steps(), perSecond);
            killer.join();
            feeder.flush();
            watch.awaitAll(REST_WITHIN);
            return judge(told, recordings, watch, blows);
        } finally {
            running.forEach(NodeProcess::close);
        }
    }

    /** A blow, by the clock that broker and bench share. */
    private record Blow(long atMs, boolean atBroker) {}

    private void strike(
            KafkaServer broker, NodeProcess.Told told, Path folder, List<NodeProcess> running, List<Blow> blows) {
        SplittableRandom random = new SplittableRandom(seed);
        int every = brokerKills == 0 ? Integer.MAX_VALUE : (kills + brokerKills) / brokerKills;
        for (int i = 1; i <= kills + brokerKills; i++) {
            LockSupport.parkNanos((long) (random.nextDouble(LEAST_GAP_S, MOST_GAP_S) * 1e9));
            long now = System.currentTimeMillis();
            boolean atBroker = i % every == 0;
            if (atBroker) {
                broker.kill();
                broker.restart();
            } else {
                int victim = random.nextInt(nodes);
                running.get(victim).kill();
                running.set(victim, NodeProcess.start(told, folder.resolve("node" + victim)));
            }
            blows.add(new Blow(now, atBroker));
        }
    }

    private static Outcome judge(NodeProcess.Told told, Recordings recordings, JournalWatch watch, List<Blow> blows) {
        OutboxJudge outbox = OutboxJudge.read(told.connection(), told.topics(), recordings);
        List<Long> takeovers = new ArrayList<>();
        List<Long> brokers = new ArrayList<>();
        for (Blow blow : blows) {
            long longest = 0;
            for (int shard = 0; shard < recordings.shards(); shard++) {
                longest = Math.max(longest, watch.firstAppendAfterMs(shard, blow.atMs()));
            }
            (blow.atBroker() ? brokers : takeovers).add(longest);
        }
        List<String> examples = new ArrayList<>(watch.examples());
        if (outbox.strange() > 0) {
            examples.add(outbox.strange() + " effects that should not have left");
        }
        return new Outcome(
                watch.lost() + outbox.lost(),
                watch.doubled() + outbox.doubled(),
                watch.differ() + outbox.strange(),
                takeovers,
                brokers,
                examples);
    }
}
