package co.litper.cerebro.benchmarks.thinking;

import co.litper.cerebro.Subjects;
import co.litper.cerebro.adapters.sqlite.SqliteStore;
import co.litper.cerebro.benchmarks.ParcelTraffic;
import co.litper.cerebro.decision.Dilemma;
import co.litper.cerebro.decision.Reasoner;
import co.litper.cerebro.decision.Thought;
import co.litper.cerebro.event.SystemEvent.ConfigurationChanged;
import co.litper.cerebro.event.ThoughtEnd;
import co.litper.cerebro.host.Answer;
import co.litper.cerebro.log.EventLog;
import co.litper.cerebro.logistics.AnswerDeadlines;
import co.litper.cerebro.logistics.HolidayCalendar;
import co.litper.cerebro.server.Installation;
import co.litper.cerebro.testkit.Nowhere;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
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
import java.util.function.Function;
import java.util.stream.Stream;
import org.HdrHistogram.ConcurrentHistogram;
import org.jspecify.annotations.Nullable;

/**
 * Live events on a fixed schedule through the durable path of two installations side by side, one without slow thinking, one with a
 * reasoner that never answers: the machine's moods fall on both. A late start counts as latency.
 */
final class HangingReasoner {
    private static final double PER_SECOND = 1_000;
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
        Side without = new Side();
        Side hanging = new Side();
        AtomicLong asked = new AtomicLong();
        round(new AtomicLong(), new Side(), new Side());
        for (int round = 1; round <= rounds; round++) {
            round(asked, without, hanging);
            progress.printf(
                    Locale.ROOT,
                    "after %d rounds: p99 without %.2f ms, hanging %.2f ms%n",
                    round,
                    without.p99Ms(),
                    hanging.p99Ms());
        }
        SequencedMap<String, Object> figures = new LinkedHashMap<>();
        figures.put("p99WithoutMs", without.p99Ms());
        figures.put("p99HangingMs", hanging.p99Ms());
        figures.put("p99Ratio", hanging.p99Ms() / without.p99Ms());
        figures.put("hangingThoughts", asked.get());
        figures.put("decisionsWhileHanging", hanging.decisions.get());
        figures.put("decisionsWithout", without.decisions.get());
        return figures;
    }

    /** What one of the two saw over all rounds. */
    private static final class Side {
        private final ConcurrentHistogram micros = new ConcurrentHistogram(TimeUnit.SECONDS.toMicros(120), 3);
        private final AtomicLong decisions = new AtomicLong();

        double p99Ms() {
            return micros.getValueAtPercentile(P99) / US_PER_MS;
        }

        void take(@Nullable Answer answer, long dueNs) {
            micros.recordValue(Math.max(0, TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - dueNs)));
            decisions.addAndGet(
                    answer instanceof Answer.Recorded r ? r.decisions().size() : 0);
        }
    }

    /** One run of both, each on a folder of its own. */
    private void round(AtomicLong asked, Side without, Side hanging) throws InterruptedException {
        try {
            Path folder = Files.createTempDirectory("cerebro-thinking");
            try (Installation quiet = open(folder.resolve("without"), Optional.empty());
                    Installation asking = open(folder.resolve("hanging"), Optional.of(log -> new Hangs(asked)))) {
                openLoop(quiet, asking, without, hanging);
            } finally {
                delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("the store refused", e.getCause());
        }
    }

    private Installation open(Path folder, Optional<Function<EventLog, Reasoner>> reasoner)
            throws InterruptedException, ExecutionException {
        Installation installation = Installation.open(setup(folder).withReasoner(reasoner));
        String mode = reasoner.isPresent() ? "on" : "off";
        installation
                .submitOwn("set", Subjects.SYSTEM, new ConfigurationChanged("thinking.mode", mode, "bench"))
                .get();
        return installation;
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

    /** The same events to both at the same time, each first in turn. */
    private void openLoop(Installation quiet, Installation asking, Side without, Side hanging)
            throws InterruptedException {
        ParcelTraffic forQuiet = new ParcelTraffic(seed);
        ParcelTraffic forAsking = new ParcelTraffic(seed);
        long total = (long) (PER_SECOND * SECONDS);
        long start = System.nanoTime();
        List<CompletableFuture<Answer>> last = List.of();
        for (long i = 0; i < total; i++) {
            long due = start + (long) (i * NS_PER_S / PER_SECOND);
            long wait = due - System.nanoTime();
            if (wait > 0) {
                LockSupport.parkNanos(wait);
            }
            Instant now = Instant.now();
            last = i % 2 == 0
                    ? List.of(send(quiet, forQuiet, now, without, due), send(asking, forAsking, now, hanging, due))
                    : List.of(send(asking, forAsking, now, hanging, due), send(quiet, forQuiet, now, without, due));
        }
        last.forEach(CompletableFuture::join);
    }

    private static CompletableFuture<Answer> send(
            Installation in, ParcelTraffic traffic, Instant now, Side side, long due) throws InterruptedException {
        CompletableFuture<Answer> answer = in.host().submit(traffic.next(now));
        return answer.whenComplete((told, failure) -> side.take(told, due));
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
