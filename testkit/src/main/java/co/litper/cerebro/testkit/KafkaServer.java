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
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;

/**
 * A real Kafka broker, a process of its own on free ports of this machine; data and output lie in a folder. Whoever starts
 * one has {@code kafka_2.13} on the class path. It ends with {@link #close}, and at the latest with this JVM.
 *
 * <p>The controller is a second process that outlives {@link #kill}. In one process with it, a broker that comes back after a
 * kill finishes open transactions while the controller still holds it for its own dead predecessor, then is fenced, and drops the
 * markers of partitions that have no leader at that moment: they are never readable again. So {@link #restart} first lets the
 * controller forget the dead broker; who comes back then leads nothing until all its partitions are its own again.
 *
 * <p>It is tuned for quick takeovers, as an installation should be: sessions of a second are allowed, and the transaction of
 * a dead client is given up within half a second of its time-out. Owned by one thread.
 */
public final class KafkaServer implements AutoCloseable {
    private static final int BROKER_ID = 1;
    private static final int CONTROLLER_ID = 100;
    private static final String UUID = "MkU3OEVBNTcwNTJENDM2Qk";
    private static final Duration READY_WITHIN = Duration.ofSeconds(180);
    private static final Duration STOP_WITHIN = Duration.ofSeconds(30);

    private static final long LOOK_AGAIN_NS = Duration.ofMillis(50).toNanos();
    /** Ports between those at which two processes begin to look that were started one after the other. */
    private static final long APART = 64;

    private static final int FIRST_PORT = 20_000;
    private static final int PORTS = 10_000;
    private static final String BROKER_FILE = "broker.properties";
    private static final String CONTROLLER_FILE = "controller.properties";
    private static final String LOCAL = "127.0.0.1";

    private final Path folder;
    private final String host;
    private final int port;
    private final int controllerPort;
    private final boolean brief;
    private final AtExit atExit;
    private final Process controller;
    private Process process;

    private KafkaServer(Path folder, String host, int port, int controllerPort, boolean brief) throws IOException {
        this.folder = folder;
        this.host = host;
        this.port = port;
        this.controllerPort = controllerPort;
        this.brief = brief;
        this.controller = server(folder, brief, CONTROLLER_FILE).start();
        this.atExit = new AtExit(this::killAll);
        this.process = launch();
    }

    /**
     * Formats {@code folder} and starts a broker on it; returns when that takes connections.
     *
     * @throws IllegalStateException if it does not come up; the message names the file with its output
     */
    public static KafkaServer start(Path folder) {
        return start(folder, LOCAL, false);
    }

    /** As {@link #start}, for a broker of some minutes with little to do, whose code is not worth compiling well. */
    public static KafkaServer brief(Path folder) {
        return start(folder, LOCAL, true);
    }

    /** As {@link #start}, at an address of this machine that others reach as well. */
    public static KafkaServer at(String host, Path folder) {
        return start(folder, host, false);
    }

