package co.litper.cerebro.benchmarks.cluster;

import co.litper.cerebro.benchmarks.Bench;
import co.litper.cerebro.benchmarks.BenchResult;
import co.litper.cerebro.testkit.KafkaServer;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.HdrHistogram.Histogram;

/**
 * Simulated worlds through one, two and three nodes on this machine, beside the embedded host and the bare broker: speed,
 * latency, whether every receipt is the one that one process made, and what is lost or doubled when nodes are killed.
 *
 * <p>Options: {@code --events N} (200,000; 0 for no speeds), {@code --kills N} (20; 0 for none), {@code --failures} for what else
 * may be gone, {@code --outage S} (60) for how long, {@code --state N} (0: not) for restores and a rolling upgrade of the state behind
 * so many events, {@code --learning N} (0: not) for the learner over journals of so many events, {@code --seed S} (1), {@code --dead-after MS} (3,000). Broker, nodes, feeder and judge share the machine.
 */
public final class ClusterBench implements Bench {
    private static final int SHARDS = 6;
    private static final int EVENTS = 200_000;
    private static final int KILLS = 20;
    private static final int DEAD_AFTER_MS = 3_000;
    private static final int OUTAGE_S = 60;

    /** Events a second while something is gone: what piles up in a minute must be worked off beside what still comes. */
    private static final double MEANWHILE_PER_SECOND = 300;

    /** Events a second at which latency is measured, and under which nodes are killed. */
    private static final double TIMED_PER_SECOND = 1_000;

    /** Effects a second while those who carry them out are killed: some are always on their way, each synced to disk. */
    private static final double EFFECTS_PER_SECOND = 50;

    /** Of the events the share that is sent at that rate, so that code and caches are warm. */
    private static final int TIMED_SHARE = 10;

    /** Of the events the share that is sent before speed is measured, to one process and to nodes: a compiler that is still at work takes as much as they do. */
    static final int WARM_UP_SHARE = 4;

    /** Of load around each kill: a takeover and the work that has piled up. */
    private static final double ROUND_S = 6;

    private static final Duration WITHIN = Duration.ofMinutes(10);
    private static final double NS_PER_S = 1e9;
    private static final double US_PER_MS = 1e3;

    /** What was asked for. */
    private record Asked(
            int events, int kills, boolean failures, int outageS, int state, int learning, long seed, int deadAfterMs) {
        static Asked of(List<String> args) {
            int events = EVENTS;
            int kills = KILLS;
            boolean failures = false;
            int outageS = OUTAGE_S;
            int state = 0;
            int learning = 0;
            long seed = 1;
            int deadAfterMs = DEAD_AFTER_MS;
            for (int i = 0; i < args.size(); i++) {
                String name = args.get(i);
                if (name.equals("--json") || name.equals("--failures")) {
                    failures |= name.equals("--failures");
                    continue;
                }
                String value = i + 1 < args.size() ? args.get(++i) : "";
                switch (name) {
                    case "--events" -> events = Integer.parseInt(value);
                    case "--kills" -> kills = Integer.parseInt(value);
                    case "--outage" -> outageS = Integer.parseInt(value);
                    case "--state" -> state = Integer.parseInt(value);
                    case "--learning" -> learning = Integer.parseInt(value);
                    case "--seed" -> seed = Long.parseLong(value);
                    case "--dead-after" -> deadAfterMs = Integer.parseInt(value);
                    default ->
                        throw new IllegalArgumentException(
                                "cluster knows no option " + name
                                        + ". Maybe --events, --kills, --failures, --outage, --state, --learning, --seed or --dead-after was meant.");
                }
            }
            return new Asked(events, kills, failures, outageS, state, learning, seed, deadAfterMs);
        }

        String command() {
            return "./cerebro bench cluster --events " + events + " --kills " + kills
                    + (failures ? " --failures --outage " + outageS : "")
                    + (state > 0 ? " --state " + state : "")
                    + (learning > 0 ? " --learning " + learning : "") + " --seed " + seed + " --dead-after "
                    + deadAfterMs;
        }
    }

