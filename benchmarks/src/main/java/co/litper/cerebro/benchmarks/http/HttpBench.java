package co.litper.cerebro.benchmarks.http;

import co.litper.cerebro.adapters.sqlite.SqliteStore;
import co.litper.cerebro.benchmarks.Bench;
import co.litper.cerebro.benchmarks.BenchResult;
import co.litper.cerebro.log.EnvelopeCodec;
import co.litper.cerebro.log.EventLog;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The service in a second process: one event per call answered with its durable decision, as fast as can be and at a steady
 * rate; batches; three times more than can be served; beside it an endpoint that does nothing but let the caller in.
 */
public final class HttpBench implements Bench {
    private static final String ONE = "application/cloudevents+json";
    private static final String BATCH = "application/cloudevents-batch+json";
    private static final String POST = "POST /api/v1/events";

    private static final int CONNECTIONS = 64;
    private static final int OPEN_CONNECTIONS = 256;
    private static final int OVERLOAD_CONNECTIONS = 4_000;
    private static final int BATCH_CONNECTIONS = 4;
    private static final int BATCH_EVENTS = 1_000;
    private static final double RATE = 1_000;
    private static final double OVERLOAD = 3;

    private double seconds = 15;
    private double overloadSeconds = 60;

    @Override
    public String name() {
        return "http";
    }

    @Override
    public String description() {
        return "the service from a second process: maximum, latency at 1,000 calls a second, batches, overload";
    }

    @Override
    public BenchResult run(List<String> args, PrintStream progress) {
        for (int i = 0; i + 1 < args.size(); i++) {
            if (args.get(i).equals("--seconds")) {
                seconds = Double.parseDouble(args.get(i + 1));
                overloadSeconds = seconds;
            }
        }
        SequencedMap<String, Object> ours = new LinkedHashMap<>();
        SequencedMap<String, Object> ceiling = new LinkedHashMap<>();
        try {
            measure(ours, ceiling, progress);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
        return new BenchResult(
                name(),
                ours,
                new LinkedHashMap<>(),
                new LinkedHashMap<>(),
                ceiling,
                List.of(),
                "./cerebro bench http --json");
    }

    private void measure(SequencedMap<String, Object> ours, SequencedMap<String, Object> ceiling, PrintStream progress)
            throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("cerebro-bench-http");
        Set<String> acknowledged = new HashSet<>();
        Path data = folder.resolve("data");
        try (ServedProcess served = ServedProcess.start(data)) {
            ours.put("startSeconds", served.startSeconds());
            WireTraffic warm = new WireTraffic("w");
            load(served, warm).closedLoop(CONNECTIONS, seconds, 0);
            nothing(served, ceiling, progress);
            double most = most(served, ours, acknowledged, progress);
            steady(served, "s", "", ours, acknowledged, progress);
            batches(served, ours, progress);
            overload(served, most, ours, acknowledged, progress);
            steady(served, "r", "AfterOverload", ours, acknowledged, progress);
            ours.put("residentMbMost", served.residentMb(true));
            ours.put("stopSeconds", served.stop());
            long lost = lost(data, acknowledged);
            ours.put("acknowledged", acknowledged.size());
            ours.put("acknowledgedLost", lost);
            ours.put("passed", lost == 0);
        } finally {
            remove(folder);
        }
    }

    private static Load load(ServedProcess served, WireTraffic traffic) {
        return new Load(
                served.address(), served.key(), POST, ONE, n -> traffic.event(n).getBytes(StandardCharsets.UTF_8));
    }

    private void nothing(ServedProcess served, SequencedMap<String, Object> ceiling, PrintStream progress)
            throws InterruptedException {
        Load load = new Load(served.address(), served.key(), "GET /api/v1/me", "", n -> new byte[0]);
        load.closedLoop(CONNECTIONS, seconds / 3, 0);
        Load.Outcome most = load.closedLoop(CONNECTIONS, seconds, 0);
        Load.Outcome steady = load.openLoop(OPEN_CONNECTIONS, seconds, 0, RATE);
        ceiling.put("nothingPerSecond", most.perSecond());
        ceiling.put("nothingP50Ms", steady.percentileMs(50));
        ceiling.put("nothingP99Ms", steady.percentileMs(99));
        progress.printf(Locale.ROOT, "nothing: %,.0f calls a second%n", most.perSecond());
    }

