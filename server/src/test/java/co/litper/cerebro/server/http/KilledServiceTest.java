package co.litper.cerebro.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import co.litper.cerebro.adapters.sqlite.SqliteStore;
import co.litper.cerebro.log.EnvelopeCodec;
import co.litper.cerebro.log.EventLog;
import co.litper.cerebro.server.Main;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A service in a process of its own that is killed while events come in. */
class KilledServiceTest {
    private static final int CLIENTS = 6;
    private static final int ENOUGH = 300;

    private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
    private final Set<String> failures = ConcurrentHashMap.newKeySet();

    private final AtomicBoolean leaving = new AtomicBoolean();

    @Test
    void killedUnderLoadItKeepsWhatItAnswered(@TempDir Path folder) throws Exception {
        Path data = folder.resolve("data");
        Process process = start(data);
        List<Thread> clients = load(process);
        awaitAnswers();
        process.destroyForcibly().waitFor();
        for (Thread client : clients) {
            client.join();
        }
        assertThat(failures).isEmpty();
        assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(ENOUGH);
        assertThat(kept(data)).containsAll(acknowledged);
    }

    private static Process start(Path data) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        "--data-dir",
                        data.toString(),
                        "serve",
                        "--port",
                        "0",
                        "--owner-key")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private List<Thread> load(Process process) throws IOException {
        String line = Objects.requireNonNull(
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8)).readLine(),
                "the service did not start");
        String link = line.substring(line.indexOf("http"));
        URI events = URI.create(link.substring(0, link.indexOf('#')) + "api/v1/events");
        String key = link.substring(link.indexOf('#') + 1);
        List<Thread> clients = new ArrayList<>();
        for (int c = 0; c < CLIENTS; c++) {
            int client = c;
            clients.add(Thread.ofVirtual().start(() -> tell(events, key, client)));
        }
        return clients;
    }

    /** Tells events until nobody listens any more. */
    private void tell(URI events, String key, int client) {
        try (HttpClient http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(5))
                .build()) {
            for (int n = 0; !leaving.get(); n++) {
                String id = client + "-" + n;
                String event = RunningService.event(
                        id, "guide.updated", "{\"guideNumber\":\"K" + id + "\",\"rawStatus\":\"EN REPARTO\"}");
                HttpRequest request = HttpRequest.newBuilder(events)
                        .header("Authorization", "Bearer " + key)
                        .header("Content-Type", "application/cloudevents+json")
                        .POST(BodyPublishers.ofString(event.replace("\"id\"", "\"merchantid\":\"principal\",\"id\"")))
                        .build();
                int status = http.send(request, BodyHandlers.discarding()).statusCode();
                if (status == 200) {
                    acknowledged.add(id);
                } else if (status != 429) {
                    failures.add("status " + status);
                }
            }
        } catch (java.net.ConnectException refused) {
            leaving.set(true);
        } catch (IOException e) {
            leaving.set(true);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void awaitAnswers() throws InterruptedException {
        while (acknowledged.size() < ENOUGH && failures.isEmpty()) {
            TimeUnit.MILLISECONDS.sleep(5); // until enough was answered, however long that takes
        }
    }

    private static Set<String> kept(Path data) {
        Set<String> kept = new HashSet<>();
        EnvelopeCodec codec = new EnvelopeCodec();
        try (SqliteStore store = SqliteStore.openReadOnly(data, SqliteStore.Options.standard())) {
            store.log().read(EventLog.FIRST, entry -> {
                kept.add(codec.decode(entry.event()).id());
                return true;
            });
        }
        return kept;
    }
}
