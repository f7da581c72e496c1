package co.litper.cerebro.adapters.channel;

import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A text file that grows by lines; made at the first one. Owned by one thread. */
final class AppendedFile implements AutoCloseable {
    private final Path path;
    private @Nullable FileOutputStream out;

    AppendedFile(Path path) {
        this.path = path;
    }

    /** Appends a line; with {@code durable} it is on the disk on return. A line that failed half-way is ended before the next. */
    void append(String line, boolean durable) throws IOException {
        FileOutputStream file = open();
        try {
            file.write((line + "\n").getBytes(StandardCharsets.UTF_8));
            if (durable) {
                file.getFD().sync();
            }
        } catch (IOException e) {
            close();
            throw e;
        }
    }

    private FileOutputStream open() throws IOException {
        FileOutputStream file = out;
        if (file == null) {
            Path folder = path.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            boolean cut = endsWithinLine();
            file = new FileOutputStream(path.toFile(), true);
            out = file;
            if (cut) {
                file.write('\n');
            }
        }
        return file;
    }

    private boolean endsWithinLine() throws IOException {
        if (!Files.exists(path) || Files.size(path) == 0) {
            return false;
        }
        try (var file = new java.io.RandomAccessFile(path.toFile(), "r")) {
            file.seek(file.length() - 1);
            return file.read() != '\n';
        }
    }

    @Override
    public void close() throws IOException {
        FileOutputStream file = out;
        out = null;
        if (file != null) {
            file.close();
        }
    }
}
