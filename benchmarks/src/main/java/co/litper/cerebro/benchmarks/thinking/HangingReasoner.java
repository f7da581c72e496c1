package co.litper.cerebro.benchmarks.thinking;

import co.litper.cerebro.Subjects;
import co.litper.cerebro.adapters.sqlite.SqliteStore;
import co.litper.cerebro.benchmarks.Nowhere;
import co.litper.cerebro.benchmarks.ParcelTraffic;
import co.litper.cerebro.decision.Dilemma;
import co.litper.cerebro.decision.Reasoner;
import co.litper.cerebro.decision.Thought;
import co.litper.cerebro.event.SystemEvent.ConfigurationChanged;
import co.litper.cerebro.event.ThoughtEnd;
import co.litper.cerebro.host.Answer;
import co.litper.cerebro.logistics.AnswerDeadlines;
import co.litper.cerebro.logistics.HolidayCalendar;
import co.litper.cerebro.server.Installation;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.HdrHistogram.ConcurrentHistogram;

/**
 * Live events on a fixed schedule through the durable path, without slow thinking and with a reasoner that never answers, in
 * turns, so that the machine's moods fall on both. A late start counts as latency.
 */
final class HangingReasoner {
    private static final double PER_SECOND = 2_000;
    private static final long SECONDS = 8;
    private static final double NS_PER_S = 1e9;
    private static final double US_PER_MS = 1e3;
    private static final int P99 = 99;

    private final long seed;

    HangingReasoner(long seed) {
        this.seed = seed;
    }

    /** Never answers, until it is interrupted. */
    private static final class Hangs implements Reasoner {
        private final AtomicLong asked;

        Hangs(AtomicLong asked) {
            this.asked = asked;
        }

        @Override
        public Thought think(Dilemma dilemma) {
            asked.incrementAndGet();
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return Thought.unsent(ThoughtEnd.TIMED_OUT);
        }
    }

    SequencedMap<String, Object> run(int rounds, PrintStream progress) throws InterruptedException {
        List<Double> without = new ArrayList<>();
        List<Double> hanging = new ArrayList<>();
        AtomicLong asked = new AtomicLong();
        AtomicLong decisions = new AtomicLong();
        once(false, asked, new AtomicLong());
        for (int round = 0; round < rounds; round++) {
            without.add(once(false, asked, new AtomicLong()));
            hanging.add(once(true, asked, decisions));
            progress.printf(
                    Locale.ROOT, "p99 without %.2f ms, hanging %.2f ms%n", without.getLast(), hanging.getLast());
        }
        SequencedMap<String, Object> figures = new LinkedHashMap<>();
        figures.put("p99WithoutMs", median(without));
        figures.put("p99HangingMs", median(hanging));
        figures.put("p99Ratio", median(hanging) / median(without));
        figures.put("p99WithoutMsByRound", without);
        figures.put("p99HangingMsByRound", hanging);
        figures.put("hangingThoughts", asked.get());
        figures.put("decisionsWhileHanging", decisions.get());
        return figures;
    }

    private static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    /** One run on a folder of its own; the p99 in milliseconds. */
    private double once(boolean thinking, AtomicLong asked, AtomicLong decisions) throws InterruptedException {
        try {
            Path folder = Files.createTempDirectory("cerebro-thinking");
            try (Installation installation = Installation.open(
                    setup(folder).withReasoner(thinking ? Optional.of(log -> new Hangs(asked)) : Optional.empty()))) {
                installation
                        .submitOwn(
                                "set",
                                Subjects.SYSTEM,
                                new ConfigurationChanged("thinking.mode", thinking ? "on" : "off", "bench"))
                        .get();
                return openLoop(installation, decisions);
            } finally {
                delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("the store refused", e.getCause());
        }
    }

    private Installation.Setup setup(Path folder) {
        return new Installation.Setup(
                folder,
                SqliteStore.Options.standard(),
                Instant::now,
                Map.of(),
                new Nowhere(),
                ms -> ms,
                AnswerDeadlines.standard(HolidayCalendar.none()),
                seed);
    }

    private double openLoop(Installation in, AtomicLong decisions) throws InterruptedException {
        ParcelTraffic traffic = new ParcelTraffic(seed);
        ConcurrentHistogram micros = new ConcurrentHistogram(TimeUnit.SECONDS.toMicros(120), 3);
        long total = (long) (PER_SECOND * SECONDS);
        long start = System.nanoTime();
        CompletableFuture<Answer> last = new CompletableFuture<>();
        for (long i = 0; i < total; i++) {
            long due = start + (long) (i * NS_PER_S / PER_SECOND);
            long wait = due - System.nanoTime();
            if (wait > 0) {
                LockSupport.parkNanos(wait);
            }
            last = in.host().submit(traffic.next(Instant.now()));
            last.whenComplete((answer, failure) -> {
                micros.recordValue(Math.max(0, TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - due)));
                decisions.addAndGet(
                        answer instanceof Answer.Recorded r ? r.decisions().size() : 0);
            });
        }
        last.join();
        return micros.getValueAtPercentile(P99) / US_PER_MS;
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
