package co.litper.cerebro.server.memory;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** How far a log was followed, and who waits for it to get farther. Thread-safe. */
final class Progress {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition moved = lock.newCondition();
    private volatile long position;
    private volatile int waiting;
    private volatile boolean over;

    Progress(long position) {
        this.position = position;
    }

    long position() {
        return position;
    }

    boolean isAwaited() {
        return waiting > 0;
    }

    void tell(long through) {
        lock.lock();
        try {
            position = through;
            moved.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Nobody need wait any longer. */
    void end() {
        over = true;
        tell(position);
    }

    /**
     * Waits until {@code wanted} is reached, {@code mostNs} at the most.
     *
     * @param follower who follows, woken to go on at once
     * @return false if it still is not
     */
    boolean await(long wanted, long mostNs, Runnable follower) throws InterruptedException {
        long left = mostNs;
        lock.lockInterruptibly();
        try {
            waiting++;
            follower.run();
            while (position < wanted && left > 0 && !over) {
                left = moved.awaitNanos(left);
            }
        } finally {
            waiting--;
            lock.unlock();
        }
        return position >= wanted;
    }
}
