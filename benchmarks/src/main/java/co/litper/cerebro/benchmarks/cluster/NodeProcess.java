package co.litper.cerebro.benchmarks.cluster;

import co.litper.cerebro.cluster.kafka.ClusterNode;
import co.litper.cerebro.cluster.kafka.Connection;
import co.litper.cerebro.cluster.kafka.RowFormat;
import co.litper.cerebro.cluster.kafka.Topics;
import co.litper.cerebro.simulator.record.RecordedWorld;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * A node as a process of its own, which can be killed. It says {@value #RUNNING} when its shards are at work, how many it has
 * when it is asked, and stops when its input ends. Owned by one thread at a time.
 */
public final class NodeProcess implements AutoCloseable {
    private static final String RUNNING = "RUNNING";
    private static final int HEAP_MB = 512;
    private static final long STOP_WITHIN_S = 30;
    /** With a restore from the changelog, on a machine that others want too. */
    private static final Duration START_WITHIN = Duration.ofMinutes(3);

    private static final int HOW_MANY = '?';
    private static final int AT_WORK = 'w';
    private static final long LOOK_AGAIN_NS = Duration.ofMillis(200).toNanos();

    private final Process process;
    private final BufferedReader said;
    private boolean running;

    /**
     * What every node of an installation is told.
     *
     * @param seed of exploration
     * @param standbys copies of each shard's state
     * @param deadAfterMs after which a silent node is taken for dead
     * @param brief true for a node of some seconds, whose code is not worth compiling well
     */
    public record Told(
            String brokers, String prefix, int shards, long seed, int standbys, int deadAfterMs, boolean brief) {
        Topics topics() {
            return new Topics(prefix, shards, (short) 1);
        }

        Connection connection() {
            return Connection.to(brokers);
        }
    }

    private NodeProcess(Process process) {
        this.process = process;
        this.said = process.inputReader(StandardCharsets.UTF_8);
    }

    /** Starts a node; {@link #awaitRunning} tells when it is there. */
    static NodeProcess start(Told told, Path folder) {
        return start(told, folder, List.of(), false);
    }

    /**
     * As {@link #start(Told, Path)}.
     *
     * @param by what its command begins with
     * @param next true for a node of the {@link NextRelease}
     */
    static NodeProcess start(Told told, Path folder, List<String> by, boolean next) {
        ProcessBuilder builder = ChildJvm.of(
                by,
                HEAP_MB,
                told.brief(),
                NodeProcess.class,
                List.of(
                        told.brokers(),
                        told.prefix(),
                        Integer.toString(told.shards()),
                        Long.toString(told.seed()),
                        Integer.toString(told.standbys()),
                        Integer.toString(told.deadAfterMs()),
                        folder.toString(),
                        Boolean.toString(next)));
        builder.redirectError(
                ProcessBuilder.Redirect.appendTo(Path.of(folder + ".log").toFile()));
        try {
            return new NodeProcess(builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until it has said that its shards are at work. */
    void awaitRunning() {
        if (running) {
            return;
        }
        String line = line();
        if (!RUNNING.equals(line)) {
            throw new IllegalStateException("a node said '" + line + "' instead of " + RUNNING);
        }
        running = true;
    }

    /** True if it runs a shard now; asked of one that is at work. */
    boolean hasShards() {
        return !"0".equals(answer(HOW_MANY));
    }

    /** True if it is at work again within {@code within}; asked of one that was at work. */
    boolean awaitAtWork(Duration within) {
        long deadline = System.nanoTime() + within.toNanos();
        while (process.isAlive() && System.nanoTime() < deadline) {
            if ("true".equals(answer(AT_WORK))) {
                return true;
            }
            LockSupport.parkNanos(LOOK_AGAIN_NS);
        }
        return false;
    }

    private @Nullable String answer(int question) {
        try {
            process.getOutputStream().write(question);
            process.getOutputStream().flush();
            return line();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private @Nullable String line() {
        try {
            return said.readLine();
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
        try {
            process.getOutputStream().close();
            if (!process.waitFor(STOP_WITHIN_S, TimeUnit.SECONDS)) {
                kill();
            }
        } catch (IOException e) {
            kill();
        } catch (InterruptedException e) {
            kill();
            Thread.currentThread().interrupt();
        }
    }

    /** Arguments: those of {@link Told}, the folder, and whether it is of the next release. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Told told = new Told(
                arguments[0],
                arguments[1],
                Integer.parseInt(arguments[2]),
                Long.parseLong(arguments[3]),
                Integer.parseInt(arguments[4]),
                Integer.parseInt(arguments[5]),
                false);
        ClusterNode.Setup setup = setup(told, Path.of(arguments[6]))
                .withFormat(Boolean.parseBoolean(arguments[7]) ? NextRelease.ROWS : RowFormat.STANDARD);
        try (ClusterNode node = ClusterNode.start(setup)) {
            serve(node);
        } catch (RuntimeException e) {
            e.printStackTrace();
        } finally {
            // Without a broker its threads do not end, and whoever started it may be gone.
            Runtime.getRuntime().halt(0);
        }
    }

    private static void serve(ClusterNode node) throws IOException, InterruptedException {
        System.out.println(node.awaitRunning(START_WITHIN) ? RUNNING : "not yet after " + START_WITHIN);
        // Whoever started it lets go of its input, or dies: both end it.
        for (int asked = System.in.read(); asked >= 0; asked = System.in.read()) {
            if (asked == HOW_MANY) {
                System.out.println(node.shards().size());
            } else if (asked == AT_WORK) {
                System.out.println(node.isRunning());
            }
        }
    }

    /** A node that decides as the recording did, and whose clock is the recording's. */
    static ClusterNode.Setup setup(Told told, Path folder) {
        return ClusterNode.Setup.usual(
                        told.connection(),
                        told.topics(),
                        folder,
                        (state, snapshots) -> RecordedWorld.brain(state, snapshots, told.seed()),
                        Instant::now)
                .withTimes(Duration.ofMillis(told.deadAfterMs()), Duration.ZERO)
                .withStandbys(told.standbys());
    }

    /** So many nodes, all at work. */
    static List<NodeProcess> startAll(Told told, Path folder, int count) {
        List<NodeProcess> nodes = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            nodes.add(start(told, folder.resolve("node" + i)));
        }
        nodes.forEach(NodeProcess::awaitRunning);
        return nodes;
    }
}
