package co.litper.cerebro.adapters.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import co.litper.cerebro.adapters.sqlite.SqliteStore.Options;
import co.litper.cerebro.log.EventLog;
import co.litper.cerebro.log.StoreException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What remains when the process is killed, and when bytes that were synced are destroyed. */
class SqliteCrashTest {
    private static final int MEGABYTE = 1024 * 1024;
    private static final int NEVER_COPIED = 1024 * MEGABYTE;
    private static final int CUTS = 10;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void whatWasAcknowledgedSurvivesAKill(long seed) throws Exception {
        int batches = 30 + new SplittableRandom(seed).nextInt(100);
        long acknowledged = Crashing.runAndKill(folder, seed, MEGABYTE, batches);

        try (SqliteStore store = SqliteStore.open(folder, Options.standard())) {
            EventLog log = store.log();
            assertThat(log.end()).as("seed %d, batches %d", seed, batches).isGreaterThanOrEqualTo(acknowledged);
            assertThat(Crashing.ends(seed, log.end())).contains(log.end());
            Noise.requireWhole(log);
            assertThat(store.integrity()).isEmpty();
            log.append(Noise.entries(log.end(), 5), List.of());
            Noise.requireWhole(log);
        }
    }

    @Test
    void aStoreThatWasKilledCanBeReadWithoutBeingWritten() throws Exception {
        long acknowledged = Crashing.runAndKill(folder, 4, MEGABYTE, 40);

        try (SqliteStore store = SqliteStore.openReadOnly(folder, Options.standard())) {
            assertThat(store.log().end()).isGreaterThanOrEqualTo(acknowledged);
            Noise.requireWhole(store.log());
        }
    }

    @Test
    void aCutWriteAheadLogLeavesWholeBatchesFromTheBeginning() throws Exception {
        long seed = 5;
        Path killed = Files.createDirectory(folder.resolve("killed"));
        long acknowledged = Crashing.runAndKill(killed, seed, NEVER_COPIED, 60);
        TreeSet<Long> ends = Crashing.ends(seed, acknowledged);
        long walBytes = Files.size(killed.resolve("journal.db-wal"));
        SplittableRandom random = new SplittableRandom(seed);

        long longest = 0;
        for (int i = 0; i < CUTS; i++) {
            long cut = random.nextLong(walBytes);
            Path copy = copyAndCut(killed, folder.resolve("cut" + i), cut);
            try (SqliteStore store = SqliteStore.open(copy, Options.standard())) {
                assertThat(ends)
                        .as("seed %d, cut at %d of %d", seed, cut, walBytes)
                        .contains(store.log().end());
                Noise.requireWhole(store.log());
                longest = Math.max(longest, store.log().end());
            }
        }
        assertThat(longest).isGreaterThan(EventLog.FIRST);
    }

    @Test
    void aCutThatTearsTheLogIsToldAndNeverShown() throws Exception {
        long seed = 6;
        Path killed = Files.createDirectory(folder.resolve("killed"));
        long acknowledged = Crashing.runAndKill(killed, seed, MEGABYTE, 80);
        TreeSet<Long> ends = Crashing.ends(seed, acknowledged + MEGABYTE);
        long walBytes = Files.size(killed.resolve("journal.db-wal"));
        SplittableRandom random = new SplittableRandom(seed);

        for (int i = 0; i < CUTS; i++) {
            long cut = random.nextLong(walBytes);
            Path copy = copyAndCut(killed, folder.resolve("cut" + i), cut);
            try (SqliteStore store = SqliteStore.open(copy, Options.standard())) {
                assertThat(ends)
                        .as("seed %d, cut at %d of %d", seed, cut, walBytes)
                        .contains(store.log().end());
                Noise.requireWhole(store.log());
            } catch (StoreException e) {
                assertThat(e.kind()).as("seed %d, cut at %d: %s", seed, cut, e).isEqualTo(StoreException.Kind.CORRUPT);
            }
        }
    }

    @Test
    void aSecondProcessIsToldWhoWrites() throws Exception {
        Process process = Crashing.start(folder, 7, MEGABYTE);
        try {
            process.inputReader().readLine();

            assertThatThrownBy(() -> SqliteStore.open(folder, Options.standard()))
                    .isInstanceOfSatisfying(
                            StoreException.class, e -> assertThat(e.kind()).isEqualTo(StoreException.Kind.LOCKED))
                    .hasMessageContaining("process " + process.pid())
                    .hasMessageContaining("Maybe another `cerebro` is running");
            try (SqliteStore reader = SqliteStore.openReadOnly(folder, Options.standard())) {
                assertThat(reader.log().at(EventLog.FIRST)).isPresent();
                assertThat(reader.log().end()).isGreaterThan(EventLog.FIRST);
            }
        } finally {
            process.destroyForcibly().waitFor();
        }
        SqliteStore.open(folder, Options.standard()).close();
    }

    private static Path copyAndCut(Path from, Path to, long cut) throws IOException {
        Files.createDirectory(to);
        for (String name : List.of("journal.db", "journal.db-wal", "people.db", "people.db-wal", "vault.key")) {
            if (Files.exists(from.resolve(name))) {
                Files.copy(from.resolve(name), to.resolve(name));
            }
        }
        try (FileChannel wal = FileChannel.open(to.resolve("journal.db-wal"), StandardOpenOption.WRITE)) {
            wal.truncate(cut);
        }
        return to;
    }
}