    /** What so many nodes came to. */
    private record Pace(double eventsPerSecond, double p99Ms, int differ, int doubled, long lost) {}

    @Override
    public String name() {
        return "cluster";
    }

    @Override
    public String description() {
        return "one, two and three Kafka Streams nodes beside one process: speed, equal receipts, nodes killed";
    }

    @Override
    public BenchResult run(List<String> args, PrintStream progress) {
        Asked asked = Asked.of(args);
        try {
            Path folder = Files.createTempDirectory("cerebro-cluster");
            try (KafkaServer broker = KafkaServer.start(folder.resolve("broker"))) {
                return measure(asked, broker, folder, progress);
            } finally {
                delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** What is wrong so far. */
    private record Wrong(long lost, int doubled, int differ) {
        Wrong plus(long moreLost, int moreDoubled, int moreDiffer) {
            return new Wrong(lost + moreLost, doubled + moreDoubled, differ + moreDiffer);
        }

        boolean isNothing() {
            return lost == 0 && doubled == 0 && differ == 0;
        }
    }

    private static BenchResult measure(Asked asked, KafkaServer broker, Path folder, PrintStream progress)
            throws InterruptedException {
        SequencedMap<String, Object> floor = new LinkedHashMap<>();
        SequencedMap<String, Object> ours = new LinkedHashMap<>();
        Wrong wrong = new Wrong(0, 0, 0);
        if (asked.events() > 0) {
            wrong = speeds(asked, broker, folder, progress, floor, ours);
        }
        if (asked.kills() > 0) {
            KillPlan.Outcome killed = kill(asked, broker, folder, progress);
            kills(killed, asked, ours);
            wrong = wrong.plus(killed.lost(), killed.doubled(), killed.differ());
            EffectRun.Outcome effects = new EffectRun(
                            asked.seed(), asked.kills(), EFFECTS_PER_SECOND, folder.resolve("effects"))
                    .run(told("effects", asked, broker, 0));
            ours.put("effectsCarriedOut", effects.figures());
            progress.println("effects " + effects);
            wrong = wrong.plus(effects.lost() + effects.falselyDone(), effects.sentTwice(), 0);
        }
        boolean well = true;
        if (asked.failures()) {
            FailureSuite suite = new FailureSuite(
                    asked.seed(), SHARDS, asked.deadAfterMs(), asked.outageS(), MEANWHILE_PER_SECOND, progress);
            suite.run(folder.resolve("failures"));
            ours.put("failures", suite.figures());
            wrong = wrong.plus(suite.lost(), suite.doubled(), suite.differ());
            well = suite.isWell();
        }
        if (asked.state() > 0) {
            wrong = restore(asked, broker, folder, progress, ours, wrong);
        }
        if (asked.learning() > 0) {
            LearnerRun.Outcome learned = new LearnerRun(
                            Recordings.of(asked.seed(), SHARDS, asked.learning() / SHARDS + 1))
                    .run(told("learning", asked, broker, 0));
            ours.put("learning", learned.figures());
            progress.println("learning " + learned);
        }
        ours.put("lost", wrong.lost());
        ours.put("doubled", wrong.doubled());
        ours.put("receiptsDiffer", wrong.differ());
        ours.put("passed", wrong.isNothing() && well);
        return new BenchResult(
                "cluster",
                ours,
                floor,
                new LinkedHashMap<>(),
                new LinkedHashMap<>(),
                List.of(asked.seed()),
                asked.command());
    }

    /** What it costs to have state again, and whether the next release reads it. */
    private static Wrong restore(
            Asked asked,
            KafkaServer broker,
            Path folder,
            PrintStream progress,
            SequencedMap<String, Object> ours,
            Wrong before)
            throws InterruptedException {
        Recordings recordings = Recordings.of(asked.seed(), SHARDS, asked.state() / SHARDS + 1);
        Wrong wrong = before;
        for (int standbys = 0; standbys <= 1; standbys++) {
            String name = standbys == 0 ? "restoreWithoutStandby" : "restoreWithStandby";
            RestoreRun.Outcome restored = new RestoreRun(recordings, MEANWHILE_PER_SECOND, folder.resolve(name))
                    .run(told(name, asked, broker, standbys));
            ours.put(name, restored.figures());
            progress.println(name + " " + restored);
            wrong = wrong.plus(restored.lost(), restored.doubled(), restored.differ());
        }
        UpgradeRun.Outcome upgraded = new UpgradeRun(recordings, MEANWHILE_PER_SECOND, folder.resolve("upgrade"))
                .run(told("upgrade", asked, broker, 1));
        ours.put("rollingUpgrade", upgraded.figures());
        progress.println("rollingUpgrade " + upgraded);
        return wrong.plus(upgraded.lost(), upgraded.doubled(), upgraded.differ());
    }

    private static Wrong speeds(
            Asked asked,
            KafkaServer broker,
            Path folder,
            PrintStream progress,
            SequencedMap<String, Object> floor,
            SequencedMap<String, Object> ours)
            throws InterruptedException {
        progress.println("living through " + SHARDS + " worlds…");
        Recordings recordings = Recordings.of(asked.seed(), SHARDS, asked.events() / SHARDS + 1);
        NodeProcess.Told bare = told("floor", asked, broker, 0);
        floor.put("produceConsumePerSecond", Floor.eventsPerSecond(bare.connection(), bare.topics(), recordings));
        progress.println("floor " + floor);
        int timed = recordings.steps().size() / TIMED_SHARE;
        OneProcess.Speed one = OneProcess.measure(recordings, timed, TIMED_PER_SECOND, folder.resolve("embedded"));
        ours.put("entries", recordings.entries());
        ours.put("embedded", figures(one.eventsPerSecond(), one.p99Ms()));
        progress.println("embedded " + one);
        Wrong wrong = new Wrong(0, 0, 0);
        for (int nodes = 1; nodes <= 3; nodes++) {
            NodeProcess.Told told = told("nodes" + nodes, asked, broker, Math.min(1, nodes - 1));
            Pace pace = pace(told, recordings, nodes, folder.resolve("nodes" + nodes));
            SequencedMap<String, Object> figures = figures(pace.eventsPerSecond(), pace.p99Ms());
            figures.put("receiptsDiffer", pace.differ());
            ours.put("nodes" + nodes, figures);
            progress.println(nodes + " nodes " + pace);
            if (nodes == 1) {
                ours.put(
                        "paperForAMillionDecisionsPerSecond",
                        PaperModel.of(pace.eventsPerSecond(), recordings).figures());
            }
            wrong = wrong.plus(pace.lost(), pace.doubled(), pace.differ());
            ours.put("eventsPerSecond", pace.eventsPerSecond());
            ours.put("p99Ms", pace.p99Ms());
        }
        return wrong;
    }

    private static NodeProcess.Told told(String prefix, Asked asked, KafkaServer broker, int standbys) {
        return new NodeProcess.Told(
                broker.brokers(), prefix, SHARDS, asked.seed(), standbys, asked.deadAfterMs(), false);
    }

    private static SequencedMap<String, Object> figures(double eventsPerSecond, double p99Ms) {
        SequencedMap<String, Object> figures = new LinkedHashMap<>();
        figures.put("eventsPerSecond", eventsPerSecond);
        figures.put("p99Ms", p99Ms);
        return figures;
    }

    private static Pace pace(NodeProcess.Told told, Recordings recordings, int count, Path folder)
            throws InterruptedException {
        folder.toFile().mkdirs();
        told.topics().ensure(told.connection());
        List<NodeProcess> nodes = NodeProcess.startAll(told, folder, count);
        try (JournalWatch watch = new JournalWatch(told.connection(), told.topics(), recordings);
                Feeder feeder = new Feeder(told.connection(), told.topics(), recordings)) {
            List<Recordings.Step> steps = recordings.steps();
            int warm = steps.size() / WARM_UP_SHARE;
            int fast = steps.size() - steps.size() / TIMED_SHARE;
            feeder.send(steps.subList(0, warm));
            feeder.flush();
            awaitSteps(watch, steps.subList(0, warm));
            long start = System.nanoTime();
            feeder.send(steps.subList(warm, fast));
            feeder.flush();
            Recordings.Step last = awaitSteps(watch, steps.subList(warm, fast));
            double rate = (fast - warm) / ((watch.seenNs(last.shard(), last.index()) - start) / NS_PER_S);
            List<Recordings.Step> timed = steps.subList(fast, steps.size());
            long[] due = feeder.send(timed, TIMED_PER_SECOND);
            feeder.flush();
            watch.awaitAll(WITHIN);
            OutboxJudge outbox = OutboxJudge.read(told.connection(), told.topics(), recordings);
            return new Pace(
                    rate,
                    p99Ms(watch, timed, due),
                    watch.differ() + outbox.strange(),
                    watch.doubled() + outbox.doubled(),
                    watch.lost() + outbox.lost());
        } finally {
            nodes.forEach(NodeProcess::close);
        }
    }

    /** Waits until the last of each shard among {@code steps} was seen, and returns the one seen last. */
    private static Recordings.Step awaitSteps(JournalWatch watch, List<Recordings.Step> steps)
            throws InterruptedException {
        Recordings.Step latest = steps.getLast();
        for (Recordings.Step step : steps.subList(steps.size() - SHARDS, steps.size())) {
            if (!watch.awaitSeen(step.shard(), step.index(), WITHIN)) {
                throw new IllegalStateException("nodes did not get through within " + WITHIN);
            }
            boolean later = watch.seenNs(step.shard(), step.index()) > watch.seenNs(latest.shard(), latest.index());
            latest = later ? step : latest;
        }
        return latest;
    }

    private static double p99Ms(JournalWatch watch, List<Recordings.Step> timed, long[] due) {
        Histogram micros = new Histogram(TimeUnit.MINUTES.toMicros(20), 3);
        for (int i = 0; i < due.length; i++) {
            long seen = watch.seenNs(timed.get(i).shard(), timed.get(i).index());
            if (seen > 0) {
                micros.recordValue(Math.max(0, TimeUnit.NANOSECONDS.toMicros(seen - due[i])));
            }
        }
        return micros.getValueAtPercentile(99) / US_PER_MS;
    }

    private static KillPlan.Outcome kill(Asked asked, KafkaServer broker, Path folder, PrintStream progress)
            throws InterruptedException {
        KillPlan plan = new KillPlan(asked.seed(), asked.kills(), 1, 3, TIMED_PER_SECOND, ROUND_S);
        Recordings recordings = Recordings.of(asked.seed(), SHARDS, plan.eventsNeeded() / SHARDS + 1);
        Path own = folder.resolve("killed");
        own.toFile().mkdirs();
        KillPlan.Outcome outcome = plan.run(broker, told("killed", asked, broker, 1), recordings, own);
        progress.println("killed " + outcome);
        return outcome;
    }

    private static void kills(KillPlan.Outcome killed, Asked asked, SequencedMap<String, Object> ours) {
        List<Long> sorted = new ArrayList<>(killed.takeoversMs());
        sorted.sort(Comparator.naturalOrder());
        ours.put("kills", asked.kills());
        ours.put("takeoverMedianMs", sorted.get(sorted.size() / 2));
        ours.put("takeoverMostMs", sorted.getLast());
        ours.put("brokerRestartMs", killed.brokerMs());
        ours.put("examples", killed.examples());
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
