package co.litper.cerebro.adapters.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import co.litper.cerebro.adapters.sqlite.SqliteStore.Options;
import co.litper.cerebro.adapters.sqlite.SqliteStore.Purpose;
import co.litper.cerebro.log.EventLog;
import co.litper.cerebro.log.Snapshot;
import co.litper.cerebro.log.StateRow;
import co.litper.cerebro.log.StoreException;
import co.litper.cerebro.log.StoreException.Kind;
import co.litper.cerebro.testkit.FailingWrites;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sqlite.SQLiteErrorCode;

/** Full disks, locked, foreign, newer and damaged files, and writes that fail. */
class SqliteFailureTest {
    private static final int IOERR = SQLiteErrorCode.SQLITE_IOERR.code;

    @TempDir
    private Path folder;

    @Test
    void aSecondStoreInTheSameProcessIsRefused() {
        try (SqliteStore first = SqliteStore.open(folder, Options.standard())) {
            requireFailure(Kind.LOCKED, "this process", () -> SqliteStore.open(folder, Options.standard()));
            first.log().append(Noise.entries(1, 3), List.of());
        }
        SqliteStore.open(folder, Options.standard()).close();
    }

    @Test
    void aFileOfAnotherProgramIsRefusedAndLeftAlone() throws Exception {
        sql(folder.resolve("journal.db"), "CREATE TABLE theirs(x)", "INSERT INTO theirs VALUES('precious')");
        byte[] before = Files.readAllBytes(folder.resolve("journal.db"));

        requireFailure(Kind.CORRUPT, "not one of Cerebro", this::openAndClose);

        assertThat(Files.readAllBytes(folder.resolve("journal.db"))).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"journal.db", "people.db"})
    void aFileThatIsNoDatabaseIsRefused(String name) throws IOException {
        Files.writeString(folder.resolve(name), "fecha;telefono;numero_de_guia\n".repeat(500));

        requireFailure(Kind.CORRUPT, name, this::openAndClose);
    }

    @ParameterizedTest
    @ValueSource(strings = {"journal.db", "people.db", "state.db"})
    void aFileOfANewerVersionIsRefused(String name) throws SQLException {
        openAndClose();
        sql(folder.resolve(name), "PRAGMA user_version = 99");

        requireFailure(Kind.TOO_NEW, "has format version 99", this::openAndClose);
    }

    @Test
    void aFileCutShortIsRefused() throws IOException {
        fill(2_000);
        Path file = folder.resolve("journal.db");
        Files.write(file, Arrays.copyOf(Files.readAllBytes(file), (int) Files.size(file) / 2));

        requireFailure(Kind.CORRUPT, "journal.db", this::openAndClose);
    }

    @Test
    void aRottenEntryIsFoundByItsChecksum() throws Exception {
        fill(200);
        sql(
                folder.resolve("journal.db"),
                "UPDATE journal SET bytes = substr(bytes, 1, 500) || X'00FF00FF' || substr(bytes, 505) WHERE first = 1");

        try (SqliteStore store = SqliteStore.open(folder, Options.standard())) {
            requireFailure(
                    Kind.CORRUPT,
                    "do not match their checksum",
                    () -> store.log().at(1));
            assertThat(store.integrity()).singleElement().asString().contains("entries 1 to");
        }
    }

    @Test
    void aMissingBlockIsFoundOnOpening() throws Exception {
        fill(200);
        sql(folder.resolve("journal.db"), "DELETE FROM journal WHERE first = 33");

        requireFailure(Kind.CORRUPT, "lacks its entries 33 to 64", this::openAndClose);
    }

    @Test
    void aBatchWithoutItsEndIsFoundOnOpening() throws Exception {
        fill(100);
        sql(folder.resolve("journal.db"), "DELETE FROM journal WHERE first > 64");

        requireFailure(Kind.CORRUPT, "lacks its entries 65 to 100", this::openAndClose);
    }

    @Test
    void anOlderFileIsBroughtForward() throws Exception {
        FileFormat first = format(List.of(List.of("CREATE TABLE t(a)")));
        Database.open(folder, first, Options.standard()).close();
        sql(folder.resolve("t.db"), "INSERT INTO t VALUES(7)");

        FileFormat second =
                format(List.of(List.of("CREATE TABLE t(a)"), List.of("ALTER TABLE t ADD COLUMN b DEFAULT 5")));
        requireFailure(
                Kind.IO, "must be brought to 2", () -> Database.openReadOnly(folder, second, Options.standard()));
        try (Database database = Database.open(folder, second, Options.standard())) {
            long sum = database.read(session -> Rows.number(session.connection(), "SELECT a + b FROM t"))
                    .orElse(0);
            assertThat(sum).isEqualTo(12);
        }
    }

    @Test
    void aMigrationThatFailsChangesNothing() {
        FileFormat first = format(List.of(List.of("CREATE TABLE t(a)")));
        Database.open(folder, first, Options.standard()).close();
        FileFormat broken = format(List.of(List.of("CREATE TABLE t(a)"), List.of("CREATE TABLE u(a)", "nonsense")));

        requireFailure(Kind.IO, "nonsense", () -> Database.open(folder, broken, Options.standard()));

        try (Database database = Database.open(folder, first, Options.standard())) {
            long made = database.read(session ->
                            Rows.number(session.connection(), "SELECT count(*) FROM sqlite_schema WHERE name = 'u'"))
                    .orElse(-1);
            assertThat(made).isZero();
        }
    }

    @Test
    void aFullDiskLosesNothingAndSpaceLetsItGoOn() {
        Disk disk = new Disk();
        try (SqliteStore store = SqliteStore.open(folder, Options.standard().withWrapper(disk))) {
            EventLog log = store.log();
            log.append(Noise.entries(1, 50), List.of());
            disk.limit(20);

            for (int i = 0; i < 3; i++) {
                requireFailure(Kind.FULL, "free some space", () -> log.append(Noise.entries(51, 5_000), List.of()));
                assertThat(log.end()).isEqualTo(51);
                Noise.requireWhole(log);
            }

            disk.limit(1_000_000);
            log.append(Noise.entries(51, 5_000), List.of());
            Noise.requireWhole(log);
        }
    }

    /** A disk on which the journal may have so many pages only, on the connections there are and those to come. */
    private static final class Disk implements SqliteStore.ConnectionWrapper {
        private final List<Connection> writers = new ArrayList<>();
        private int pages = 1_000_000;

        @Override
        public Connection wrap(Path file, Purpose purpose, Connection connection) {
            if (purpose == Purpose.WRITE && file.endsWith("journal.db")) {
                writers.add(connection);
                apply(connection);
            }
            return connection;
        }

        void limit(int most) {
            pages = most;
            apply(writers.getLast());
        }

        private void apply(Connection connection) {
            try {
                if (!connection.isClosed()) {
                    Rows.run(connection, List.of("PRAGMA max_page_count = " + pages));
                }
            } catch (SQLException e) {
                throw new AssertionError(e);
            }
        }
    }

    @Test
    void aFileLockedByAnotherProgramIsToldAndWorksAfterwards() throws SQLException {
        Options options = Options.standard().withLockWait(Duration.ofMillis(20));
        try (SqliteStore store = SqliteStore.open(folder, options);
                Connection other = connect(folder.resolve("journal.db"))) {
            Rows.run(other, List.of("BEGIN IMMEDIATE"));

            requireFailure(Kind.LOCKED, "journal.db", () -> store.log().append(Noise.entries(1, 3), List.of()));
            assertThat(store.log().end()).isEqualTo(EventLog.FIRST);

            Rows.run(other, List.of("ROLLBACK"));
            store.log().append(Noise.entries(1, 3), List.of());
            Noise.requireWhole(store.log());
        }
    }

    @ParameterizedTest
    @CsvSource({"1,false", "2,false", "3,false", "4,false", "5,false", "1,true", "2,true", "3,true", "4,true", "5,true"
    })
    void aWriteThatFailsLeavesNothingOfItsBatch(int n, boolean done) {
        FailingWrites writes = new FailingWrites();
        Options options = Options.standard().withWrapper((_, _, connection) -> writes.wrap(connection));
        SplittableRandom random = new SplittableRandom(n);
        long end = EventLog.FIRST;
        int failures = 0;
        try (SqliteStore store = SqliteStore.open(folder, options)) {
            writes.failNext(n, IOERR, done);
            for (int i = 1; i <= 5; i++) {
                int size = 1 + random.nextInt(100);
                try {
                    store.log().append(Noise.entries(end, size), List.of(new Snapshot(i, new byte[] {1})));
                    end += size;
                } catch (StoreException e) {
                    failures++;
                    assertThat(e.kind()).isEqualTo(Kind.IO);
                }
                assertThat(store.log().end()).isEqualTo(end);
                Noise.requireWhole(store.log());
            }
        }
        assertThat(failures).as("write %d, done %s", n, done).isEqualTo(done && n == 4 ? 0 : 1);
        try (SqliteStore store = SqliteStore.open(folder, Options.standard())) {
            assertThat(store.log().end()).isEqualTo(end);
            Noise.requireWhole(store.log());
        }
    }

    @Test
    void onlyTheNewestSnapshotsAreKept() {
        try (SqliteStore store = SqliteStore.open(folder, Options.standard())) {
            for (int version = 1; version <= SqliteEventLog.KEPT_SNAPSHOTS + 5; version++) {
                store.log().append(List.of(), List.of(new Snapshot(version, new byte[] {(byte) version})));
            }

            assertThat(store.log().snapshot(5)).isEmpty();
            assertThat(store.log().snapshot(6)).isPresent();
            assertThat(store.log().newestSnapshot()).isEqualTo(SqliteEventLog.KEPT_SNAPSHOTS + 5);
        }
    }

    @Test
    void damagedCheckpointsAreReplacedByNone() throws IOException {
        try (SqliteStore store = SqliteStore.open(folder, Options.standard())) {
            store.states().checkpoint(1, List.of(row(1, 10)));
        }
        Files.writeString(folder.resolve("state.db"), "not a database, at any rate not any more".repeat(200));

        try (SqliteStore store = SqliteStore.openReadOnly(folder, Options.standard())) {
            assertThat(store.states().position()).isZero();
        }
        try (SqliteStore store = SqliteStore.open(folder, Options.standard())) {
            assertThat(store.states().position()).isZero();
            store.states().checkpoint(1, List.of(row(1, 10)));
        }
        assertThat(folder.resolve("state.db.damaged")).exists();
    }

    @Test
    void checkpointsOfAnotherLogAreDropped() throws IOException {
        Path other = folder.resolve("other");
        SqliteStore.open(other, Options.standard()).close();
        Path mine = folder.resolve("mine");
        try (SqliteStore store = SqliteStore.open(mine, Options.standard())) {
            store.states().checkpoint(7, List.of(row(1, 10)));
        }
        Files.copy(mine.resolve("state.db"), other.resolve("state.db"), StandardCopyOption.REPLACE_EXISTING);

        try (SqliteStore store = SqliteStore.openReadOnly(other, Options.standard())) {
            assertThat(store.states().position()).isZero();
        }
        try (SqliteStore store = SqliteStore.open(other, Options.standard())) {
            assertThat(store.states().position()).isZero();
            assertThat(store.states().load(1)).isEmpty();
        }
    }

    @Test
    void checkpointsAheadOfTheLogCanBeTold() {
        try (SqliteStore store = SqliteStore.open(folder, Options.standard())) {
            store.log().append(Noise.entries(1, 3), List.of());
            store.states().checkpoint(9, List.of(row(1, 10)));
        }
        try (SqliteStore store = SqliteStore.open(folder, Options.standard())) {
            assertThat(store.states().position()).isGreaterThan(store.log().end() - 1);
            store.states().clear();
            assertThat(store.states().position()).isZero();
        }
    }

    @Test
    void aReaderBesideTheWriterSeesNewEntriesAndOneMomentOfState() {
        try (SqliteStore writer = SqliteStore.open(folder, Options.standard())) {
            writer.log().append(Noise.entries(1, 10), List.of());
            writer.states().checkpoint(10, List.of(row(1, 10)));
            try (SqliteStore reader = SqliteStore.openReadOnly(folder, Options.standard())) {
                writer.log().append(Noise.entries(11, 10), List.of(new Snapshot(1, new byte[] {1})));
                writer.states().checkpoint(20, List.of(row(1, 20), row(2, 20)));

                assertThat(reader.log().end()).isEqualTo(21);
                assertThat(reader.log().newestSnapshot()).isEqualTo(1);
                Noise.requireWhole(reader.log());
                assertThat(reader.states().position()).isEqualTo(10);
                assertThat(reader.states().load(1).orElseThrow().dueMs()).isEqualTo(10);
                assertThat(reader.states().load(2)).isEmpty();
                assertThatThrownBy(() -> reader.states().clear()).isInstanceOf(IllegalStateException.class);
                assertThatThrownBy(() -> reader.log().append(Noise.entries(21, 1), List.of()))
                        .isInstanceOf(IllegalStateException.class)
                        .hasMessageContaining("for reading only");
            }
        }
    }

    @Test
    void whereNoStoreIsNothingCanBeRead() {
        requireFailure(Kind.IO, "holds no store yet", () -> SqliteStore.openReadOnly(folder, Options.standard()));
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void theFolderMayHaveAnyName() {
        Path odd = folder.resolve("año ? #1 %41 & 'x'");
        try (SqliteStore store = SqliteStore.open(odd, Options.standard())) {
            store.log().append(Noise.entries(1, 3), List.of());
        }
        assertThat(odd.resolve("journal.db")).exists();
    }

    private void openAndClose() {
        SqliteStore.open(folder, Options.standard()).close();
    }

    private void fill(int entries) {
        try (SqliteStore store = SqliteStore.open(folder, Options.standard())) {
            store.log().append(Noise.entries(1, entries), List.of());
        }
    }

    private static void requireFailure(Kind kind, String text, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        StoreException.class, e -> assertThat(e.kind()).isEqualTo(kind))
                .hasMessageContaining(text);
    }

    private static FileFormat format(List<List<String>> migrations) {
        return new FileFormat("t.db", 4711, 4096, "FULL", 100, false, false, migrations);
    }

    private static StateRow row(long key, long dueMs) {
        return new StateRow(key, 1, 0, dueMs, new byte[] {1});
    }

    private static Connection connect(Path file) throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + file.toUri());
    }

    private static void sql(Path file, String... statements) throws SQLException {
        try (Connection connection = connect(file)) {
            Rows.run(connection, List.of(statements));
        }
    }
}
