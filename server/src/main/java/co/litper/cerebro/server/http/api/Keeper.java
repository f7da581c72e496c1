package co.litper.cerebro.server.http.api;

import co.litper.cerebro.server.ask.AskDesk;
import co.litper.cerebro.server.http.observe.ServiceLog;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Lets what stays in memory for those who ask follow the log beside them, in a thread of its own. */
final class Keeper implements AutoCloseable {
    /** Between looks at what was added to the log: that much is left for a question to read. */
    private static final long KEEP_UP_MS = 500;

    private static final long LAST_LOOK_S = 20;

    private final AskDesk asks;
    private final ThinkingRoutes thinking;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("cerebro-keeper").daemon(true).factory());
    private boolean failed;

    Keeper(AskDesk asks, ThinkingRoutes thinking) {
        this.asks = asks;
        this.thinking = thinking;
        timer.scheduleWithFixedDelay(this::keepUp, KEEP_UP_MS, KEEP_UP_MS, TimeUnit.MILLISECONDS);
    }

    private void keepUp() {
        try {
            asks.keepUp();
            thinking.keepUp();
            failed = false;
        } catch (RuntimeException e) {
            if (!failed) {
                ServiceLog.told(
                        "what is held for questions does not follow the log, the next question reads it anew: " + e);
            }
            failed = true;
        }
    }

    @Override
    public void close() {
        timer.shutdown();
        try {
            if (!timer.awaitTermination(LAST_LOOK_S, TimeUnit.SECONDS)) {
                timer.shutdownNow();
            }
        } catch (InterruptedException e) {
            timer.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
