package co.litper.cerebro.server.backup;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/** Makes backups on the shelf, one at a time: two would only be slower together. Thread-safe. */
public final class OneBackup {
    private final Backups backups;
    private final BackupShelf shelf;
    private final Semaphore one = new Semaphore(1);

    public OneBackup(Backups backups, BackupShelf shelf) {
        this.backups = backups;
        this.shelf = shelf;
    }

    /** A backup that was made and proved. */
    public record Made(String name, Manifest manifest) {}

    /**
     * Copies the store as it is now and proves the copy; empty if another one is being made.
     *
     * @param withKey false to leave out the key of the customers' data
     */
    public Optional<Made> make(boolean withKey) throws IOException, BackupException {
        if (!one.tryAcquire()) {
            return Optional.empty();
        }
        try {
            Path target = shelf.next();
            Manifest made = backups.make(target, withKey);
            return Optional.of(new Made(String.valueOf(target.getFileName()), made));
        } finally {
            one.release();
        }
    }

    /** The names of finished ones, newest first, at most a thousand. */
    public List<String> names() throws IOException {
        return shelf.names();
    }
}
