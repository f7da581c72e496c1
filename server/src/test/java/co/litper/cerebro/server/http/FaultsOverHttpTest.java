package co.litper.cerebro.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import co.litper.cerebro.adapters.sqlite.SqliteStore;
import co.litper.cerebro.log.EnvelopeCodec;
import co.litper.cerebro.log.EventLog;
import co.litper.cerebro.server.http.RunningService.Reply;
import co.litper.cerebro.server.http.RunningService.Start;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A disk that fills up and a clock that jumps, while the service takes events. */
class FaultsOverHttpTest {
    private static final int MOST_PAGES = 1_073_741_823;
    private static final int BATCH = 200;
    private static final int MOST_BATCHES = 500;
    private static final int MOST_SINGLES = 2_000;
    private static final int MOST_TRIES = 50;

    @TempDir
    private Path folder;

    private final Map<String, Connection> writers = new ConcurrentHashMap<>();
    private final Map<String, Integer> bounds = new ConcurrentHashMap<>();

    private Connection remember(Path file, SqliteStore.Purpose purpose, Connection connection) {
        String name = String.valueOf(file.getFileName());
        if (purpose == SqliteStore.Purpose.WRITE) {
            writers.put(name, connection);
            Integer most = bounds.get(name);
            if (most != null) {
                bound(connection, most);
            }
        }
        return connection;
    }

    /** Lets a file grow by so many pages and no further; SQLite itself says then that the disk is full. */
    private void leaveRoom(String file, int pages) throws SQLException {
        Connection writer = Objects.requireNonNull(writers.get(file), file);
        try (Statement statement = writer.createStatement()) {
            bounds.put(file, statement.executeQuery("PRAGMA page_count").getInt(1) + pages);
        }
        bound(writer, Objects.requireNonNull(bounds.get(file)));
    }

    private void makeRoom(String file) throws SQLException {
        bounds.remove(file);
        Connection writer = Objects.requireNonNull(writers.get(file), file);
        if (!writer.isClosed()) {
            bound(writer, MOST_PAGES);
        }
    }

    private static String single(int n) {
        return RunningService.issue("s" + n, "GS" + n, Long.toString(3_200_000_000L + n));
    }

    /** After a failure the store opens its file anew; the disk is no larger for that. */
    private static void bound(Connection connection, int pages) {
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA max_page_count = " + pages);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private static String batch(String run, int from) {
        return IntStream.range(from, from + BATCH)
                .mapToObj(i -> RunningService.issue(run + i, "G" + run + i, Long.toString(3_100_000_000L + i)))
                .collect(Collectors.joining(",", "[", "]"));
    }

    private static Reply send(RunningService service, String batch) throws IOException, InterruptedException {
        return service.post("operator", "/api/v1/events", "application/cloudevents-batch+json", batch, Map.of());
    }

    private static Set<String> kept(RunningService service) {
        Set<String> ids = new LinkedHashSet<>();
        EnvelopeCodec codec = new EnvelopeCodec();
        service.installation().store().log().read(EventLog.FIRST, entry -> {
            ids.add(codec.decode(entry.event()).id());
            return true;
        });
        return ids;
    }

