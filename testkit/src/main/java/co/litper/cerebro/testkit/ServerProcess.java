package co.litper.cerebro.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** A server of another maker's as a process of its own on this machine. It ends at the latest with this JVM. One thread. */
final class ServerProcess {
    static final String HOST = "127.0.0.1";
    private static final Duration READY_WITHIN = Duration.ofSeconds(60);
    private static final long LOOK_AGAIN_NS = Duration.ofMillis(20).toNanos();
    private static final int LOOK_MS = 500;

    private final List<String> command;
    private final Path output;
    private final int port;
    private Process process;

    /** Starts {@code command}, which is to take connections on {@code port}; its output goes to a file. */
    ServerProcess(List<String> command, Path output, int port) {
        this.command = List.copyOf(command);
        this.output = output;
        this.port = port;
        this.process = launch();
    }

    /**
     * Runs a command to its end.
     *
     * @throws IllegalStateException if it fails; the message has the end of its output
     */
    static void run(List<String> command) {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(READY_WITHIN.toSeconds(), TimeUnit.SECONDS) || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new IllegalStateException(String.join(" ", command) + " failed: " + told);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** The first of {@code places} that is a program, or empty. */
    static Optional<Path> program(List<String> places) {
        return places.stream().map(Path::of).filter(Files::isExecutable).findFirst();
    }

    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName(HOST))) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** True if this process may do anything, which PostgreSQL refuses to. */
    static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    /** {@code command} as {@code user}, if this is root. */
    static List<String> as(String user, List<String> command) {
        if (!isRoot()) {
            return command;
        }
        List<String> all = new ArrayList<>(List.of("runuser", "-u", user, "--"));
        all.addAll(command);
        return all;
    }

    static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Process launch() {
        try {
            Process started = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()))
                    .start();
            long deadline = System.nanoTime() + READY_WITHIN.toNanos();
            while (!answers()) {
                if (!started.isAlive() || System.nanoTime() > deadline) {
                    started.destroyForcibly();
                    throw new IllegalStateException(command.getFirst() + " did not take connections on port " + port
                            + "; its output is in " + output);
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
            socket.connect(new InetSocketAddress(HOST, port), LOOK_MS);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    int port() {
        return port;
    }

    /** Ends it and what it started, at once and without a word to it. */
    void kill() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly().onExit().join();
    }

    /** Asks it to end, and waits. */
    void stop() {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
        process.onExit().join();
    }

    /** Starts it again as it was. */
    void restart() {
        process = launch();
    }
}
