package co.litper.cerebro.benchmarks.cluster;

import co.litper.cerebro.cluster.kafka.ClusterLearner;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** One who learns, as a process of its own that can be killed. It stops when its input ends. Owned by one thread at a time. */
public final class LearnerProcess implements AutoCloseable {
    private static final String LEARNING = "LEARNING";
    private static final int HEAP_MB = 512;
    private static final long LOOK_AGAIN_NS = Duration.ofMillis(20).toNanos();

    private final Process process;
    private final BufferedReader said;

    private LearnerProcess(Process process) {
        this.process = process;
        this.said = process.inputReader(StandardCharsets.UTF_8);
    }

    static LearnerProcess start(NodeProcess.Told told) {
        ProcessBuilder builder = ChildJvm.of(
                List.of(),
                HEAP_MB,
                true,
                LearnerProcess.class,
                List.of(
                        told.brokers(),
                        told.prefix(),
                        Integer.toString(told.shards()),
                        Integer.toString(told.deadAfterMs())));
        builder.redirectError(ProcessBuilder.Redirect.DISCARD);
        try {
            return new LearnerProcess(builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a learner of that installation is made of. */
    static ClusterLearner.Setup setup(NodeProcess.Told told) {
        return new ClusterLearner.Setup(
                told.connection(),
                told.topics(),
                Instant::now,
                Duration.ofMillis(told.deadAfterMs()),
                System.err::println);
    }

    /** Waits until it has said that it is the one who learns. */
    void awaitLearning() {
        try {
            String line = said.readLine();
            if (!LEARNING.equals(line)) {
                throw new IllegalStateException("a learner said '" + line + "' instead of " + LEARNING);
            }
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

    /** Arguments: brokers, prefix, shards, and milliseconds of silence after which it is dead. */
    public static void main(String[] arguments) throws IOException {
        NodeProcess.Told told = new NodeProcess.Told(
                arguments[0], arguments[1], Integer.parseInt(arguments[2]), 0, 0, Integer.parseInt(arguments[3]), true);
        ClusterLearner learner = ClusterLearner.start(setup(told));
        Thread.ofPlatform().daemon(true).start(() -> {
            while (!learner.isLearning()) {
                LockSupport.parkNanos(LOOK_AGAIN_NS);
            }
            System.out.println(LEARNING);
        });
        try {
            System.in.read();
        } finally {
            // Without a broker its thread does not end, and whoever started it may be gone.
            Runtime.getRuntime().halt(0);
        }
    }
}
