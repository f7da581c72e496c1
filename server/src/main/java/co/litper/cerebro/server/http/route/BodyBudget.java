package co.litper.cerebro.server.http.route;

import java.util.concurrent.atomic.AtomicLong;

/** Bounds the bytes of all bodies that are in memory at a time. Thread-safe. */
public final class BodyBudget {
    private final long most;
    private final AtomicLong taken = new AtomicLong();

    /** @param most bytes over all calls */
    public BodyBudget(long most) {
        this.most = most;
    }

    /** True if {@code bytes} more are allowed; they are given back with {@link #giveBack}. */
    boolean take(long bytes) {
        if (taken.addAndGet(bytes) <= most) {
            return true;
        }
        taken.addAndGet(-bytes);
        return false;
    }

    void giveBack(long bytes) {
        taken.addAndGet(-bytes);
    }

    /** Bytes in memory now. */
    public long taken() {
        return taken.get();
    }
}
