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
 * Nodes that are killed under load, one a round, each started again at once; now and then the broker. A round ends when
 * everything that was sent has been met and the node is at work again, so that a slow machine makes it longer and not another.
 *
 * @param kills how many nodes are killed, each while it has shards
 * @param brokerKills how often the broker is, spread among them
 * @param nodes how many run at a time
 * @param perSecond events a second meanwhile
 * @param roundS seconds of load in a round
 */
record KillPlan(long seed, int kills, int brokerKills, int nodes, double perSecond, double roundS) {
    /** The blow falls in this part of a round's load, so that shards without a node are seen to stand still. */
    private static final double EARLIEST = .1;

    private static final double LATEST = .4;

    /** Until what was sent has been met: minutes, for machines that others want too. */
    private static final Duration REST_WITHIN = Duration.ofMinutes(4);

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

    private int rounds() {
        return kills + brokerKills;
    }

    /** Events that are needed to keep nodes busy until the last blow is over. */
    int eventsNeeded() {
        return (int) Math.ceil(rounds() * roundS * perSecond);
    }

    Outcome run(KafkaServer broker, NodeProcess.Told told, Recordings recordings, Path folder)
            throws InterruptedException {
        told.topics().ensure(told.connection());
        Nodes running = new Nodes(NodeProcess.startAll(told, folder, nodes), told, folder);
        try (JournalWatch watch = new JournalWatch(told.connection(), told.topics(), recordings);
                Feeder feeder = new Feeder(told.connection(), told.topics(), recordings)) {
            List<Blow> blows = new ArrayList<>();
            SplittableRandom random = new SplittableRandom(seed);
            int every = brokerKills == 0 ? Integer.MAX_VALUE : rounds() / brokerKills;
            List<Recordings.Step> steps = recordings.steps();
            boolean met = true;
            for (int i = 1; i <= rounds() && met; i++) {
                boolean atBroker = i % every == 0;
                long afterNs = (long) (random.nextDouble(EARLIEST, LATEST) * roundS * 1e9);
                int draw = random.nextInt(Integer.MAX_VALUE);
                CompletableFuture<Blow> blow = CompletableFuture.supplyAsync(
                        () -> {
                            LockSupport.parkNanos(afterNs);
                            return atBroker ? strike(broker) : running.strike(draw);
                        },
                        OwnThread.EACH);
                List<Recordings.Step> load = steps.subList(
                        steps.size() / rounds() * (i - 1), i == rounds() ? steps.size() : steps.size() / rounds() * i);
                feeder.send(load, perSecond);
                blows.add(blow.join());
                feeder.flush();
                met = watch.awaitLast(load, REST_WITHIN);
                running.awaitAll();
            }
            watch.awaitAll(met ? REST_WITHIN : Duration.ZERO);
            return judge(told, recordings, watch, blows);
        } finally {
            running.nodes().forEach(NodeProcess::close);
        }
    }

    /** A blow, by the clock that broker and bench share. */
    private record Blow(long atMs, boolean atBroker) {}

    private static Blow strike(KafkaServer broker) {
        long now = System.currentTimeMillis();
        broker.kill();
        broker.restart();
        return new Blow(now, true);
    }

    /** Those at work, by number. */
    private record Nodes(List<NodeProcess> nodes, NodeProcess.Told told, Path folder) {
        /** Kills one that has shards, and starts it again. */
        Blow strike(int draw) {
            int victim = draw % nodes.size();
            for (int i = 0; i < nodes.size() && !nodes.get(victim).hasShards(); i++) {
                victim = (victim + 1) % nodes.size();
            }
            long now = System.currentTimeMillis();
            nodes.get(victim).kill();
            nodes.set(victim, NodeProcess.start(told, folder.resolve("node" + victim)));
            return new Blow(now, false);
        }

        void awaitAll() {
            nodes.forEach(NodeProcess::awaitRunning);
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
