package co.litper.cerebro.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A real Redis, a process of its own on a free port of this machine; what is written survives {@link #kill}. It ends with this JVM
 * at the latest. One thread.
 */
public final class RedisServer implements AutoCloseable {
    private static final List<String> PLACES = List.of("/usr/bin/redis-server", "/usr/local/bin/redis-server");

    private final Path folder;
    private final AtExit atExit;
    private final ServerProcess process;

    private RedisServer(Path folder, Path program, int port) {
        this.folder = folder;
        this.process = new ServerProcess(
                List.of(
                        program.toString(),
                        "--port",
                        Integer.toString(port),
                        "--bind",
                        ServerProcess.HOST,
                        "--dir",
                        folder.toString(),
                        "--appendonly",
                        "yes",
                        "--appendfsync",
                        "always"),
                folder.resolve("output.log"),
                port);
        this.atExit = new AtExit(this::remove);
    }

    /** True if this machine has Redis as Debian installs it. */
    public static boolean isInstalled() {
        return program().isPresent();
    }

    private static Optional<Path> program() {
        return ServerProcess.program(PLACES);
    }

    /**
     * Starts an empty server; returns when it takes connections.
     *
     * @throws IllegalStateException if there is none on this machine, or it does not come up
     */
    public static RedisServer start() {
        Path program = program()
                .orElseThrow(() -> new IllegalStateException(
                        "there is none of " + PLACES + ". Maybe: apt-get install redis-server"));
        try {
            return new RedisServer(Files.createTempDirectory("cerebro-redis"), program, ServerProcess.freePort());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** For clients, {@code redis://host:port}. */
    public String uri() {
        return "redis://" + ServerProcess.HOST + ":" + process.port();
    }

    /** Ends it as a crash would; its data stay. */
    public void kill() {
        process.kill();
    }

    /** Starts it again on its data and port. */
    public void restart() {
        process.restart();
    }

    private void remove() {
        process.kill();
        ServerProcess.delete(folder);
    }

    /** Ends it and removes its data. */
    @Override
    public void close() {
        remove();
        atExit.cancel();
    }
}
