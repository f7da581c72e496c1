package co.litper.cerebro.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import co.litper.cerebro.server.demo.DemoColumns;
import co.litper.cerebro.server.demo.DemoExport;
import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What needs a process of its own: another writer in the folder, and a big file in a small heap. */
class SecondProcessTest {
    private static final int LOCK_HEAP_MB = 32;
    /** A third of the file that is read within it. */
    private static final int READ_HEAP_MB = 64;

    private static final long BIG_BYTES = 200L << 20;
    private static final int GUIDES = 2_000;

    @TempDir
    private Path folder;

    private Path export() throws IOException {
        Path path = folder.resolve("export.csv");
        DemoExport.of(11, Terminal.NOW, GUIDES).write(path, DemoColumns.ORDERS);
        return path;
    }

    @Test
    void aFolderThatAnotherProcessWritesIsToldReadAndLeftAlone() throws IOException, InterruptedException {
        String export = export().toString();
        Terminal terminal = new Terminal(folder.resolve("data"));
        assertThat(terminal.run("ingest", export)).as(terminal.err).isZero();
        Process other = ChildJvm.start(
                LOCK_HEAP_MB, "lock", folder.resolve("data/writer.lock").toString());
        try (BufferedReader said =
                new BufferedReader(new InputStreamReader(other.getInputStream(), StandardCharsets.UTF_8))) {
            assertThat(said.readLine()).isEqualTo("held");

            int code = terminal.run(Map.of("CEREBRO_STORE_LOCK_WAIT_MS", "0"), "ingest", export);

            assertThat(code).isEqualTo(CommandLineFace.FAILED);
            assertThat(terminal.err).contains("is being written by", "Maybe").doesNotContain("\tat ");
            assertThat(terminal.run("status")).as(terminal.err).isZero();
            assertThat(terminal.out).contains("Parcels: " + GUIDES);
            other.getOutputStream().close();
            assertThat(other.waitFor()).isZero();
        } finally {
            other.destroy();
        }
        assertThat(terminal.run("ingest", export)).as(terminal.err).isZero();
        assertThat(terminal.out).contains("New events: 0").contains("Duplicates: " + GUIDES);
    }

    @Test
    void anExportOf200MbIsReadWithinAHeapOfAThirdOfIt() throws IOException, InterruptedException {
        String text = Files.readString(export());
        int header = text.indexOf('\n') + 1;
        byte[] rows = text.substring(header).getBytes(StandardCharsets.UTF_8);
        Path big = folder.resolve("big.csv");
        long copies = BIG_BYTES / rows.length + 1;
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(big))) {
            out.write(text.substring(0, header).getBytes(StandardCharsets.UTF_8));
            for (long i = 0; i < copies; i++) {
                out.write(rows);
            }
        }
        assertThat(Files.size(big)).isGreaterThan(BIG_BYTES);

        Process reader = ChildJvm.start(READ_HEAP_MB, "read", big.toString(), Terminal.NOW.toString());
        String said = new String(reader.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(reader.waitFor()).as(said).isZero();
        assertThat(said.strip()).isEqualTo(copies * GUIDES + " rows, 0 refused, false");
    }
}
