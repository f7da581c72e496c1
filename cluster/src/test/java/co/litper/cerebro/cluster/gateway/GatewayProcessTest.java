package co.litper.cerebro.cluster.gateway;

import static co.litper.cerebro.cluster.gateway.FrontDesk.await;
import static org.assertj.core.api.Assertions.assertThat;

import co.litper.cerebro.cluster.kafka.ClusterNode;
import co.litper.cerebro.cluster.kafka.NodeBrains;
import co.litper.cerebro.cluster.kafka.SharedBroker;
import co.litper.cerebro.cluster.kafka.Topics;
import co.litper.cerebro.cluster.postgres.SharedPostgres;
import co.litper.cerebro.cluster.redis.RedisFeatures;
import co.litper.cerebro.cluster.redis.RedisServerAddress;
import co.litper.cerebro.cluster.redis.SharedRedis;
import co.litper.cerebro.server.Main;
import co.litper.cerebro.server.config.Configuration;
import co.litper.cerebro.server.http.RunningService;
import co.litper.cerebro.world.Clock;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code cerebro gateway} as operators run it: processes that die. */
class GatewayProcessTest {
    @TempDir
    Path folder;

    /** One process, with a key that is good for everything. */
    private record Served(Process process, URI address, String key, HttpClient client) implements AutoCloseable {
        HttpResponse<String> get(String path) throws IOException, InterruptedException {
            return client.send(request(path).build(), BodyHandlers.ofString());
        }

        int tell(String event) throws IOException, InterruptedException {
            return client.send(
                            request("/api/v1/events?merchant=principal")
                                    .header("Content-Type", "application/cloudevents+json")
                                    .POST(BodyPublishers.ofString(event))
                                    .build(),
                            BodyHandlers.ofString())
                    .statusCode();
        }

        private HttpRequest.Builder request(String path) {
            return HttpRequest.newBuilder(address.resolve(path)).header("Authorization", "Bearer " + key);
        }

        void kill() {
            process.destroyForcibly().onExit().join();
        }

        @Override
        public void close() {
            kill();
            client.close();
        }
    }

    private Served start(Topics topics, String name) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        "--data-dir",
                        folder.resolve(name).toString(),
                        "gateway",
                        "--brokers",
                        SharedBroker.connection().brokers(),
                        "--prefix",
                        topics.prefix(),
                        "--shards",
                        Integer.toString(topics.shards()),
                        "--postgres",
                        SharedPostgres.server().url(),
                        "--redis",
                        SharedRedis.server().uri(),
                        "--graph",
                        "--vault-key",
                        folder.resolve("vault.key").toString(),
                        "--port",
                        "0",
                        "--owner-key")
                .redirectError(folder.resolve(name + ".log").toFile())
                .start();
        String line = Objects.requireNonNull(
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8)).readLine(),
                "the gateway did not start");
        String link = line.substring(line.indexOf("http"));
        return new Served(
                process,
                URI.create(link.substring(0, link.indexOf('#'))),
                link.substring(link.indexOf('#') + 1),
                HttpClient.newHttpClient());
    }

    @Test
    void anotherOneGoesOnWithTheSamePeopleAndTablesWhenOneIsKilled() throws Exception {
        Topics topics = SharedBroker.installation(1);
        ClusterNode.Setup setup = ClusterNode.Setup.usual(
                        SharedBroker.connection(),
                        topics,
                        folder.resolve("node"),
                        NodeBrains.of(Configuration.defaults()),
                        Clock.system())
                .withStandbys(0);
        try (ClusterNode node = ClusterNode.start(setup);
                Served first = start(topics, "first");
                Served second = start(topics, "second");
                RedisFeatures features = RedisFeatures.ofShard(
                        RedisServerAddress.of(SharedRedis.server().uri(), topics.prefix()), 0)) {
            assertThat(first.tell(RunningService.issue("e-1", "7401", "3001112233")))
                    .isEqualTo(202);
            await(() -> first.get("/api/v1/why/7401").statusCode() == 200);
            await(() -> second.get("/api/v1/why/7401").statusCode() == 200);
            await(() -> features.knownAt(RunningService.MERCHANT, "7401").isPresent());
            first.kill();

            assertThat(second.tell(RunningService.issue("e-2", "7402", "3001112233")))
                    .isEqualTo(202);
            await(() -> second.get("/api/v1/shipments/7402").statusCode() == 200);
            await(() -> second.get("/metrics").body().contains("cerebro_reads_written 1.0"));
            await(() -> features.knownAt(RunningService.MERCHANT, "7402").isPresent());
            assertThat(second.get("/api/v1/worklist").body())
                    .as("told to the first, read from the second")
                    .contains("\"total\":2", "Ana María");
            assertThat(node.isAlive()).isTrue();
        }
    }
}
