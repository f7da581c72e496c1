package co.litper.cerebro.benchmarks.cluster;

import co.litper.cerebro.cluster.kafka.ClusterIngress;
import co.litper.cerebro.cluster.kafka.Connection;
import co.litper.cerebro.cluster.kafka.Topics;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** Sends inputs to an installation, as fast as they are taken or on a schedule. Owned by one thread. */
final class Feeder implements AutoCloseable {
    private static final int IN_FLIGHT = 20_000;
    private static final double NS_PER_S = 1e9;

    /** More than an event may take to be durable or refused, a broker's restart included. */
    private static final long STUCK_AFTER_S = 180;

    private final ClusterIngress ingress;
    private final Semaphore room = new Semaphore(IN_FLIGHT);
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

    Feeder(Connection connection, Topics topics, Recordings recordings) {
        ingress = new ClusterIngress(connection, topics);
        recordings.worlds().forEach(world -> ingress.keep(world.snapshots()));
    }

    /** Sends them one after another, waiting where too many are under way. */
    void send(List<Recordings.Step> steps) throws InterruptedException {
        for (Recordings.Step step : steps) {
            send(step);
        }
    }

    /**
     * Sends {@code perSecond} of them a second, whatever becomes of them.
     *
     * @return when each was due, by {@link System#nanoTime}
     */
    long[] send(List<Recordings.Step> steps, double perSecond) throws InterruptedException {
        long[] due = new long[steps.size()];
        long start = System.nanoTime();
        for (int i = 0; i < due.length; i++) {
            due[i] = start + (long) (i / perSecond * NS_PER_S);
            long wait = due[i] - System.nanoTime();
            if (wait > 0) {
                LockSupport.parkNanos(wait);
            }
            send(steps.get(i));
        }
        return due;
    }

    private void send(Recordings.Step step) throws InterruptedException {
        take(1);
        CompletableFuture<Void> durable = ingress.offer(step.input().envelope(), step.shard());
        durable.whenComplete((done, failed) -> {
            if (failed != null) {
                failure.compareAndSet(null, failed);
            }
            room.release();
        });
    }

    /** Waits until everything sent is durable. */
    void flush() throws InterruptedException {
        take(IN_FLIGHT);
        room.release(IN_FLIGHT);
    }

    /** Waits for room; an event that was refused, or whose fate is not told, ends it. */
    private void take(int places) throws InterruptedException {
        boolean free = room.tryAcquire(places, STUCK_AFTER_S, TimeUnit.SECONDS);
        Throwable failed = failure.get();
        if (failed != null) {
            throw new IllegalStateException("an event was not taken", failed);
        }
        if (!free) {
            throw new IllegalStateException((IN_FLIGHT - room.availablePermits())
                    + " events are neither durable nor refused after " + STUCK_AFTER_S
                    + " s. Maybe the broker is down and does not come back.");
        }
    }

    @Override
    public void close() {
        ingress.close();
    }
}