    private double most(
            ServedProcess served, SequencedMap<String, Object> ours, Set<String> acknowledged, PrintStream progress)
            throws InterruptedException {
        WireTraffic traffic = new WireTraffic("m");
        Load.Outcome most = load(served, traffic).closedLoop(CONNECTIONS, seconds, 0);
        note(most, traffic, acknowledged);
        ours.put("eventsPerSecond", most.perSecond());
        ours.put("closedLoopP99Ms", most.percentileMs(99));
        progress.printf(Locale.ROOT, "one event a call: %,.0f a second%n", most.perSecond());
        return most.perSecond();
    }

    private void steady(
            ServedProcess served,
            String run,
            String suffix,
            SequencedMap<String, Object> ours,
            Set<String> acknowledged,
            PrintStream progress)
            throws InterruptedException {
        WireTraffic traffic = new WireTraffic(run);
        Load.Outcome steady = load(served, traffic).openLoop(OPEN_CONNECTIONS, seconds, 0, RATE);
        note(steady, traffic, acknowledged);
        ours.put("steadyP50Ms" + suffix, steady.percentileMs(50));
        ours.put("steadyP99Ms" + suffix, steady.percentileMs(99));
        ours.put("steadyFailed" + suffix, steady.failed() + steady.turnedAway());
        progress.printf(
                Locale.ROOT,
                "at 1,000 a second%s: p50 %.1f ms, p99 %.1f ms%n",
                suffix,
                steady.percentileMs(50),
                steady.percentileMs(99));
    }

    private void batches(ServedProcess served, SequencedMap<String, Object> ours, PrintStream progress)
            throws InterruptedException {
        WireTraffic traffic = new WireTraffic("b");
        Load load = new Load(
                served.address(), served.key(), POST, BATCH, n -> traffic.batch(n * BATCH_EVENTS, BATCH_EVENTS));
        Load.Outcome batches = load.closedLoop(BATCH_CONNECTIONS, seconds, 0);
        ours.put("batchEventsPerSecond", batches.perSecond() * BATCH_EVENTS);
        ours.put("batchFailed", batches.failed() + batches.turnedAway());
        progress.printf(Locale.ROOT, "batches: %,.0f events a second%n", batches.perSecond() * BATCH_EVENTS);
    }

    private void overload(
            ServedProcess served,
            double most,
            SequencedMap<String, Object> ours,
            Set<String> acknowledged,
            PrintStream progress)
            throws IOException, InterruptedException {
        WireTraffic traffic = new WireTraffic("o");
        double before = served.residentMb(false);
        Load.Outcome outcome =
                load(served, traffic).openLoop(OVERLOAD_CONNECTIONS, overloadSeconds, 0, OVERLOAD * most);
        note(outcome, traffic, acknowledged);
        ours.put("overloadOfferedPerSecond", OVERLOAD * most);
        ours.put("overloadAcknowledgedPerSecond", outcome.perSecond());
        ours.put("overloadTurnedAway", outcome.turnedAway());
        ours.put("overloadFailed", outcome.failed());
        ours.put("overloadResidentMbBefore", before);
        ours.put("overloadResidentMbAfter", served.residentMb(false));
        progress.printf(
                Locale.ROOT,
                "overload: %,.0f acknowledged a second, %,d turned away, %,d failed%n",
                outcome.perSecond(),
                outcome.turnedAway(),
                outcome.failed());
    }

    private static void note(Load.Outcome outcome, WireTraffic traffic, Set<String> acknowledged) {
        outcome.acknowledged().forEach(n -> acknowledged.add(traffic.id(n)));
    }

    /** How many events that were acknowledged the log does not hold. */
    private static long lost(Path data, Set<String> acknowledged) {
        Set<String> missing = new HashSet<>(acknowledged);
        EnvelopeCodec codec = new EnvelopeCodec();
        try (SqliteStore store = SqliteStore.openReadOnly(data, SqliteStore.Options.standard())) {
            store.log().read(EventLog.FIRST, entry -> {
                missing.remove(codec.decode(entry.event()).id());
                return true;
            });
        }
        return missing.size();
    }

    static void remove(Path folder) throws IOException {
        try (Stream<Path> inside = Files.walk(folder)) {
            for (Path path : inside.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
