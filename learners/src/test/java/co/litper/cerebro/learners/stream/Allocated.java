package co.litper.cerebro.learners.stream;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/** Counts what a thread takes from the heap: exact, and the same on every machine. */
public final class Allocated {
    private static final int ROUNDS = 4;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private Allocated() {}

    /**
     * Bytes allocated by {@code work} when it is repeated: the least of a few rounds, for the virtual machine takes some of its own
     * now and then, when it compiles.
     */
    public static long bytes(Runnable work) {
        long least = Long.MAX_VALUE;
        for (int round = 0; round < ROUNDS; round++) {
            long before = THREADS.getCurrentThreadAllocatedBytes();
            work.run();
            least = Math.min(least, THREADS.getCurrentThreadAllocatedBytes() - before);
        }
        return least;
    }
}
