package co.litper.cerebro.benchmarks.http;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongFunction;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.SynchronizedHistogram;

/** Calls from many connections, each with a thread of its own: as fast as they are answered, or at a rate that waits for nobody. */
final class Load {
    private static final double NANOS = 1e9;
    private static final long LONGEST_US = 120_000_000;
    private static final long RECONNECT_NS = 5_000_000;

    private final URI server;
    private final String key;
    private final String request;
    private final String type;
    private final LongFunction<byte[]> body;

    /**
     * What came of a run.
     *
     * @param perSecond answers with 200 a second
     * @param latencyUs of those, from the moment that a call was due
     * @param acknowledged numbers of the calls that were answered with 200
     */
    record Outcome(
            double perSecond, Histogram latencyUs, long ok, long turnedAway, long failed, List<Long> acknowledged) {
        double percentileMs(double p) {
            return latencyUs.getValueAtPercentile(p) / 1e3;
        }
    }

    /**
     * @param request method and path
     * @param body of the n-th call
     */
    Load(URI server, String key, String request, String type, LongFunction<byte[]> body) {
        this.server = server;
        this.key = key;
        this.request = request;
        this.type = type;
        this.body = body;
    }

    /** Shared by the threads of a run. */
    private static final class Run {
        final AtomicLong next = new AtomicLong();
        final AtomicLong ok = new AtomicLong();
        final AtomicLong turnedAway = new AtomicLong();
        final AtomicLong failed = new AtomicLong();
        final Histogram latency = new SynchronizedHistogram(LONGEST_US, 3);
        final ConcurrentLinkedQueue<Long> acknowledged = new ConcurrentLinkedQueue<>();
        long first;
        long began;
        long ends;
        double rate;
    }

    /** Calls as fast as they are answered. */
    Outcome closedLoop(int connections, double seconds, long first) throws InterruptedException {
        return run(connections, seconds, first, 0);
    }

    /** Calls at {@code rate} a second; one that finds no free connection starts late, and that counts. */
    Outcome openLoop(int connections, double seconds, long first, double rate) throws InterruptedException {
        return run(connections, seconds, first, rate);
    }

    private Outcome run(int connections, double seconds, long first, double rate) throws InterruptedException {
        Run run = new Run();
        run.first = first;
        run.rate = rate;
        run.began = System.nanoTime();
        run.ends = run.began + (long) (seconds * NANOS);
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < connections; i++) {
            threads.add(Thread.ofVirtual().start(() -> work(run)));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        double took = (System.nanoTime() - run.began) / NANOS;
        return new Outcome(
                run.ok.get() / took,
                run.latency,
                run.ok.get(),
                run.turnedAway.get(),
                run.failed.get(),
                List.copyOf(run.acknowledged));
    }

    private void work(Run run) {
        while (System.nanoTime() < run.ends) {
            try (Wire wire = new Wire(server, key, request, type)) {
                while (one(run, wire)) {
                    // until the time is over
                }
                return;
            } catch (IOException e) {
                run.failed.incrementAndGet();
                LockSupport.parkNanos(RECONNECT_NS);
            }
        }
    }

    private boolean one(Run run, Wire wire) throws IOException {
        long n = run.next.getAndIncrement();
        long due = run.rate == 0 ? System.nanoTime() : run.began + (long) (n / run.rate * NANOS);
        if (due >= run.ends || System.nanoTime() >= run.ends) {
            return false;
        }
        while (System.nanoTime() < due) {
            LockSupport.parkNanos(due - System.nanoTime());
        }
        int status = wire.call(body.apply(run.first + n));
        if (status == 200) {
            run.latency.recordValue(Math.min(LONGEST_US, (System.nanoTime() - due) / 1_000));
            run.ok.incrementAndGet();
            run.acknowledged.add(run.first + n);
        } else if (status == 429) {
            run.turnedAway.incrementAndGet();
        } else {
            run.failed.incrementAndGet();
        }
        return true;
    }
}
