package co.litper.cerebro.adapters.sqlite;

import co.litper.cerebro.log.StoreException;
import co.litper.cerebro.log.StoreException.Kind;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Lets one process at a time write to a store: an exclusive lock on the file {@code writer.lock}, in which the holder says
 * who it is. The operating system lets go of it when the process ends, however it ends.
 */
final class WriterLock implements AutoCloseable {
    private static final String FILE_NAME = "writer.lock";

    /** The lock lies beyond the text, because some systems forbid others to read locked bytes. */
    private static final long LOCKED_BYTE = 1L << 40;

    /**
     * Stores held by this process. On POSIX systems closing any descriptor of a file drops the process's locks on it, so
     * a second attempt must not even open the file.
     */
    private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

    private final Path folder;
    private final FileChannel channel;

    private WriterLock(Path folder, FileChannel channel) {
        this.folder = folder;
        this.channel = channel;
    }

    /**
     * Takes the lock of {@code folder}.
     *
     * @throws StoreException of kind LOCKED, naming the process that holds it
     */
    static WriterLock take(Path folder, Instant now) {
        Path real = real(folder);
        if (!HELD_HERE.add(real)) {
            throw locked(real, "this process");
        }
        boolean taken = false;
        try {
            WriterLock lock = lock(real, now);
            taken = true;
            return lock;
        } finally {
            if (!taken) {
                HELD_HERE.remove(real);
            }
        }
    }

    private static Path real(Path folder) {
        try {
            return folder.toRealPath();
        } catch (IOException e) {
            throw unusable(folder, e);
        }
    }

    private static WriterLock lock(Path folder, Instant now) {
        Path file = folder.resolve(FILE_NAME);
        try {
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = channel.tryLock(LOCKED_BYTE, 1, false);
            if (lock == null) {
                channel.close();
                throw locked(folder, Files.readString(file).strip());
            }
            String holder = "process " + ProcessHandle.current().pid() + ", since " + now + "\n";
            channel.truncate(0).write(ByteBuffer.wrap(holder.getBytes(StandardCharsets.UTF_8)), 0);
            return new WriterLock(folder, channel);
        } catch (IOException e) {
            throw unusable(file, e);
        }
    }

    private static StoreException locked(Path folder, String holder) {
        return new StoreException(
                Kind.LOCKED,
                "the store in " + folder + " is being written by " + holder + ". Maybe another `cerebro` is running:"
                        + " stop it, or give this one another folder.");
    }

    private static StoreException unusable(Path path, IOException e) {
        return new StoreException(
                Kind.IO, "cannot use " + path + ": " + e + ". Maybe the folder is missing or not writable.", e);
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw unusable(folder.resolve(FILE_NAME), e);
        } finally {
            HELD_HERE.remove(folder);
        }
    }
}
