package co.litper.cerebro.server.http;

import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Interrupts a call that takes too long. Thread-safe. */
final class Deadlines implements AutoCloseable {
    private final ScheduledThreadPoolExecutor timer;
    private final long millis;

    Deadlines(Duration most) {
        this.millis = most.toMillis();
        this.timer = new ScheduledThreadPoolExecutor(
                1, Thread.ofPlatform().name("cerebro-deadlines").daemon(true).factory());
        timer.setRemoveOnCancelPolicy(true);
    }

    /** Watches the current thread until the watch is closed. */
    Watch begin() {
        return new Watch(Thread.currentThread());
    }

    final class Watch implements AutoCloseable {
        private final Thread watched;
        private final ScheduledFuture<?> alarm;
        private boolean over;
        private boolean rang;

        private Watch(Thread watched) {
            this.watched = watched;
            this.alarm = timer.schedule(this::ring, millis, TimeUnit.MILLISECONDS);
        }

        private synchronized void ring() {
            if (!over) {
                rang = true;
                watched.interrupt();
            }
        }

        /** True if the time was up. */
        synchronized boolean rang() {
            return rang;
        }

        /** Ends the watch; the thread's interruption by it ends too. */
        @Override
        public void close() {
            alarm.cancel(false);
            synchronized (this) {
                over = true;
                if (rang) {
                    boolean cleared = Thread.interrupted();
                    rang = cleared || rang;
                }
            }
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
