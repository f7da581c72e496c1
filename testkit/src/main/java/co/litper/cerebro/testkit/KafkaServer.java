package co.litper.cerebro.testkit;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * A real Kafka broker, a process of its own on free ports of this machine; data and output lie in a folder. Whoever starts
 * one has {@code kafka_2.13} on the class path. It ends with {@link #close}, and at the latest with this JVM.
 *
 * <p>It is tuned for quick takeovers, as an installation should be: sessions of a second are allowed, and the transaction of
 * a dead client is given up within half a second of its time-out. Owned by one thread.
 */
public final class KafkaServer implements AutoCloseable {
    private static final String UUID = "MkU3OEVBNTcwNTJENDM2Qk";
    private static final Duration READY_WITHIN = Duration.ofSeconds(180);
    private static final Duration STOP_WITHIN = Duration.ofSeconds(30);

    /**
     * After a kill, the controller takes the broker that comes back for a second one until the session of the first has run out,
     * and the port opens only then: a restart takes this and the start itself. Three heartbeats, so that a machine that stalls
     * for a moment does not fence its only broker.
     */
    private static final Duration SESSION = Duration.ofSeconds(6);

    private static final long LOOK_AGAIN_NS = Duration.ofMillis(50).toNanos();
    private static final int FIRST_PORT = 20_000;
    private static final int PORTS = 10_000;
    private static final String HOST = "127.0.0.1";

    private final Path folder;
    private final int port;
    private final boolean brief;
    private final Thread atExit = new Thread(this::kill);
    private Process process;

    private KafkaServer(Path folder, int port, boolean brief) {
        this.folder = folder;
        this.port = port;
        this.brief = brief;
        this.process = launch();
        Runtime.getRuntime().addShutdownHook(atExit);
    }

    /**
     * Formats {@code folder} and starts a broker on it; returns when that takes connections.
     *
     * @throws IllegalStateException if it does not come up; the message names the file with its output
     */
    public static KafkaServer start(Path folder) {
        return start(folder, false);
    }

    /** As {@link #start}, for a broker of some minutes with little to do, whose code is not worth compiling well. */
    public static KafkaServer brief(Path folder) {
        return start(folder, true);
    }

    private static KafkaServer start(Path folder, boolean brief) {
        try {
            Files.createDirectories(folder);
            List<Integer> ports = freePorts();
            Files.write(configuration(folder), lines(folder, ports.get(0), ports.get(1)));
            run(
                    folder,
                    "kafka.tools.StorageTool",
                    "format",
                    "-t",
                    UUID,
                    "-c",
                    configuration(folder).toString());
            return new KafkaServer(folder, ports.get(0), brief);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path configuration(Path folder) {
        return folder.resolve("server.properties");
    }

    /**
     * Two ports that are free, and not among those that the system lends to clients: while a broker is down, a client that
     * calls it again and again from a lent port would sooner or later be lent the broker's own.
     */
    private static List<Integer> freePorts() throws IOException {
        List<Integer> free = new ArrayList<>();
        int port = FIRST_PORT + (int) (ProcessHandle.current().pid() % PORTS);
        for (int tries = 0; free.size() < 2 && tries < PORTS; tries++) {
            port = port + 1 < FIRST_PORT + PORTS ? port + 1 : FIRST_PORT;
            if (isFree(port)) {
                free.add(port);
            }
        }
        return free;
    }

    private static boolean isFree(int port) throws IOException {
        try (ServerSocket one = new ServerSocket(port, 1, InetAddress.getByName(HOST))) {
            return one.isBound();
        } catch (BindException e) {
            return false;
        }
    }

    private static List<String> lines(Path folder, int port, int controllerPort) {
        return List.of(
                "process.roles=broker,controller",
                "node.id=1",
                "controller.quorum.voters=1@" + HOST + ":" + controllerPort,
                "controller.listener.names=CONTROLLER",
                "listeners=PLAINTEXT://" + HOST + ":" + port + ",CONTROLLER://" + HOST + ":" + controllerPort,
                "advertised.listeners=PLAINTEXT://" + HOST + ":" + port,
                "log.dirs=" + folder.resolve("data"),
                "auto.create.topics.enable=false",
                "offsets.topic.replication.factor=1",
                "offsets.topic.num.partitions=4",
                "transaction.state.log.replication.factor=1",
                "transaction.state.log.min.isr=1",
                "transaction.state.log.num.partitions=4",
                "broker.session.timeout.ms=" + SESSION.toMillis(),
                "initial.broker.registration.timeout.ms=" + READY_WITHIN.toMillis(),
                "group.initial.rebalance.delay.ms=0",
                "group.min.session.timeout.ms=1000",
                "transaction.abort.timed.out.transaction.cleanup.interval.ms=500",
                "log.cleaner.dedupe.buffer.size=16777216");
    }

    private static ProcessBuilder java(Path folder, boolean brief, String main, String... args) {
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-Xmx384m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=" + (brief ? 1 : 4),
                "-Dkafka.logs.dir=" + folder,
                main));
        command.addAll(Arrays.asList(args));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.redirectOutput(
                ProcessBuilder.Redirect.appendTo(folder.resolve("output.log").toFile()));
        builder.environment().put("CLASSPATH", System.getProperty("java.class.path", "") + File.pathSeparator);
        return builder;
    }

    private static void run(Path folder, String main, String... args) throws IOException {
        Process process = java(folder, true, main, args).start();
        try {
            if (!process.waitFor(READY_WITHIN.toSeconds(), TimeUnit.SECONDS) || process.exitValue() != 0) {
                process.destroyForcibly();
                throw unready(folder, main + " failed");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static IllegalStateException unready(Path folder, String what) {
        return new IllegalStateException(what + "; its output is in " + folder.resolve("output.log")
                + ". Maybe kafka_2.13 is not on the class path.");
    }

    private Process launch() {
        try {
            Process started = java(
                            folder, brief, "kafka.Kafka", configuration(folder).toString())
                    .start();
            long deadline = System.nanoTime() + READY_WITHIN.toNanos();
            while (!answers()) {
                if (!started.isAlive() || System.nanoTime() > deadline) {
                    started.destroyForcibly();
                    throw unready(folder, "the broker did not take connections on port " + port);
                }
                LockSupport.parkNanos(LOOK_AGAIN_NS);
            }
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean answers() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(HOST, port), 500);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** Where clients find it, {@code host:port}. */
    public String brokers() {
        return HOST + ":" + port;
    }

    /** Ends the broker as a power cut would, and waits until it is gone. */
    public void kill() {
        process.destroyForcibly().onExit().join();
    }

    /** Starts it again on its folder and port. */
    public void restart() {
        process = launch();
    }

    /** Stops the broker; the folder stays. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(STOP_WITHIN.toSeconds(), TimeUnit.SECONDS)) {
                kill();
            }
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (InterruptedException e) {
            kill();
            Thread.currentThread().interrupt();
        } catch (IllegalStateException e) {
            // This JVM is already on its way out, and the hook with it.
            kill();
        }
    }
}
