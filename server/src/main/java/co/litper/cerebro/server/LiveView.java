package co.litper.cerebro.server;

import co.litper.cerebro.adapters.sqlite.SqliteStore;
import java.nio.file.Path;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The state of a running installation, for questions beside its loop: one {@link Reading} that follows the log. Every question
 * sees at least what was answered before it was asked. Thread-safe; questions come one at a time, those {@linkplain #askBeside
 * beside} it excepted.
 *
 * <p>Cost of a question: one fold for each entry since the last one. When the loop has checkpointed, {@link #tidy} opens the
 * reading anew beside the one that answers, so that what it holds of the log stays about one checkpoint's worth and nobody
 * waits for that.
 */
public final class LiveView implements LiveState, AutoCloseable {
    private final Installation installation;
    private final Path folder;
    private final SqliteStore.Options options;
    private final ReentrantLock lock = new ReentrantLock(true);
    private @Nullable Reading reading;
    private long checkpoint;

    public LiveView(Installation installation, Path folder, SqliteStore.Options options) {
        this.installation = installation;
        this.folder = folder;
        this.options = options;
    }

    @Override
    public <T> T ask(Question<T> question) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            Reading current = current();
            current.view().advance(installation.store().log(), current.codec());
            return question.ask(current.view());
        } catch (RuntimeException e) {
            forget(); // a fold that broke off leaves a view that is neither here nor there
            throw e;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Answers a question that takes seconds from a reading of its own, so that nobody else waits for it. Sees at least what was
     * answered before it was asked. Cost beside the question's own: one fold for each entry since the last checkpoint.
     */
    @Override
    public <T> T askBeside(Question<T> question) {
        try (Reading own = Reading.open(folder, options)) {
            return question.ask(own.view());
        }
    }

    private Reading current() {
        Reading open = reading;
        if (open == null) {
            checkpoint = installation.store().states().position();
            open = Reading.open(folder, options);
            reading = open;
        }
        return open;
    }

    /**
     * Puts a view of the last checkpoint in place of one that it has overtaken, so that the store can clean up; call now and
     * then. Folds what came after the checkpoint while the old view goes on answering.
     */
    public synchronized void tidy() throws InterruptedException {
        long stored = installation.store().states().position();
        lock.lockInterruptibly();
        try {
            if (reading == null || stored == checkpoint) {
                return;
            }
        } finally {
            lock.unlock();
        }
        Reading fresh = Reading.open(folder, options);
        lock.lock();
        try {
            forget();
            reading = fresh;
            checkpoint = stored;
        } finally {
            lock.unlock();
        }
    }

    private void forget() {
        Reading open = reading;
        reading = null;
        if (open != null) {
            open.close();
        }
    }

    @Override
    public synchronized void close() {
        lock.lock();
        try {
            forget();
        } finally {
            lock.unlock();
        }
    }
}
