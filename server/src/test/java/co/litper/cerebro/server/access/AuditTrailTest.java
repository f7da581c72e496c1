package co.litper.cerebro.server.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import co.litper.cerebro.adapters.sqlite.SqliteAccess;
import co.litper.cerebro.adapters.sqlite.SqliteAccess.Proof;
import co.litper.cerebro.adapters.sqlite.SqliteStore;
import co.litper.cerebro.log.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuditTrailTest {
    private static final String NO_TRIGGERS = "DROP TRIGGER act_unchanged; DROP TRIGGER act_kept; ";

    @TempDir
    private Path folder;

    private Instant now = Instant.parse("2026-03-10T15:00:00Z");

    private SqliteAccess open() {
        return SqliteAccess.open(folder, SqliteStore.Options.standard());
    }

    private void fill(int acts) {
        try (SqliteAccess file = open()) {
            AuditTrail trail = new AuditTrail(file, () -> now);
            for (int i = 1; i <= acts; i++) {
                trail.append(Caller.COMMAND_LINE, "decision.approve", "D" + i, "done", "r" + i);
            }
        }
    }

    private void sql(String statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("access.db"));
                Statement statement = connection.createStatement()) {
            for (String each : statements.split("; ")) {
                statement.execute(each);
            }
        }
    }

    private Proof proof() {
        try (SqliteAccess file = open()) {
            return file.verify();
        }
    }

    @Test
    void aTrailThatWasLeftAloneIsSound() {
        assertThat(proof().problem()).isEmpty();
        fill(5);

        assertThat(proof().problem()).isEmpty();
        assertThat(proof().count()).isEqualTo(5);
    }

    @Test
    void theNewestActsComeFirstAndPageByPage() {
        fill(5);
        try (SqliteAccess file = open()) {
            AuditTrail trail = new AuditTrail(file, () -> now);

            assertThat(trail.newest(Long.MAX_VALUE, 2))
                    .extracting(SqliteAccess.Numbered::number)
                    .containsExactly(5L, 4L);
            assertThat(trail.newest(4, 2)).extracting(a -> a.act().target()).containsExactly("D3", "D2");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE act SET actor = 'key:other' WHERE number = 3",
                "UPDATE act SET at = at + 1 WHERE number = 1",
                "UPDATE act SET result = 'refused' WHERE number = 5",
                "DELETE FROM act WHERE number = 2",
                "DELETE FROM act WHERE number = 5",
                "DELETE FROM act",
                "DELETE FROM act; UPDATE act_head SET count = 0",
                "DELETE FROM act WHERE number = 5; UPDATE act_head SET count = 4",
                "DELETE FROM act_head",
                "INSERT INTO act SELECT 6, at, actor, what, target, result, correlation, link FROM act WHERE number = 5",
                "UPDATE act SET number = 60 WHERE number = 5"
            })
    void whateverIsTouchedIsSeen(String tampering) throws SQLException {
        fill(5);

        sql(NO_TRIGGERS + tampering);

        assertThat(proof().problem())
                .hasValueSatisfying(told -> assertThat(told).contains("Maybe"));
    }

    @Test
    void theFileItselfRefusesChanges() throws SQLException {
        fill(2);

        assertThatThrownBy(() -> sql("UPDATE act SET actor = 'x'")).hasMessageContaining("only appended to");
        assertThatThrownBy(() -> sql("DELETE FROM act")).hasMessageContaining("only appended to");
    }

    @Test
    void anotherKeyOfTheVaultProvesNothing() throws IOException {
        fill(2);
        Path key = folder.resolve("vault.key");
        String text = Files.readString(key);
        char last = text.charAt(text.length() - 2);
        Files.writeString(key, text.substring(0, text.length() - 2) + (last == '0' ? '1' : '0') + "\n");

        assertThat(proof().problem())
                .hasValueSatisfying(told -> assertThat(told).contains("vault.key"));
    }

    @Test
    void twoProcessesAppendToOneChain() throws InterruptedException {
        fill(1);
        List<Thread> writers = new ArrayList<>();
        for (int w = 0; w < 2; w++) {
            writers.add(Thread.ofPlatform().start(() -> fill(20)));
        }
        for (Thread writer : writers) {
            writer.join();
        }

        Proof proof = proof();
        assertThat(proof.problem()).isEmpty();
        assertThat(proof.count()).isEqualTo(41);
    }

    @Test
    void controlCharactersAndLongTextsDoNotGetIn() {
        try (SqliteAccess file = open()) {
            AuditTrail trail = new AuditTrail(file, () -> now);
            trail.append(Caller.LOCAL, "x\r\ny", "t".repeat(5_000), "done", "\u0000\ud800");

            SqliteAccess.Act act = trail.newest(Long.MAX_VALUE, 1).getFirst().act();
            assertThat(act.what()).isEqualTo("x  y");
            assertThat(act.target()).hasSize(AuditTrail.MOST_CHARACTERS);
            assertThat(act.correlation()).isBlank();
            assertThat(trail.verify().problem()).isEmpty();
        }
    }

    @Test
    void aClockSetBackLeavesTheOrderOfActs() {
        fill(1);
        now = now.minusSeconds(86_400);
        fill(1);

        assertThat(proof().problem()).isEmpty();
    }

    @Test
    void anActThatCannotBeKeptIsAnErrorAndTheTrailStaysSound() {
        fill(1);
        SqliteStore.Options full = SqliteStore.Options.standard().withWrapper((path, purpose, connection) -> {
            if (purpose == SqliteStore.Purpose.WRITE) {
                try (Statement statement = connection.createStatement()) {
                    statement.execute("PRAGMA max_page_count = 1");
                } catch (SQLException e) {
                    throw new AssertionError(e);
                }
            }
            return connection;
        });
        try (SqliteAccess file = SqliteAccess.open(folder, full)) {
            AuditTrail trail = new AuditTrail(file, () -> now);
            assertThatThrownBy(() -> {
                        for (int i = 0; i < 1_000; i++) {
                            trail.append(Caller.LOCAL, "x", "y", "done", "z".repeat(200));
                        }
                    })
                    .isInstanceOfSatisfying(
                            StoreException.class, e -> assertThat(e.kind()).isEqualTo(StoreException.Kind.FULL));
        }

        fill(1);
        assertThat(proof().problem()).isEmpty();
    }
}
