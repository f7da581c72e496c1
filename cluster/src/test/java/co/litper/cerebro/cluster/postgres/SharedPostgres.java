package co.litper.cerebro.cluster.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import co.litper.cerebro.testkit.PostgresServer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
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

    /** The one server. */
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

    /** Ends every session, as a server does that is started again. */
    static void dropSessions() throws SQLException {
        try (Connection connection = DriverManager.getConnection(server().url(), PostgresServer.USER, "");
                Statement statement = connection.createStatement()) {
            statement.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                    + " WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()");
        }
    }
}
