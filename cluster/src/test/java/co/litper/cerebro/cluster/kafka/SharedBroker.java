package co.litper.cerebro.cluster.kafka;

import co.litper.cerebro.testkit.KafkaServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One broker for all tests of this JVM; each installation has a prefix of its own. */
public final class SharedBroker {
    private static final AtomicInteger INSTALLATIONS = new AtomicInteger();
    private static @Nullable KafkaServer server;

    private SharedBroker() {}

    public static synchronized KafkaServer server() {
        KafkaServer running = server;
        if (running == null) {
            try {
                Path folder = Files.createTempDirectory("cerebro-kafka");
                Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder)));
                running = KafkaServer.brief(folder);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            server = running;
        }
        return running;
    }

    private static void delete(Path folder) {
        KafkaServer running = server;
        if (running != null) {
            running.kill();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Connection connection() {
        return Connection.to(server().brokers());
    }

    /** The topics of a new installation. */
    public static Topics installation(int shards) {
        Topics topics = new Topics("t" + INSTALLATIONS.incrementAndGet(), shards, (short) 1);
        topics.ensure(connection());
        return topics;
    }
}
