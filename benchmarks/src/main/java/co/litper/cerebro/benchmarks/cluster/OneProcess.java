package co.litper.cerebro.benchmarks.cluster;

import co.litper.cerebro.act.Channel;
import co.litper.cerebro.act.Dispatch;
import co.litper.cerebro.adapters.sqlite.SqliteStore;
import co.litper.cerebro.event.SystemEvent.ActionExecuted;
import co.litper.cerebro.event.SystemEvent.SnapshotPublished;
import co.litper.cerebro.log.Envelope;
import co.litper.cerebro.logistics.AnswerDeadlines;
import co.litper.cerebro.logistics.HolidayCalendar;
import co.litper.cerebro.server.Installation;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.ConcurrentHistogram;

/** The same events through the embedded host on this machine, everything synced to disk. */
final class OneProcess {
    private static final int IN_FLIGHT = 8_000;
    private static final double NS_PER_S = 1e9;
    private static final double US_PER_MS = 1e3;

    private OneProcess() {}

    /** Speed with as many under way as it takes, and the latency at a fixed rate. */
    record Speed(double eventsPerSecond, double p99Ms) {}

    /**
     * @param timed how many of the last are sent at {@code perSecond} for the latency
     */
    static Speed measure(Recordings recordings, int timed, double perSecond, Path folder) throws InterruptedException {
        // What the host says of itself is another matter in every run: its own effects, its own snapshots.
        List<Envelope> events = recordings.steps().stream()
                .map(step -> step.input().envelope())
                .filter(e -> !(e.event() instanceof ActionExecuted) && !(e.event() instanceof SnapshotPublished))
                .toList();
        int warm = events.size() / ClusterBench.WARM_UP_SHARE;
        int fast = events.size() - timed;
        try (Installation installation = Installation.open(setup(recordings, folder))) {
            fast(installation, events.subList(0, warm));
            double rate = fast(installation, events.subList(warm, fast));
            installation.awaitLearned();
            return new Speed(rate, timed(installation, events.subList(fast, events.size()), perSecond));
        }
    }

    private static Installation.Setup setup(Recordings recordings, Path folder) {
        return new Installation.Setup(
                folder,
                SqliteStore.Options.standard(),
                Instant::now,
                Map.of(),
                new Taker(),
                ms -> ms,
                AnswerDeadlines.standard(HolidayCalendar.none()),
                recordings.seed());
    }

    private static double fast(Installation installation, List<Envelope> events) throws InterruptedException {
        Semaphore room = new Semaphore(IN_FLIGHT);
        long start = System.nanoTime();
        for (Envelope event : events) {
            room.acquire();
            installation.host().submit(event).whenComplete((answer, failure) -> room.release());
        }
        room.acquire(IN_FLIGHT);
        return events.size() / ((System.nanoTime() - start) / NS_PER_S);
    }

    private static double timed(Installation installation, List<Envelope> events, double perSecond)
            throws InterruptedException {
        ConcurrentHistogram micros = new ConcurrentHistogram(TimeUnit.SECONDS.toMicros(120), 3);
        CompletableFuture<?> last = CompletableFuture.completedFuture(null);
        long start = System.nanoTime();
        for (int i = 0; i < events.size(); i++) {
            long due = start + (long) (i / perSecond * NS_PER_S);
            long wait = due - System.nanoTime();
            if (wait > 0) {
                LockSupport.parkNanos(wait);
            }
            last = installation.host().submit(events.get(i));
            last.whenComplete((answer, failure) ->
                    micros.recordValue(Math.max(0, TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - due))));
        }
        last.join();
        return micros.getValueAtPercentile(99) / US_PER_MS;
    }

    /** Takes every effect. */
    private static final class Taker implements Channel {
        @Override
        public String name() {
            return "taker";
        }

        @Override
        public boolean deduplicates() {
            return true;
        }

        @Override
        public Result send(Dispatch effect) {
            return Result.DONE;
        }
    }
}