    /** Batches until one is refused, in part or wholly. */
    private static void fill(RunningService service, Set<String> acknowledged)
            throws IOException, InterruptedException {
        int status = 200;
        for (int n = 0; n < MOST_BATCHES && status == 200; n++) {
            Reply reply = send(service, batch("d", n * BATCH));
            status = reply.status();
            reply.json().path("items").forEach(item -> {
                if (item.path("status").asText().equals("recorded")) {
                    acknowledged.add(item.path("id").asText());
                }
            });
        }
        assertThat(status).as("the disk did not fill").isNotEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"journal.db", "people.db"})
    void onAFullDiskNothingThatWasAnsweredIsLostAndTheServiceGoesOnWhenThereIsRoom(String file) throws Exception {
        Set<String> acknowledged = new LinkedHashSet<>();
        try (RunningService service = new RunningService(Start.in(folder).disk(this::remember))) {
            leaveRoom(file, 40);
            fill(service, acknowledged);
            int n = 0;
            Reply last = service.tell(single(n));
            while (last.status() == 200 && n < MOST_SINGLES) {
                acknowledged.add("s" + n);
                n++;
                last = service.tell(single(n));
            }
            String refused = "s" + n;
            assertThat(last.code()).as(last.text()).isEqualTo("disk-full");
            assertThat(last.status()).isEqualTo(507);
            assertThat(last.header("Retry-After")).isNotEmpty();
            assertThat(service.get("", "/health/ready").status()).isEqualTo(503);
            assertThat(service.get("", "/health/live").status()).isEqualTo(200);
            assertThat(service.get("viewer", "/api/v1/decisions").status()).isEqualTo(200);
            assertThat(kept(service)).containsAll(acknowledged).doesNotContain(refused);

            makeRoom(file);
            Reply again = service.tell(single(n));
            for (int i = 0; i < MOST_TRIES && again.status() != 200; i++) {
                again = service.tell(single(n));
            }
            assertThat(again.status()).as(again.text()).isEqualTo(200);
            assertThat(service.get("", "/health/ready").status()).isEqualTo(200);
            acknowledged.add(refused);
            assertThat(kept(service)).containsAll(acknowledged);
        }
        try (RunningService service = RunningService.start(folder)) {
            assertThat(kept(service)).containsAll(acknowledged);
            assertThat(service.installation().store().integrity()).isEmpty();
        }
    }

    @Test
    void howeverTheClockIsSetEventsAreTakenOnceAndTheStateIsTheOneOfTheLog() throws Exception {
        Instant start = Instant.parse("2026-03-10T15:00:00Z");
        AtomicReference<Instant> now = new AtomicReference<>(start);
        List<Duration> jumps = List.of(
                Duration.ZERO,
                Duration.ofHours(-3),
                Duration.ofDays(2),
                Duration.ofDays(-400),
                Duration.ofMinutes(5),
                Duration.ofDays(40));
        List<Long> positions = new ArrayList<>();
        try (RunningService service = new RunningService(Start.in(folder).clock(now::get))) {
            for (int i = 0; i < jumps.size(); i++) {
                now.set(start.plus(jumps.get(i)));
                String event = told("c-" + i, "GC" + i, now.get());
                Map<String, String> once = Map.of("Idempotency-Key", "k" + i);
                Reply first = service.tell(event);
                assertThat(first.status()).as(jumps.get(i) + " " + first.text()).isEqualTo(200);
                positions.add(first.json().path("position").asLong());
                service.installation().tick();
                assertThat(service.tell(event).json().path("status").asText()).isEqualTo("duplicate");
                now.set(start);
                String lookup = "{\"phone\":\"3017770005\"}";
                service.post("operator", "/api/v1/customers/lookup", "application/json", lookup, once);
                Reply second = service.post("operator", "/api/v1/customers/lookup", "application/json", lookup, once);
                assertThat(second.header("Idempotency-Replayed")).isEqualTo("true");
                assertThat(service.get("viewer", "/api/v1/shipments/GC" + i).status())
                        .isEqualTo(200);
            }
            assertThat(positions).isSorted().doesNotHaveDuplicates();
            assertThat(service.get("viewer", "/api/v1/worklist").status()).isEqualTo(200);
            assertThat(service.get("viewer", "/api/v1/kpis").status()).isEqualTo(200);
        }
        assertThat(Rebuilt.differences(folder)).isEmpty();
    }

    private static String told(String id, String guide, Instant at) {
        return RunningService.event(
                id,
                "guide.updated",
                "{\"guideNumber\":\"" + guide + "\",\"rawStatus\":\"NOVEDAD\",\"state\":\"ISSUE\","
                        + "\"rawIssue\":\"DIRECCION ERRADA\",\"issue\":\"BAD_ADDRESS\"}",
                at);
    }
}
