package co.litper.cerebro.server.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Ctrl-C during long work: the work is told, and the process waits until it has closed the store. */
public final class StopRequest implements AutoCloseable {
    /** As long as closing a store takes at most; beyond it the next start recovers. */
    private static final long WAIT_SECONDS = 60;

    private final CountDownLatch finished = new CountDownLatch(1);
    private final CountDownLatch wanted = new CountDownLatch(1);
    private final Thread hook = new Thread(this::await, "cerebro-stop");
    private volatile boolean asked;

    public StopRequest() {
        Runtime.getRuntime().addShutdownHook(hook);
    }

    private void await() {
        asked = true;
        wanted.countDown();
        try {
            if (!finished.await(WAIT_SECONDS, TimeUnit.SECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    boolean isAsked() {
        return asked;
    }

    /** Waits until somebody asks. */
    public void awaitAsked() throws InterruptedException {
        wanted.await();
    }

    @Override
    public void close() {
        finished.countDown();
        if (!asked) {
            try {
                Runtime.getRuntime().removeShutdownHook(hook);
            } catch (IllegalStateException e) {
                // The process began to end this very moment; the hook finds the latch open.
                asked = true;
            }
        }
    }
}
