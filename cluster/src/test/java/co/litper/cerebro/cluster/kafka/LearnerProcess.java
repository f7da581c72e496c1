package co.litper.cerebro.cluster.kafka;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** A learner in a JVM of its own, which can be killed. It says a word when it is the one who learns. */
final class LearnerProcess implements AutoCloseable {
    private static final String LEARNING = "LEARNING";
    private static final long LOOK_AGAIN_NS = Duration.ofMillis(20).toNanos();

    private final Process process;
    private final BufferedReader said;

    private LearnerProcess(Process process) {
        this.process = process;
        this.said = process.inputReader(StandardCharsets.UTF_8);
    }

    static LearnerProcess start(Topics topics, Duration deadAfter) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                LearnerProcess.class.getName(),
                SharedBroker.connection().brokers(),
                topics.prefix(),
                Integer.toString(topics.shards()),
                Long.toString(deadAfter.toMillis())));
        builder.environment().put("CLASSPATH", System.getProperty("java.class.path", ""));
        builder.redirectError(ProcessBuilder.Redirect.DISCARD);
        return new LearnerProcess(builder.start());
    }

    /** Waits until it is the one who learns; false if it ended before. */
    boolean awaitLearning() throws IOException {
        return LEARNING.equals(said.readLine());
    }

    /** Ends it as a power cut would. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    @Override
    public void close() {
        kill();
    }

    /** Arguments: brokers, prefix, shards, milliseconds of silence. Ends when its input does. */
    public static void main(String[] arguments) throws IOException {
        ClusterLearner learner = ClusterLearner.start(new ClusterLearner.Setup(
                Connection.to(arguments[0]),
                new Topics(arguments[1], Integer.parseInt(arguments[2]), (short) 1),
                () -> Instant.EPOCH,
                Duration.ofMillis(Long.parseLong(arguments[3])),
                trouble -> {}));
        Thread.ofPlatform().daemon(true).start(() -> {
            while (!learner.isLearning()) {
                LockSupport.parkNanos(LOOK_AGAIN_NS);
            }
            System.out.println(LEARNING);
        });
        while (System.in.read() >= 0) {
            // Whoever started it lets go of its input, or dies.
        }
        Runtime.getRuntime().halt(0);
    }
}
