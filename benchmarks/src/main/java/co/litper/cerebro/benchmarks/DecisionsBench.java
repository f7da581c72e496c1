package co.litper.cerebro.benchmarks;

import co.litper.cerebro.adapters.sqlite.SqliteStore;
import co.litper.cerebro.host.Answer;
import co.litper.cerebro.log.Entry;
import co.litper.cerebro.log.EventLog;
import co.litper.cerebro.logistics.AnswerDeadlines;
import co.litper.cerebro.logistics.HolidayCalendar;
import co.litper.cerebro.server.Installation;
import co.litper.cerebro.testkit.Nowhere;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.HdrHistogram.ConcurrentHistogram;
import org.jspecify.annotations.Nullable;

/**
 * Live events through the whole embedded path: append, decide, receipt, commit. Closed loop for the maximum, then open loop at
 * half of it, where a late start counts as latency; beside it the log's append alone, of the same entries.
 */
final class DecisionsBench implements Bench {
    private static final long SEED = 1;
    private static final int IN_FLIGHT = 8_000;
    private static final long OPEN_LOOP_SECONDS = 15;
    private static final int APPEND_BATCH = 500;

    /** A checkpoint that is being written touches its files many times within this. */
    private static final long STILL_MS = 1_000;

    private static final double NS_PER_S = 1e9;
    private static final double US_PER_MS = 1e3;

    @Override
    public String name() {
        return "decisions";
    }

    @Override
    public String description() {
        return "decisions a second through the durable path, with latencies, bytes, memory and restart";
    }

    @Override
    public BenchResult run(List<String> args, PrintStream progress) {
        List<Integer> sizes = sizes(args);
        SequencedMap<String, Object> ours = new LinkedHashMap<>();
        SequencedMap<String, Object> floor = new LinkedHashMap<>();
        try {
            run(Math.min(50_000, sizes.getFirst()), new LinkedHashMap<>(), new LinkedHashMap<>(), silent());
            for (int size : sizes) {
                SequencedMap<String, Object> figures = new LinkedHashMap<>();
                run(size, figures, floor, progress);
                ours.put("at" + size, figures);
                ours.putAll(figures);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
        SequencedMap<String, Object> peer = new LinkedHashMap<>();
        peer.put("specificationDecisionsPerSecond", 10);
        return new BenchResult(
                name(), ours, floor, peer, new LinkedHashMap<>(), List.of(SEED), "./cerebro bench decisions --json");
    }

    private static PrintStream silent() {
        return new PrintStream(PrintStream.nullOutputStream());
    }

    private static List<Integer> sizes(List<String> args) {
        List<Integer> sizes = new ArrayList<>();
        for (int i = 0; i + 1 < args.size(); i++) {
            if (args.get(i).equals("--events")) {
                for (String size : args.get(i + 1).split(",", -1)) {
                    sizes.add(Integer.parseInt(size.trim()));
                }
            }
        }
        return sizes.isEmpty() ? List.of(100_000, 1_000_000) : sizes;
    }

    private void run(int events, Map<String, Object> figures, Map<String, Object> floor, PrintStream progress)
            throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("cerebro-bench");
        try {
            AtomicLong decisions = new AtomicLong();
            Path crashed = folder.resolve("crashed");
            try (Installation installation = Installation.open(setup(folder.resolve("live")))) {
                ParcelTraffic traffic = new ParcelTraffic(SEED);
                double rate = closedLoop(installation, traffic, events, decisions);
                figures.put("decisionsPerSecond", decisions.get() / (events / rate));
                figures.put("eventsPerSecond", rate);
                progress.printf(Locale.ROOT, "%,d events: %,.0f a second%n", events, rate);
                openLoop(installation, traffic, rate / 2, figures, progress);
                figures.put("peakMemoryMb", peakMemoryMb());
                awaitStill(folder.resolve("live"));
                copy(folder.resolve("live"), crashed);
                floor.put(
                        "appendAlonePerSecondAt" + events,
                        appendAlone(installation.store().log(), folder, events));
            }
            long bytes = Files.size(folder.resolve("live").resolve("journal.db"));
            figures.put("bytesPerEvent", bytes / (double) lastPosition(folder.resolve("live")));
            double clean = restart(folder.resolve("live"));
            double afterCrash = restart(crashed);
            figures.put("restartSeconds", clean);
            figures.put("restartAfterCrashSeconds", afterCrash);
            progress.printf(Locale.ROOT, "restart %.2f s, after a crash %.2f s%n", clean, afterCrash);
        } finally {
            delete(folder);
        }
    }

    private static Installation.Setup setup(Path folder) {
        return new Installation.Setup(
                folder,
                SqliteStore.Options.standard(),
                Instant::now,
                Map.of(),
                new Nowhere(),
                ms -> ms,
                AnswerDeadlines.standard(HolidayCalendar.none()),
                SEED);
    }

    private static double closedLoop(Installation in, ParcelTraffic traffic, int events, AtomicLong decisions)
            throws InterruptedException {
        Semaphore room = new Semaphore(IN_FLIGHT);
        long start = System.nanoTime();
        for (int i = 0; i < events; i++) {
            room.acquire();
            in.host().submit(traffic.next(Instant.now())).whenComplete((answer, failure) -> {
                decisions.addAndGet(
                        answer instanceof Answer.Recorded r ? r.decisions().size() : 0);
                room.release();
            });
        }
        room.acquire(IN_FLIGHT);
        return events / ((System.nanoTime() - start) / NS_PER_S);
    }

    /** Sends on a fixed schedule whatever the answers do: latency counts from when an event should have been sent. */
    private static void openLoop(
            Installation in, ParcelTraffic traffic, double rate, Map<String, Object> figures, PrintStream progress)
            throws InterruptedException {
        ConcurrentHistogram micros = new ConcurrentHistogram(TimeUnit.SECONDS.toMicros(120), 3);
        long total = (long) (rate * OPEN_LOOP_SECONDS);
        double gapNs = NS_PER_S / rate;
        long start = System.nanoTime();
        CompletableFuture<Answer> last = new CompletableFuture<>();
        for (long i = 0; i < total; i++) {
            long due = start + (long) (i * gapNs);
            long wait = due - System.nanoTime();
            if (wait > 0) {
                LockSupport.parkNanos(wait);
            }
            last = in.host().submit(traffic.next(Instant.now()));
            last.whenComplete((answer, failure) ->
                    micros.recordValue(Math.max(0, TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - due))));
        }
        last.join();
        figures.put("openLoopPerSecond", rate);
        double p50 = micros.getValueAtPercentile(50) / US_PER_MS;
        double p99 = micros.getValueAtPercentile(99) / US_PER_MS;
        figures.put("p50Ms", p50);
        figures.put("p99Ms", p99);
        figures.put("maxMs", micros.getMaxValue() / US_PER_MS);
        progress.printf(Locale.ROOT, "open loop at %,.0f a second: p50 %.1f ms, p99 %.1f ms%n", rate, p50, p99);
    }

