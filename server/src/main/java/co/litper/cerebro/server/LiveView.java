package co.litper.cerebro.server;

import co.litper.cerebro.StateView;
import co.litper.cerebro.adapters.sqlite.SqliteStore;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The state of a running installation, for questions beside its loop: one {@link Reading} that follows the log. Every question
 * sees at least what was answered before it was asked. Thread-safe; questions come one at a time.
 *
 * <p>Cost of a question: one fold for each entry since the last one. When the loop has checkpointed, the reading is opened
 * anew, so that what it holds of the log stays below one checkpoint's worth.
 */
public final class LiveView implements AutoCloseable {
    private final Installation installation;
    private final Path folder;
    private final SqliteStore.Options options;
    private final ReentrantLock lock = new ReentrantLock(true);
    private @Nullable Reading reading;
    private long checkpoint;

    /** Answers a question. */
    @FunctionalInterface
    public interface Question<T> {
        /** The answer, which must not hold on to the view. */
        T ask(StateView view);
    }

    public LiveView(Installation installation, Path folder, SqliteStore.Options options) {
        this.installation = installation;
        this.folder = folder;
        this.options = options;
    }

    /**
     * Answers a question at the present end of the log.
     *
     * @throws InterruptedException if the caller was interrupted while others asked
     */
    public <T> T ask(Question<T> question) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            StateView view = current().view();
            view.advance(installation.store().log(), current().codec());
            return question.ask(view);
        } catch (RuntimeException e) {
            forget(); // a fold that broke off leaves a view that is neither here nor there
            throw e;
        } finally {
            lock.unlock();
        }
    }

    private Reading current() {
        long stored = installation.store().states().position();
        Reading open = reading;
        if (open == null || stored != checkpoint) {
            forget();
            open = Reading.open(folder, options);
            reading = open;
            checkpoint = stored;
        }
        return open;
    }

    /** Lets go of a view that a checkpoint has overtaken, so that the store can clean up; call now and then. */
    public void tidy() throws InterruptedException {
        if (!lock.tryLock(1, TimeUnit.SECONDS)) {
            return; // somebody asks, and so renews it
        }
        try {
            if (installation.store().states().position() != checkpoint) {
                forget();
            }
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
    public void close() {
        lock.lock();
        try {
            forget();
        } finally {
            lock.unlock();
        }
    }
}
