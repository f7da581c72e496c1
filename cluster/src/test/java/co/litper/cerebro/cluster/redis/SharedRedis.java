package co.litper.cerebro.cluster.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import co.litper.cerebro.testkit.RedisServer;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** One server for all tests of this JVM; each asks for a prefix of its own. */
public final class SharedRedis {
    /** On a machine that others want too. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final AtomicInteger PREFIXES = new AtomicInteger();
    private static @Nullable RedisServer server;

    private SharedRedis() {}

    /** Skips the test where there is no server, which is only for laptops. */
    public static void require() {
        if ("true".equals(System.getenv("CI"))) {
            assertThat(RedisServer.isInstalled())
                    .as("Redis is installed, as .ci/run does")
                    .isTrue();
        }
        assumeTrue(RedisServer.isInstalled(), "no Redis here: apt-get install redis-server");
    }

    public static synchronized RedisServer server() {
        require();
        RedisServer running = server;
        if (running == null) {
            running = RedisServer.start();
            server = running;
        }
        return running;
    }

    /** Keys that nobody used. */
    public static RedisServerAddress address() {
        return new RedisServerAddress(server().uri(), "t" + PREFIXES.incrementAndGet(), PATIENCE);
    }
}
