package co.litper.cerebro.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import co.litper.cerebro.adapters.sqlite.SqliteStore;
import co.litper.cerebro.log.EventLog;
import co.litper.cerebro.server.backup.Restore;
import co.litper.cerebro.server.http.RunningService.Reply;
import co.litper.cerebro.world.Clock;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A backup that is asked for over the network while events come in, restored elsewhere. */
class BackupOverHttpTest {
    private static final int CLIENTS = 4;
    private static final int ENOUGH = 100;

    private static SortedMap<Long, String> entries(SqliteStore store) {
        SortedMap<Long, String> entries = new TreeMap<>();
        store.log().read(EventLog.FIRST, entry -> {
            entries.put(
                    entry.position(),
                    HexFormat.of().formatHex(entry.event()) + HexFormat.of().formatHex(entry.facts()));
            return true;
        });
        return entries;
    }

    @Test
    void restoredElsewhereItIsTheServiceAtThatMomentByteForByteAndAnswersAlike(@TempDir Path folder) throws Exception {
        Path data = folder.resolve("data");
        Path elsewhere = folder.resolve("elsewhere");
        List<TellingClient> clients = new ArrayList<>();
        List<Thread> threads = new ArrayList<>();
        Reply made;
        String story;
        SortedMap<Long, String> original;
        try (RunningService service = RunningService.start(data, RunningService.optionsWithFarewell())) {
            service.tell(RunningService.issue("first", "G1", "3001112233"));
            story = service.get("viewer", "/api/v1/shipments/G1/story").text();
            for (int c = 0; c < CLIENTS; c++) {
                TellingClient client = new TellingClient(service.address(), "operator", "b" + c);
                clients.add(client);
                threads.add(Thread.ofVirtual().start(client));
            }
            while (clients.stream().mapToInt(c -> c.acknowledged.size()).sum() < ENOUGH) {
                TimeUnit.MILLISECONDS.sleep(5);
            }
            long before = service.installation().store().log().end() - 1;
            made = service.call("POST", "admin-all", "/api/v1/backups", "");
            assertThat(made.status()).as(made.text()).isEqualTo(201);
            assertThat(made.json().path("events").asLong()).isGreaterThanOrEqualTo(before);
            assertThat(service.get("admin-all", "/api/v1/backups").text())
                    .contains(made.json().path("name").asText());
            assertThat(service.call("POST", "admin", "/api/v1/backups", "").code())
                    .isEqualTo("other-merchant");
            service.close();
            for (Thread thread : threads) {
                thread.join();
            }
        }
        clients.forEach(client -> assertThat(client.failures).isEmpty());
        try (SqliteStore store = SqliteStore.openReadOnly(data, SqliteStore.Options.standard())) {
            original = entries(store);
        }
        Path copy = data.resolve("backups").resolve(made.json().path("name").asText());
        new Restore(SqliteStore.Options.standard(), Clock.system()).restore(copy, elsewhere, Optional.empty(), false);
        try (SqliteStore store = SqliteStore.openReadOnly(elsewhere, SqliteStore.Options.standard())) {
            assertThat(entries(store))
                    .isEqualTo(original.headMap(made.json().path("events").asLong() + 1));
        }
        assertThat(Rebuilt.differences(elsewhere)).isEmpty();
        try (RunningService again = RunningService.start(elsewhere)) {
            assertThat(again.get("viewer", "/api/v1/shipments/G1/story").text()).isEqualTo(story);
        }
    }
}
