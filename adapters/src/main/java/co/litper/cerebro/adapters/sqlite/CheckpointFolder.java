package co.litper.cerebro.adapters.sqlite;

import co.litper.cerebro.log.StateStore;
import co.litper.cerebro.log.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * A folder with checkpoints of state alone, for one who folds a log that lies elsewhere. Made anew if it is damaged or was made of
 * another log. One process at a time; thread-safe within it.
 */
public final class CheckpointFolder implements AutoCloseable {
    private final Deque<AutoCloseable> open = new ArrayDeque<>();
    private final StateFile file;
    private final StateStore states;

    private CheckpointFolder(Path folder, SqliteStore.Options options, long logId) {
        boolean done = false;
        try {
            open.push(WriterLock.take(folder, options.clock().now()));
            this.file = new StateFile(folder, options, logId);
            this.states = file.open(open);
            done = true;
        } finally {
            if (!done) {
                close();
            }
        }
    }

    /**
     * Opens the folder, making it where it is missing.
     *
     * @param logId of the log that is folded
     * @throws StoreException of kind LOCKED if another process has it open
     */
    public static CheckpointFolder open(Path folder, SqliteStore.Options options, long logId) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new StoreException(
                    StoreException.Kind.IO,
                    "cannot make the folder " + folder + ": " + e + ". Maybe a parent folder is not writable.",
                    e);
        }
        return new CheckpointFolder(folder, options, logId);
    }

    /** The checkpoints. */
    public StateStore states() {
        return states;
    }

    /** The checkpoints as they are now, whatever is written meanwhile. To be closed, before the folder. */
    public Pinned pin() {
        Deque<AutoCloseable> reading = new ArrayDeque<>();
        boolean done = false;
        try {
            Pinned pinned = new Pinned(file.openReadOnly(reading), reading);
            done = true;
            return pinned;
        } finally {
            if (!done) {
                Closing.all(reading);
            }
        }
    }

    /**
     * Checkpoints of one moment, to be read only.
     *
     * @param states the checkpoints
     * @param open what is closed with it
     */
    public record Pinned(StateStore states, Deque<AutoCloseable> open) implements AutoCloseable {
        @Override
        public void close() {
            Closing.all(open);
        }
    }

    @Override
    public void close() {
        Closing.all(open);
    }
}
