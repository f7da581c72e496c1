package co.litper.cerebro.cluster.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import co.litper.cerebro.testkit.PgliteServer;
import org.jspecify.annotations.Nullable;

/** One server with pgvector for all tests of this JVM; each asks for a schema of its own. Only one connection at a time. */
public final class SharedPglite {
    private static @Nullable PgliteServer server;
    private static int schemas;

    private SharedPglite() {}

    /** Skips the test where there is none, which is only for laptops. */
    public static void require() {
        if ("true".equals(System.getenv("CI"))) {
            assertThat(PgliteServer.isInstalled())
                    .as("PGlite is installed, as .ci/run does")
                    .isTrue();
        }
        assumeTrue(PgliteServer.isInstalled(), "no PGlite here; " + PgliteServer.HOME + " names its folder");
    }

    private static PgliteServer server() {
        require();
        PgliteServer running = server;
        if (running == null) {
            running = PgliteServer.start();
            server = running;
        }
        return running;
    }

    /** A schema that nobody used. */
    public static synchronized PostgresOptions schema() {
        return new PostgresOptions(server().url(), PgliteServer.USER, "postgres", "m" + ++schemas, 1, false);
    }
}