    private static double appendAlone(EventLog from, Path folder, int events) {
        List<Entry> entries = new ArrayList<>();
        int most = Math.min(events, 200_000);
        from.read(EventLog.FIRST, entry -> {
            entries.add(entry);
            return entries.size() < most;
        });
        try (SqliteStore store = SqliteStore.open(folder.resolve("append"), SqliteStore.Options.standard())) {
            long start = System.nanoTime();
            for (int i = 0; i < entries.size(); i += APPEND_BATCH) {
                store.log().append(entries.subList(i, Math.min(entries.size(), i + APPEND_BATCH)), List.of());
            }
            return entries.size() / ((System.nanoTime() - start) / NS_PER_S);
        }
    }

    private static long lastPosition(Path folder) {
        try (SqliteStore store = SqliteStore.openReadOnly(folder, SqliteStore.Options.standard())) {
            return store.log().end() - 1;
        }
    }

    private static double restart(Path folder) {
        long start = System.nanoTime();
        try (Installation installation = Installation.open(setup(folder))) {
            double seconds = (System.nanoTime() - start) / NS_PER_S;
            if (installation.store().log().end() <= 1) {
                throw new IllegalStateException("the store of " + folder + " is empty");
            }
            return seconds;
        }
    }

    /** High-water mark of resident memory, where the system tells. */
    private static double peakMemoryMb() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (!Files.exists(status)) {
            return Double.NaN;
        }
        try (Stream<String> lines = Files.lines(status)) {
            return lines.filter(l -> l.startsWith("VmHWM:"))
                    .mapToDouble(l -> Double.parseDouble(l.replaceAll("[^0-9]", "")) / 1024)
                    .findFirst()
                    .orElse(Double.NaN);
        }
    }

    /** Waits until a running checkpoint is written: files copied in its midst would be of different moments. */
    private static void awaitStill(Path folder) throws IOException, InterruptedException {
        String seen = "";
        for (String now = sizesAndTimes(folder); !now.equals(seen); now = sizesAndTimes(folder)) {
            seen = now;
            Thread.sleep(STILL_MS);
        }
    }

    private static String sizesAndTimes(Path folder) throws IOException {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                all.append(file.getFileName())
                        .append(' ')
                        .append(Files.size(file))
                        .append(' ')
                        .append(Files.getLastModifiedTime(file))
                        .append('\n');
            }
        }
        return all.toString();
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.toList()) {
                if (!file.getFileName().toString().endsWith(".lock")) {
                    Files.copy(file, to.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path dir, @Nullable IOException failure) throws IOException {
                Files.delete(dir);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
