package co.litper.cerebro.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import co.litper.cerebro.server.demo.DemoColumns;
import co.litper.cerebro.server.demo.DemoExport;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupCommandTest {
    private static final long GUIDES = 200;

    @TempDir
    private Path folder;

    @Test
    void aStoreIsBackedUpProvedAndRestoredByCommands() throws IOException {
        Path export = folder.resolve("export.csv");
        DemoExport.of(3, Terminal.NOW, GUIDES).write(export, DemoColumns.ORDERS);
        Terminal terminal = new Terminal(folder.resolve("data"));
        terminal.run("ingest", export.toString());
        terminal.run("keys", "create", "--label", "x", "--role", "viewer");
        String copy = folder.resolve("copy").toString();

        assertThat(terminal.run("backup", copy, "--json")).as(terminal.err).isZero();
        assertThat(new ObjectMapper().readTree(terminal.out).path("events").asLong())
                .isGreaterThanOrEqualTo(GUIDES);
        assertThat(terminal.run("backup", copy)).isEqualTo(CommandLineFace.FAILED);
        assertThat(terminal.err).contains("not an empty folder");
        assertThat(terminal.run("backup", copy, "--verify")).as(terminal.err).isZero();
        assertThat(terminal.run("audit")).isZero();
        assertThat(terminal.out).contains("backup.make  copy  done");

        Terminal elsewhere = new Terminal(folder.resolve("elsewhere"));
        assertThat(elsewhere.run("restore", copy)).as(elsewhere.err).isZero();
        assertThat(elsewhere.out).contains("Restored and proved");
        assertThat(elsewhere.run("status", "--json")).isZero();
        assertThat(new ObjectMapper().readTree(elsewhere.out).path("parcels").asLong())
                .isEqualTo(GUIDES);
        assertThat(elsewhere.run("rebuild")).as(elsewhere.out).isZero();
        assertThat(elsewhere.run("doctor")).as(elsewhere.out).isZero();
        assertThat(elsewhere.run("audit", "--verify")).as(elsewhere.out).isZero();
        assertThat(elsewhere.run("restore", copy)).isEqualTo(CommandLineFace.FAILED);
        assertThat(elsewhere.err).contains("--force");
    }

    @Test
    void whereThereIsNoStoreNothingIsBackedUp() {
        Terminal terminal = new Terminal(folder.resolve("data"));

        assertThat(terminal.run("backup", folder.resolve("copy").toString())).isEqualTo(CommandLineFace.USAGE);
        assertThat(folder.resolve("copy")).doesNotExist();
    }
}
