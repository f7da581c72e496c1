package co.litper.cerebro.server.cli;

import co.litper.cerebro.adapters.dropi.DropiExport;
import co.litper.cerebro.adapters.table.Limits;
import co.litper.cerebro.adapters.table.Progress;
import co.litper.cerebro.adapters.table.ReadResult;
import co.litper.cerebro.adapters.table.RowResult;
import co.litper.cerebro.world.Clock;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What a test has done by a process of its own: hold a file's lock, or read an export within a small heap. */
final class ChildJvm {
    private ChildJvm() {}

    /** Starts this class in another process, with {@code heapMb} megabytes. */
    static Process start(int heapMb, String... args) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + heapMb + "m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                ChildJvm.class.getName()));
        command.addAll(List.of(args));
        try {
            return new ProcessBuilder(command).redirectErrorStream(true).start();
        } catch (IOException e) {
            throw new UncheckedIOException("no second process could be started", e);
        }
    }

    /** {@code lock FILE} holds the lock until its input ends; {@code read FILE NOW} prints rows and refusals. */
    public static void main(String[] args) throws IOException {
        Path file = Path.of(args[1]);
        if (args[0].equals("lock")) {
            lock(file);
        } else {
            read(file, Clock.fixed(Instant.parse(args[2])));
        }
    }

    private static void lock(Path file) throws IOException {
        try (RandomAccessFile opened = new RandomAccessFile(file.toFile(), "rw");
                FileLock held = opened.getChannel().lock()) {
            System.out.println(held.isValid() ? "held" : "not held");
            System.out.flush();
            while (System.in.read() >= 0) {
                // Held until the test closes the pipe.
            }
        }
    }

    private static void read(Path file, Clock clock) {
        long[] counts = new long[2];
        ReadResult result = DropiExport.read(
                file, Limits.DEFAULT, clock, row -> counts[row instanceof RowResult.Row ? 0 : 1]++, Progress.NONE);
        System.out.println(counts[0] + " rows, " + counts[1] + " refused, " + (result instanceof ReadResult.Stopped));
    }
}
