package co.litper.cerebro.server;

import co.litper.cerebro.server.http.observe.ServiceLog;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Work beside those who ask, one piece at a time in a thread of its own: what it makes serves them the next time. Thread-safe. */
public final class Beside implements AutoCloseable {
    private final String name;
    private final String failing;
    private final Duration patience;
    private @Nullable Thread thread;

    /**
     * @param name of the thread
     * @param failing what it means for people that a piece failed, for the log of the service
     * @param patience how long {@link #close} waits for a piece that is under way
     */
    public Beside(String name, String failing, Duration patience) {
        this.name = name;
        this.failing = failing;
        this.patience = patience;
    }

    /** Begins a piece of work and returns true, unless one is under way. */
    public synchronized boolean start(Runnable work) {
        boolean free = thread == null || !thread.isAlive();
        if (free) {
            thread = Thread.ofPlatform().name(name).daemon(true).start(() -> run(work));
        }
        return free;
    }

    private void run(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            ServiceLog.told(failing + ": " + e);
        }
    }

    private synchronized @Nullable Thread last() {
        return thread;
    }

    @Override
    public void close() {
        Thread last = last();
        if (last == null) {
            return;
        }
        try {
            if (!last.join(patience)) {
                last.interrupt();
            }
        } catch (InterruptedException e) {
            last.interrupt();
            Thread.currentThread().interrupt();
        }
    }
}
