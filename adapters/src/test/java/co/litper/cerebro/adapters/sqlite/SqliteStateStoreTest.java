package co.litper.cerebro.adapters.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import co.litper.cerebro.log.StateRow;
import co.litper.cerebro.log.StateStore;
import co.litper.cerebro.log.StoreException;
import co.litper.cerebro.testkit.FailingWrites;
import co.litper.cerebro.testkit.contract.StateStoreContract;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SqliteStateStoreTest extends StateStoreContract {
    /** More than two chunks of a checkpoint. */
    private static final int ROWS = 600;

    private static final int IOERR = 10;

    /** After three chunks of a batch and a commit each come two updates and a commit. */
    private static final int PUBLISHING_COMMIT = 9;

    private @Nullable SqliteStore store;

    @Override
    protected StateStore open(Path folder) {
        closeLast();
        SqliteStore opened = SqliteStore.open(folder, SqliteStore.Options.standard());
        store = opened;
        return opened.states();
    }

    @AfterEach
    void closeLast() {
        if (store != null) {
            store.close();
            store = null;
        }
    }

    @Override
    protected boolean isDurable() {
        return true;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void aCheckpointThatFailsLeavesTheOneBefore(int n, @TempDir Path folder) {
        FailingWrites writes = new FailingWrites();
        try (SqliteStore store = SqliteStore.open(folder, options(writes))) {
            store.states().checkpoint(1, List.of(row(1, 10)));
            writes.failNext(n, IOERR, false);

            assertThatThrownBy(() -> store.states().checkpoint(2, List.of(row(1, 20), row(2, 20))))
                    .isInstanceOfSatisfying(
                            StoreException.class, e -> assertThat(e.kind()).isEqualTo(StoreException.Kind.IO))
                    .hasMessageContaining("state.db");

            assertThat(store.states().position()).isEqualTo(1);
            assertThat(store.states().load(1).orElseThrow().dueMs()).isEqualTo(10);
            assertThat(store.states().load(2)).isEmpty();
            store.states().checkpoint(2, List.of(row(1, 20), row(2, 20)));
            assertThat(store.states().load(2)).isPresent();
        }
    }

    @Test
    void replacedVersionsLeaveTheFile(@TempDir Path folder) throws SQLException {
        StateStore states = open(folder);
        for (int round = 1; round <= 3; round++) {
            states.checkpoint(round, rows(ROWS, round));
        }
        closeLast();
        assertThat(versionsIn(folder)).isEqualTo(ROWS);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4, 6, 7, 9})
    void aCheckpointBrokenOffInItsMidstIsNeverSeenAndSettledAtTheNextOpening(int write, @TempDir Path folder)
            throws SQLException {
        FailingWrites writes = new FailingWrites();
        try (SqliteStore failing = SqliteStore.open(folder, options(writes))) {
            failing.states().checkpoint(1, rows(ROWS, 1));
            writes.failNext(write, IOERR, false);
            assertThatThrownBy(() -> failing.states().checkpoint(2, rows(ROWS, 2)))
                    .isInstanceOf(StoreException.class);
            requireRound(failing.states(), 1);
        }
        requireRound(open(folder), 1);
        closeLast();
        assertThat(versionsIn(folder)).isEqualTo(ROWS);
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 11, 12, 15})
    void aCheckpointWhoseCleaningFailsCountsAndIsCleanedLater(int write, @TempDir Path folder) throws SQLException {
        FailingWrites writes = new FailingWrites();
        try (SqliteStore failing = SqliteStore.open(folder, options(writes))) {
            failing.states().checkpoint(1, rows(ROWS, 1));
            writes.failNext(write, IOERR, false);
            failing.states().checkpoint(2, rows(ROWS, 2));
            requireRound(failing.states(), 2);
            assertThat(versionsIn(folder)).isGreaterThan(ROWS);
        }
        requireRound(open(folder), 2);
        closeLast();
        assertThat(versionsIn(folder)).isEqualTo(ROWS);
    }

    @Test
    void aPublishedCheckpointWhoseAnswerWasLostCounts(@TempDir Path folder) {
        FailingWrites writes = new FailingWrites();
        try (SqliteStore failing = SqliteStore.open(folder, options(writes))) {
            failing.states().checkpoint(1, rows(ROWS, 1));
            writes.failNext(PUBLISHING_COMMIT, IOERR, true);
            failing.states().checkpoint(2, rows(ROWS, 2));
            requireRound(failing.states(), 2);
        }
    }

    @Test
    void aFileOfVersionOneIsBroughtForward(@TempDir Path folder) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("state.db"))) {
            Rows.run(connection, List.of("PRAGMA application_id = " + FileFormat.STATE.applicationId()));
            Rows.run(connection, FileFormat.STATE.migrations().getFirst());
            Rows.run(
                    connection,
                    List.of(
                            "INSERT INTO state(key, kind, attention, due, bytes) VALUES(-5, 1, 0, 70, x'01'), (9, 1, 2, NULL, x'02')",
                            "INSERT INTO meta(name, value) VALUES('position', 7)",
                            "PRAGMA user_version = 1"));
        }
        try (Database database = Database.open(folder, FileFormat.STATE, SqliteStore.Options.standard());
                SqliteStateStore states = new SqliteStateStore(database, true)) {
            assertThat(states.load(-5).orElseThrow().dueMs()).isEqualTo(70);
            assertThat(states.load(9).orElseThrow().attention()).isEqualTo(2);
            assertThat(states.position()).isEqualTo(7);
        }
    }

    private static SqliteStore.Options options(FailingWrites writes) {
        return SqliteStore.Options.standard().withWrapper((_, _, connection) -> writes.wrap(connection));
    }

    private static StateRow row(long key, long dueMs) {
        return new StateRow(key, 1, 0, dueMs, new byte[] {1});
    }

    private static List<StateRow> rows(int count, int round) {
        List<StateRow> rows = new ArrayList<>();
        for (int key = 0; key < count; key++) {
            rows.add(new StateRow(key, 1, 1, round, new byte[] {(byte) round}));
        }
        return rows;
    }

    private static void requireRound(StateStore states, int round) {
        assertThat(states.position()).isEqualTo(round);
        List<Long> seen = new ArrayList<>();
        states.scanAll(row -> {
            assertThat(row.dueMs()).isEqualTo(round);
            seen.add(row.key());
        });
        assertThat(seen).hasSize(ROWS).doesNotHaveDuplicates();
        List<Long> timers = new ArrayList<>();
        states.scanTimers((key, dueMs) -> {
            assertThat(dueMs).isEqualTo(round);
            timers.add(key);
        });
        assertThat(timers).isEqualTo(seen);
        assertThat(states.load(ROWS / 2).orElseThrow().dueMs()).isEqualTo(round);
        assertThat(states.load(ROWS)).isEmpty();
    }

    private static long versionsIn(Path folder) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("state.db"))) {
            return Rows.number(connection, "SELECT count(*) FROM state").orElseThrow();
        }
    }
}
