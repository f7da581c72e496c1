package co.litper.cerebro.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * PostgreSQL 18 with pgvector as one session in WebAssembly (PGlite, from npm), a process of its own that keeps everything in
 * memory. It proves statements, not concurrency: one connection at a time. It ends with this JVM at the latest.
 */
public final class PgliteServer implements AutoCloseable {
    /** Who owns everything in it. */
    public static final String USER = "postgres";

    /** Where its npm packages are: the folder that has {@code node_modules}. */
    public static final String HOME = "CEREBRO_PGLITE";

    private static final String SCRIPT = "node_modules/@electric-sql/pglite-socket/dist/scripts/server.js";
    private static final String VECTOR = "@electric-sql/pglite-pgvector:vector";
    private static final List<String> NODE = List.of("/usr/bin/node", "/usr/local/bin/node");

    private final Path output;
    private final ServerProcess process;
    private final AtExit atExit;

    private PgliteServer(Path home, Path node) {
        try {
            this.output = Files.createTempFile("cerebro-pglite", ".log");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        int port = ServerProcess.freePort();
        this.process = new ServerProcess(
                List.of(
                        node.toString(),
                        home.resolve(SCRIPT).toString(),
                        "-p",
                        Integer.toString(port),
                        "-m",
                        "8",
                        "-e",
                        VECTOR),
                output,
                port);
        this.atExit = new AtExit(this::remove);
    }

    private static Optional<Path> home() {
        return Optional.ofNullable(System.getenv(HOME)).map(Path::of).filter(h -> Files.exists(h.resolve(SCRIPT)));
    }

    /** True if this machine has it where {@link #HOME} says. */
    public static boolean isInstalled() {
        return home().isPresent() && ServerProcess.program(NODE).isPresent();
    }

    /** Starts an empty one; {@link IllegalStateException} if it is not installed or does not come up. */
    public static PgliteServer start() {
        Path home = home().orElseThrow(() -> new IllegalStateException("the variable " + HOME
                + " names no folder with PGlite. Maybe: npm install --prefix FOLDER @electric-sql/pglite"
                + " @electric-sql/pglite-socket @electric-sql/pglite-pgvector"));
        Path node = ServerProcess.program(NODE)
                .orElseThrow(() -> new IllegalStateException("there is none of " + NODE + ". Maybe install nodejs"));
        return new PgliteServer(home, node);
    }

    /** For JDBC, with what a single session wants. */
    public String url() {
        return "jdbc:postgresql://" + ServerProcess.HOST + ":" + process.port()
                + "/postgres?sslmode=disable&prepareThreshold=0";
    }

    private void remove() {
        process.kill();
        output.toFile().delete();
    }

    @Override
    public void close() {
        remove();
        atExit.cancel();
    }
}
