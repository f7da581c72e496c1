package co.litper.cerebro.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import co.litper.cerebro.adapters.sqlite.SqliteStore;
import co.litper.cerebro.testkit.FailingWrites;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sqlite.SQLiteErrorCode;

/** A disk that is full while keys are made and revoked: what was told is so, and no key is half made. */
class AccessDiskTest {
    private final FailingWrites writes = new FailingWrites();

    @TempDir
    private Path folder;

    private Terminal terminal = new Terminal(Path.of("nowhere"));

    @BeforeEach
    void aKey() {
        terminal = new Terminal(folder.resolve("data"));
        assertThat(terminal.run("keys", "create", "--label", "first", "--role", "viewer"))
                .isZero();
        terminal.onDisk((path, purpose, connection) ->
                purpose == SqliteStore.Purpose.WRITE ? writes.wrap(connection) : connection);
    }

    private String listed() {
        assertThat(terminal.run("keys", "list")).isZero();
        return terminal.out;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void aKeyThatCouldNotBeKeptIsNotShownAndLeavesNoAct(int write) {
        writes.failNext(write, SQLiteErrorCode.SQLITE_FULL.code, false);

        int code = terminal.run("keys", "create", "--label", "second", "--role", "admin");

        assertThat(code).isEqualTo(CommandLineFace.FAILED);
        assertThat(terminal.out).doesNotContain("crb_");
        assertThat(terminal.err).contains("disk or a quota is full").doesNotContain("\tat ");
        assertThat(listed()).contains("first").doesNotContain("second");
        assertThat(terminal.run("audit", "--verify")).as(terminal.out).isZero();
        assertThat(terminal.run("keys", "create", "--label", "second", "--role", "admin"))
                .isZero();
        assertThat(listed()).contains("second");
    }

    @Test
    void aRevocationThatCouldNotBeKeptIsTold() {
        String id = listed().lines()
                .filter(l -> l.contains("first"))
                .findFirst()
                .orElseThrow()
                .substring(0, 12);
        writes.failNext(1, SQLiteErrorCode.SQLITE_FULL.code, false);

        assertThat(terminal.run("keys", "revoke", id)).isEqualTo(CommandLineFace.FAILED);
        assertThat(listed()).contains("active");
        assertThat(terminal.run("keys", "revoke", id)).isZero();
        assertThat(listed()).contains("revoked");
    }
}
