package co.litper.cerebro.cluster.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import co.litper.cerebro.testkit.PostgresServer;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** One server for all tests of this JVM; each asks for a schema of its own. */
public final class SharedPostgres {
    private static final AtomicInteger SCHEMAS = new AtomicInteger();
    private static @Nullable PostgresServer server;

    private SharedPostgres() {}

    /** Skips the test where there is no server, which is only for laptops. */
    static void require() {
        if ("true".equals(System.getenv("CI"))) {
            assertThat(PostgresServer.isInstalled())
                    .as("PostgreSQL is installed, as .ci/run does")
                    .isTrue();
        }
        assumeTrue(PostgresServer.isInstalled(), "no PostgreSQL here: apt-get install postgresql");
    }

    public static synchronized PostgresServer server() {
        require();
        PostgresServer running = server;
        if (running == null) {
            running = PostgresServer.start();
            server = running;
        }
        return running;
    }

    /** A schema that nobody used. */
    public static PostgresOptions schema() {
        return PostgresOptions.of(server().url(), PostgresServer.USER, "", "t" + SCHEMAS.incrementAndGet());
    }
}
