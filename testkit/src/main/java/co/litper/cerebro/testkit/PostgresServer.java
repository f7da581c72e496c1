package co.litper.cerebro.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A real PostgreSQL with logical decoding switched on, a process of its own on a free port of this machine, its data in a
 * temporary folder that goes with it. It asks for no password. What is written survives {@link #kill}, but no power cut: it does
 * not sync. It ends with this JVM at the latest. One thread.
 */
public final class PostgresServer implements AutoCloseable {
    /** Who owns everything in it. */
    public static final String USER = "cerebro";

    private static final Duration READY_WITHIN = Duration.ofSeconds(50);
    private static final String OWNER = "postgres";
    private static final String BIN = "/usr/lib/postgresql/";
    private static final List<String> VERSIONS = List.of("18", "17", "16", "15");

    private final Path folder;
    private final AtExit atExit;
    private final ServerProcess process;
    private final Path bin;

    private PostgresServer(Path folder, Path bin, int port) {
        this.folder = folder;
        this.bin = bin;
        Path data = data();
        ServerProcess.run(ServerProcess.as(
                OWNER,
                List.of(
                        bin.resolve("initdb").toString(),
                        "-D",
                        data.toString(),
                        "-U",
                        USER,
                        "-A",
                        "trust",
                        "-E",
                        "UTF8",
                        "--locale=C.UTF-8",
                        "--no-sync")));
        this.process = new ServerProcess(
                ServerProcess.as(OWNER, command(bin, data, port)), folder.resolve("output.log"), port);
        this.atExit = new AtExit(this::remove);
        awaitReady();
    }

    /** It takes connections before it can serve them. */
    private void awaitReady() {
        ServerProcess.run(List.of(
                "timeout",
                Long.toString(READY_WITHIN.toSeconds()),
                "sh",
                "-c",
                "until \"$0\" -q -h \"$1\" -p \"$2\"; do sleep 0.05; done",
                bin.resolve("pg_isready").toString(),
                ServerProcess.HOST,
                Integer.toString(port())));
    }

    private static List<String> command(Path bin, Path data, int port) {
        return List.of(
                bin.resolve("postgres").toString(),
                "-D",
                data.toString(),
                "-p",
                Integer.toString(port),
                "-h",
                ServerProcess.HOST,
                "-k",
                "", // no socket beside it
                "-c",
                "fsync=off",
                "-c",
                "wal_level=logical",
                "-c",
                "max_replication_slots=16",
                "-c",
                "max_wal_senders=16",
                "-c",
                "shared_buffers=64MB");
    }

    /** True if this machine has PostgreSQL as Debian installs it. */
    public static boolean isInstalled() {
        return bin().isPresent();
    }

    private static Optional<Path> bin() {
        return ServerProcess.program(
                        VERSIONS.stream().map(v -> BIN + v + "/bin/initdb").toList())
                .map(Path::getParent);
    }

    /**
     * Makes an empty server and returns when it takes connections.
     *
     * @throws IllegalStateException if there is none on this machine, or it does not come up
     */
    public static PostgresServer start() {
        Path bin = bin().orElseThrow(() -> new IllegalStateException(
                "there is no PostgreSQL under " + BIN + ". Maybe: apt-get install postgresql"));
        try {
            Path folder = Files.createTempDirectory("cerebro-postgres");
            if (ServerProcess.isRoot()) {
                ServerProcess.run(List.of("chown", OWNER, folder.toString()));
            }
            return new PostgresServer(folder, bin, ServerProcess.freePort());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The port on 127.0.0.1. */
    public int port() {
        return process.port();
    }

    /** For JDBC. */
    public String url() {
        return "jdbc:postgresql://" + ServerProcess.HOST + ":" + port() + "/postgres";
    }

    /** Where its files lie. */
    public Path data() {
        return folder.resolve("data");
    }

    /** Ends it as a crash would; its data stay. */
    public void kill() {
        process.kill();
    }

    /** Starts it again on its data and port. */
    public void restart() {
        process.restart();
        awaitReady();
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