    private static KafkaServer start(Path folder, String host, boolean brief) {
        try {
            Files.createDirectories(folder);
            List<Integer> ports = freePorts(host);
            Files.write(folder.resolve(BROKER_FILE), broker(folder, host, ports.getFirst(), ports.getLast()));
            Files.write(folder.resolve(CONTROLLER_FILE), controller(folder, host, ports.getLast()));
            format(folder, List.of(CONTROLLER_FILE, BROKER_FILE));
            return new KafkaServer(folder, host, ports.getFirst(), ports.getLast(), brief);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Two ports that are free, and not among those that the system lends to clients: while a broker is down, a client that
     * calls it again and again from a lent port would sooner or later be lent the broker's own. Processes that were started one after
     * the other look far apart: a port is free until the broker has come up.
     */
    private static List<Integer> freePorts(String host) throws IOException {
        List<Integer> free = new ArrayList<>();
        int port = FIRST_PORT + (int) (ProcessHandle.current().pid() * APART % PORTS);
        for (int tries = 0; free.size() < 2 && tries < PORTS; tries++) {
            port = port + 1 < FIRST_PORT + PORTS ? port + 1 : FIRST_PORT;
            if (isFree(host, port)) {
                free.add(port);
            }
        }
        return free;
    }

    private static boolean isFree(String host, int port) throws IOException {
        try (ServerSocket one = new ServerSocket(port, 1, InetAddress.getByName(host))) {
            return one.isBound();
        } catch (BindException e) {
            return false;
        }
    }

    private static List<String> controller(Path folder, String host, int controllerPort) {
        return List.of(
                "process.roles=controller",
                "node.id=" + CONTROLLER_ID,
                "controller.quorum.voters=" + CONTROLLER_ID + "@" + host + ":" + controllerPort,
                "controller.listener.names=CONTROLLER",
                "listeners=CONTROLLER://" + host + ":" + controllerPort,
                "listener.security.protocol.map=CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT",
                "log.dirs=" + folder.resolve("metadata"),
                // A broker alone gains nothing by being taken for dead when the machine is busy.
                "broker.session.timeout.ms=60000");
    }

    private static List<String> broker(Path folder, String host, int port, int controllerPort) {
        return List.of(
                "process.roles=broker",
                "node.id=" + BROKER_ID,
                "controller.quorum.voters=" + CONTROLLER_ID + "@" + host + ":" + controllerPort,
                "controller.listener.names=CONTROLLER",
                "listeners=PLAINTEXT://" + host + ":" + port,
                "advertised.listeners=PLAINTEXT://" + host + ":" + port,
                "listener.security.protocol.map=CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT",
                "log.dirs=" + folder.resolve("data"),
                "auto.create.topics.enable=false",
                "offsets.topic.replication.factor=1",
                "offsets.topic.num.partitions=4",
                "transaction.state.log.replication.factor=1",
                "transaction.state.log.min.isr=1",
                "transaction.state.log.num.partitions=4",
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

    private static ProcessBuilder server(Path folder, boolean brief, String file) {
        return java(folder, brief, "kafka.Kafka", folder.resolve(file).toString());
    }

    /** Makes the folders of both, at the same time. */
    private static void format(Path folder, List<String> files) throws IOException {
        List<Process> formats = new ArrayList<>();
        for (String file : files) {
            String path = folder.resolve(file).toString();
            formats.add(java(folder, true, "kafka.tools.StorageTool", "format", "-t", UUID, "-c", path)
                    .start());
        }
        try {
            for (Process format : formats) {
                if (!format.waitFor(READY_WITHIN.toSeconds(), TimeUnit.SECONDS) || format.exitValue() != 0) {
                    formats.forEach(Process::destroyForcibly);
                    throw unready(folder, "kafka.tools.StorageTool failed");
                }
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
            Process started = server(folder, brief, BROKER_FILE).start();
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
            socket.connect(new InetSocketAddress(host, port), 500);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** Where clients find it, {@code host:port}. */
    public String brokers() {
        return host + ":" + port;
    }

    /** Ends the broker as a power cut would, and waits until it is gone. */
    public void kill() {
        process.destroyForcibly().onExit().join();
    }

    /** Starts it again on its folder and port; for one that was killed. */
    public void restart() {
        forget();
        process = launch();
    }

    /** Lets the controller know now, not when a session has run out, that the broker is dead. */
    private void forget() {
        Map<String, Object> properties = Map.of(
                AdminClientConfig.BOOTSTRAP_CONTROLLERS_CONFIG,
                host + ":" + controllerPort,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                (int) READY_WITHIN.toMillis());
        try (Admin admin = Admin.create(properties)) {
            admin.unregisterBroker(BROKER_ID).all().get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the controller did not let go of the killed broker", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private void killAll() {
        controller.destroyForcibly();
        kill();
    }

    /** Stops the broker; the folder stays. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(STOP_WITHIN.toSeconds(), TimeUnit.SECONDS)) {
                kill();
            }
        } catch (InterruptedException e) {
            kill();
            Thread.currentThread().interrupt();
        }
        controller.destroyForcibly().onExit().join();
        atExit.cancel();
    }
}
