package co.litper.cerebro.server.ingest;

import co.litper.cerebro.host.Answer;
import co.litper.cerebro.host.EmbeddedHost;
import co.litper.cerebro.log.Envelope;
import co.litper.cerebro.log.Standing;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Hands events to the loop without waiting for each, and counts the answers. The first failure stops it: what was
 * answered before is durable, what was not may be given again. Used by one thread.
 */
final class Pipeline {
    /** Events without an answer yet; some batches of the loop, and a few megabytes. */
    private static final int IN_FLIGHT = 16_384;

    private final EmbeddedHost host;
    private final ImportTally tally;
    private final Semaphore room = new Semaphore(IN_FLIGHT);
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

    Pipeline(EmbeddedHost host, ImportTally tally) {
        this.host = host;
        this.tally = tally;
    }

    void submit(Envelope envelope) throws InterruptedException {
        throwIfFailed();
        room.acquire();
        host.submit(envelope).whenComplete((answer, failed) -> {
            if (failed != null) {
                failure.compareAndSet(null, failed);
            } else {
                count(answer, envelope.standing());
            }
            room.release();
        });
    }

    private void count(Answer answer, Standing standing) {
        switch (answer) {
            case Answer.Recorded r -> tally.recorded(standing == Standing.HISTORICAL);
            case Answer.Duplicate() -> tally.duplicate();
        }
    }

    /** Waits for every answer. */
    void drain() throws InterruptedException {
        room.acquire(IN_FLIGHT);
        room.release(IN_FLIGHT);
        throwIfFailed();
    }

    private void throwIfFailed() {
        Throwable failed = failure.get();
        Throwable cause =
                failed instanceof CompletionException && failed.getCause() != null ? failed.getCause() : failed;
        if (cause instanceof RuntimeException e) {
            throw e;
        }
        if (cause != null) {
            throw new IllegalStateException("an event was not taken", cause);
        }
    }
}
