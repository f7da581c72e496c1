package co.litper.cerebro.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import co.litper.cerebro.adapters.sqlite.SqliteStore;
import co.litper.cerebro.server.demo.DemoColumns;
import co.litper.cerebro.server.demo.DemoExport;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A disk that fills up in the middle of an import: SQLite itself says so, at a bound on the pages of one file. */
class FullDiskTest {
    private static final long GUIDES = 6_000;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"journal.db,200", "people.db,120"})
    void whatWasTakenIsKeptAndTheSameCommandGoesOnOnceThereIsSpace(String file, int pages) throws IOException {
        Path export = folder.resolve("export.csv");
        DemoExport.of(3, Terminal.NOW, GUIDES).write(export, DemoColumns.ORDERS);
        Terminal terminal = new Terminal(folder.resolve("data")).onDisk(full(file, pages));

        int code = terminal.run("ingest", export.toString());

        assertThat(code).isEqualTo(CommandLineFace.FAILED);
        assertThat(terminal.err)
                .contains("The import did not finish")
                .contains(file)
                .contains("Maybe the disk or a quota is full")
                .doesNotContain("\tat ");
        long kept = toldKept(terminal.err);
        long parcels = status(terminal).path("parcels").asLong();
        assertThat(parcels).isGreaterThanOrEqualTo(kept).isPositive().isLessThan(GUIDES);

        terminal.onDisk(SqliteStore.Options.standard().wrapper());
        assertThat(terminal.run("ingest", export.toString(), "--json"))
                .as(terminal.err)
                .isZero();
        JsonNode second = new ObjectMapper().readTree(terminal.out);

        assertThat(second.path("events").asLong()).isEqualTo(GUIDES - parcels);
        assertThat(second.path("duplicates").asLong()).isEqualTo(parcels);
        assertThat(second.path("historical").asLong()).isEqualTo(GUIDES - parcels);
        assertThat(status(terminal).path("parcels").asLong()).isEqualTo(GUIDES);
        assertThat(terminal.run("doctor")).as(terminal.out).isZero();
    }

    private static long toldKept(String err) {
        String digits = err.substring(err.indexOf("finish: ") + "finish: ".length());
        return Long.parseLong(digits.substring(0, digits.indexOf(' ')));
    }

    private static SqliteStore.ConnectionWrapper full(String file, int pages) {
        return (path, purpose, connection) -> {
            if (purpose == SqliteStore.Purpose.WRITE && path.endsWith(file)) {
                bound(connection, pages);
            }
            return connection;
        };
    }

    private static void bound(Connection connection, int pages) {
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA max_page_count = " + pages);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private static JsonNode status(Terminal terminal) throws IOException {
        assertThat(terminal.run("status", "--json")).as(terminal.err).isZero();
        return new ObjectMapper().readTree(terminal.out);
    }
}
