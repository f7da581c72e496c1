package co.litper.cerebro.benchmarks.cluster;

import co.litper.cerebro.adapters.channel.FileChannel;
import co.litper.cerebro.cluster.kafka.EffectWorker;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * One who carries effects out, as a process of its own that can be killed: into a file, which cannot tell a repeat. It stops when
 * its input ends. Owned by one thread at a time.
 */
public final class WorkerProcess implements AutoCloseable {
    private static final int HEAP_MB = 256;

    private final Process process;

    private WorkerProcess(Process process) {
        this.process = process;
    }

    /** Starts one that appends to {@code file}. */
    static WorkerProcess start(NodeProcess.Told told, Path file) {
        ProcessBuilder builder = ChildJvm.of(
                List.of(),
                HEAP_MB,
                true,
                WorkerProcess.class,
                List.of(
                        told.brokers(),
                        told.prefix(),
                        Integer.toString(told.shards()),
                        Integer.toString(told.deadAfterMs()),
                        file.toString()));
        builder.redirectErrorStream(true);
        builder.redirectOutput(
                ProcessBuilder.Redirect.appendTo(Path.of(file + ".log").toFile()));
        try {
            return new WorkerProcess(builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends it as a power cut would. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    @Override
    public void close() {
        kill();
    }

    /** Arguments: brokers, prefix, shards, milliseconds of silence after which it is dead, and the file. */
    public static void main(String[] arguments) throws IOException {
        NodeProcess.Told told = new NodeProcess.Told(
                arguments[0], arguments[1], Integer.parseInt(arguments[2]), 0, 0, Integer.parseInt(arguments[3]), true);
        try (EffectWorker worker = EffectWorker.start(new EffectWorker.Setup(
                told.connection(),
                told.topics(),
                Map.of(),
                new FileChannel(Path.of(arguments[4]), Instant::now),
                Instant::now,
                Duration.ofMillis(told.deadAfterMs()),
                System.err::println))) {
            System.in.read();
        } finally {
            // Without a broker its threads do not end, and whoever started it may be gone.
            Runtime.getRuntime().halt(0);
        }
    }
}
