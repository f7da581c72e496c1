package co.litper.cerebro.cluster.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import co.litper.cerebro.cluster.kafka.ClusterIngress;
import co.litper.cerebro.cluster.kafka.ClusterNode;
import co.litper.cerebro.cluster.kafka.Connection;
import co.litper.cerebro.cluster.kafka.NodeBrains;
import co.litper.cerebro.cluster.kafka.Topics;
import co.litper.cerebro.cluster.postgres.PostgresOptions;
import co.litper.cerebro.log.DeadLetters;
import co.litper.cerebro.log.Entry;
import co.litper.cerebro.log.EnvelopeCodec;
import co.litper.cerebro.log.EventLog;
import co.litper.cerebro.log.InMemoryDeadLetters;
import co.litper.cerebro.server.config.Configuration;
import co.litper.cerebro.server.http.RunningService;
import co.litper.cerebro.server.http.Signing;
import co.litper.cerebro.vault.Vault;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;

/** A gateway of this process at a port of its own, and a client for it. */
record FrontDesk(Gateway gateway, HttpClient client) implements AutoCloseable {
    static final Instant NOW = Instant.parse("2026-03-02T15:00:00Z");

    private static final Duration WITHIN = Duration.ofMinutes(4);
    private static final ObjectMapper JSON = new ObjectMapper();

    /** What came back. */
    record Reply(int status, String text, HttpResponse<String> raw) {
        JsonNode json() throws IOException {
            return JSON.readTree(text);
        }

        String header(String name) {
            return raw.headers().firstValue(name).orElse("");
        }
    }

    /** One without a memory, since that database has no pgvector. */
    static FrontDesk open(Connection connection, Topics topics, PostgresOptions postgres, Path folder, Vault vault) {
        return open(connection, topics, postgres, folder, vault, new InMemoryDeadLetters());
    }

    /** One without a memory, since that database has no pgvector. */
    static FrontDesk open(
            Connection connection,
            Topics topics,
            PostgresOptions postgres,
            Path folder,
            Vault vault,
            DeadLetters letters) {
        ClusterMemory.Where none = new ClusterMemory.Where(postgres.schema(postgres.schema() + "m"), Optional.empty());
        return open(connection, topics, postgres, none, folder, vault, letters);
    }

    static FrontDesk open(
            Connection connection,
            Topics topics,
            PostgresOptions postgres,
            ClusterMemory.Where memory,
            Path folder,
            Vault vault,
            DeadLetters letters) {
        Gateway gateway = Gateway.start(
                RunningService.options().withCallsPerSecond(0),
                new Gateway.Setup(
                        connection,
                        topics,
                        postgres,
                        memory,
                        Optional.of(postgres.schema(postgres.schema() + "g")),
                        30,
                        folder,
                        vault,
                        letters,
                        List.of(RunningService.source()),
                        Configuration.defaults(),
                        () -> NOW));
        return new FrontDesk(gateway, HttpClient.newHttpClient());
    }

    /** A node that decides as one process does; told the time by nobody. */
    static ClusterNode node(Connection connection, Topics topics, Path folder) {
        return ClusterNode.start(
                ClusterNode.Setup.usual(connection, topics, folder, NodeBrains.of(Configuration.defaults()), () -> NOW)
                        .withTimes(Duration.ofSeconds(60), Duration.ZERO)
                        .withStandbys(0));
    }

    /** What stands in a log now. */
    static List<Entry> entries(EventLog log) {
        List<Entry> entries = new ArrayList<>();
        log.read(EventLog.FIRST, entries::add);
        return entries;
    }

    /** Tells a cluster what an installation of one process has met, in its order. */
    static void retell(Connection connection, Topics topics, List<Entry> entries) {
        EnvelopeCodec codec = new EnvelopeCodec();
        try (ClusterIngress ingress = new ClusterIngress(connection, topics)) {
            entries.forEach(entry -> ingress.offer(codec.decode(entry.event())).join());
        }
    }

    Reply get(String path) throws IOException, InterruptedException {
        return send(request(gateway.ownerKey(), path).build());
    }

    Reply put(String path, String body) throws IOException, InterruptedException {
        return send(request(gateway.ownerKey(), path)
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(body))
                .build());
    }

    Reply delete(String path) throws IOException, InterruptedException {
        return send(request(gateway.ownerKey(), path).DELETE().build());
    }

    Reply post(String key, String path, String body) throws IOException, InterruptedException {
        return tell(key, path, "application/json", body);
    }

    Reply tell(String event) throws IOException, InterruptedException {
        return tell(gateway.ownerKey(), "/api/v1/events?merchant=principal", "application/cloudevents+json", event);
    }

    Reply tell(String key, String path, String type, String body) throws IOException, InterruptedException {
        return send(request(key, path)
                .header("Content-Type", type)
                .POST(BodyPublishers.ofString(body))
                .build());
    }

    /** Delivers as the source n8n, signed. */
    Reply deliver(String body) throws Exception {
        String time = Long.toString(NOW.getEpochSecond());
        return send(request("", "/webhooks/n8n")
                .header("Content-Type", "application/json")
                .header("X-Cerebro-Timestamp", time)
                .header("X-Cerebro-Signature", "sha256=" + Signing.hex(time, body))
                .POST(BodyPublishers.ofString(body))
                .build());
    }

    private HttpRequest.Builder request(String key, String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(gateway.address() + path.substring(1)))
                .timeout(Duration.ofSeconds(60));
        return key.isEmpty() ? request : request.header("Authorization", "Bearer " + key);
    }

    private Reply send(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<String> raw = client.send(request, BodyHandlers.ofString());
        return new Reply(raw.statusCode(), raw.body(), raw);
    }

    /** Asks until the answer is 200: what was told is decided elsewhere, some moments later. */
    Reply await(String path) throws Exception {
        Reply[] last = new Reply[1];
        await(() -> {
            last[0] = get(path);
            return last[0].status() == 200;
        });
        return last[0];
    }

    static void await(Callable<Boolean> condition) throws Exception {
        long deadline = System.nanoTime() + WITHIN.toNanos();
        while (!condition.call()) {
            assertThat(System.nanoTime()).as("within %s", WITHIN).isLessThan(deadline);
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }

    @Override
    public void close() {
        gateway.close();
        client.close();
    }
}
