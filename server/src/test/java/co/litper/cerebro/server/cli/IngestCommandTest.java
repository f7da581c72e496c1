package co.litper.cerebro.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import co.litper.cerebro.server.demo.DemoColumns;
import co.litper.cerebro.server.demo.DemoExport;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IngestCommandTest {
    private static final long GUIDES = 300;
    private static final DemoExport DEMO = DemoExport.of(7, Terminal.NOW, GUIDES);
    private static final String HEADER =
            "telefono,numero_de_guia,estatus,ciudad_de_destino,transportadora,novedad,fecha_de_ultimo_movimiento,valor_facturado\n";
    private static final String GOOD = "3001234567,111,EN REPARTO,Cali,TCC,,09/03/2026,90000\n";

    @TempDir
    Path folder;

    private Terminal terminal = new Terminal(Path.of("."));

    @BeforeEach
    void openTerminal() {
        terminal = new Terminal(folder.resolve("data"));
    }

    private JsonNode ingest(int code, Path... files) throws IOException {
        String[] args = new String[files.length + 2];
        args[0] = "ingest";
        args[1] = "--json";
        for (int i = 0; i < files.length; i++) {
            args[i + 2] = files[i].toString();
        }
        assertThat(terminal.run(args)).as(terminal.err).isEqualTo(code);
        return new ObjectMapper().readTree(terminal.out);
    }

    private JsonNode status() throws IOException {
        assertThat(terminal.run("status", "--json")).as(terminal.err).isZero();
        return new ObjectMapper().readTree(terminal.out);
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private Path export(DemoExport demo, String name) throws IOException {
        Path path = folder.resolve(name);
        demo.write(path, DemoColumns.ORDERS);
        return path;
    }

    @Test
    void aFirstImportIsHistoryAndTheSameFileAgainMakesNoEvent() throws IOException {
        Path export = export(DEMO, "export.csv");

        JsonNode first = ingest(CommandLineFace.DONE, export);
        JsonNode again = ingest(CommandLineFace.DONE, export);

        assertThat(first.path("rows").asLong()).isEqualTo(GUIDES);
        assertThat(first.path("events").asLong()).isEqualTo(GUIDES);
        assertThat(first.path("historical").asLong()).isEqualTo(GUIDES);
        assertThat(first.path("firstImport").asBoolean()).isTrue();
        assertThat(again.path("events").asLong()).isZero();
        assertThat(again.path("duplicates").asLong()).isEqualTo(GUIDES);
        assertThat(status().path("parcels").asLong()).isEqualTo(GUIDES);
        assertThat(status().path("decisions").asLong()).isPositive();
        assertThat(status().path("evidence").asLong()).isPositive().isLessThan(GUIDES);
    }

    @Test
    void aLaterExportYieldsOnlyWhatChangedAndAnOlderOneTurnsNothingBack() throws IOException {
        Path older = export(DEMO, "older.csv");
        Path later = export(DEMO.successive(2), "later.xlsx");
        ingest(CommandLineFace.DONE, older);
        terminal.at(Terminal.NOW.plus(Duration.ofDays(2)));

        JsonNode change = ingest(CommandLineFace.DONE, later);
        JsonNode states = status().path("states");
        JsonNode back = ingest(CommandLineFace.DONE, older);

        assertThat(change.path("duplicates").asLong()).isPositive();
        assertThat(change.path("events").asLong())
                .isPositive()
                .isEqualTo(
                        change.path("rows").asLong() - change.path("duplicates").asLong());
        assertThat(back.path("events").asLong()).isZero();
        assertThat(status().path("states")).isEqualTo(states);
    }

    @Test
    void eventsOfIntegratorsAreTakenAndTheBrokenKeptWithTheirLineAndReplayedRepaired() throws IOException {
        String event = """
                {"specversion":"1.0","id":"%s","source":"/shop","type":"order.created","merchantid":"m","time":"2026-03-10T14:00:00Z","data":{"orderId":"%s","parcel":{"destination":"76001","valueCop":%s,"cod":true}}}
                """;
        Path lines = file("events.ndjson", event.formatted("a", "9", "90000") + event.formatted("b", "10", "-5"));

        JsonNode told = ingest(CommandLineFace.DONE, lines);

        assertThat(told.path("events").asLong()).as(terminal.out).isEqualTo(1);
        assertThat(told.path("refused").asLong()).isEqualTo(1);
        assertThat(told.path("refusals").path(0).path("line").asLong()).isEqualTo(2);
        assertThat(terminal.run("deadletters", "replay", "1")).isEqualTo(CommandLineFace.FAILED);
        assertThat(terminal.run("deadletters", "replay", "1", "--set", "/data/parcel/valueCop=5"))
                .as(terminal.out)
                .isZero();
        assertThat(status().path("deadLetters").asLong()).isZero();
        assertThat(status().path("parcels").asLong()).isEqualTo(2);
    }

    @Test
    void badRowsAreRefusedWithLineAndReasonAndTheGoodOnesAreTaken() throws IOException {
        Path mixed = file(
                "mixed.csv",
                HEADER + GOOD
                        + "3001234567,112,EN REPARTO,Cali,TCC,,09/03/2031,90000\n"
                        + "3001234567,113,EN REPARTO,Cali,TCC,,09/03/2026,-90000\n"
                        + "3001234567,114,EN REPARTO,Atlantis Sur,TCC,,09/03/2026,90000\n"
                        + "3001234567,115,EN REPARTO,Cali,TCC," + "x".repeat(10_000_000) + ",09/03/2026,90000\n"
                        + "3001234567,116,EN REPARTO,Cali,TCC,,09/03/2026,90000\n");

        JsonNode told = ingest(CommandLineFace.DONE, mixed);

        assertThat(told.path("events").asLong()).as(told.toString()).isEqualTo(3);
        assertThat(told.path("refused").asLong()).isEqualTo(3);
        assertThat(told.path("unknownCities").path("total").asLong()).isEqualTo(1);
        assertThat(told.path("refusals").findValuesAsText("line")).containsExactly("3", "4", "6");
        assertThat(status().path("deadLetters").asLong()).isEqualTo(3);
        assertThat(status().path("parcels").asLong()).isEqualTo(3);
    }

    @Test
    void refusalsOfAFileThatIsImportedTwiceAreKeptOnce() throws IOException {
        Path bad = file("bad.csv", HEADER + GOOD + "3001234567,113,EN REPARTO,Cali,TCC,,09/03/2026,-90000\n");

        ingest(CommandLineFace.DONE, bad);
        ingest(CommandLineFace.DONE, bad);

        assertThat(status().path("deadLetters").asLong()).isEqualTo(1);
    }

    @Test
    void filesThatCannotBeReadAreToldInOneLineAndLoseNothing() throws IOException {
        Path good = file("good.csv", HEADER + GOOD);
        Path empty = file("empty.csv", "");
        Path columns = file("columns.csv", "color,size\nred,3\n");
        Path bomb = folder.resolve("bomb.xlsx");
        zipBomb(bomb);

        JsonNode told = ingest(CommandLineFace.FAILED, good, empty, columns, bomb);

        assertThat(told.path("events").asLong()).isEqualTo(1);
        assertThat(told.path("fileProblems").findValuesAsText("file"))
                .containsExactly("empty.csv", "columns.csv", "bomb.xlsx");
        assertThat(terminal.err.lines().count()).isEqualTo(3);
        assertThat(terminal.err).doesNotContain("\tat ");
        assertThat(status().path("parcels").asLong()).isEqualTo(1);
    }

    @Test
    void bytesThatAreNoTextAreRefusedOrMendedButNeverStopTheFile() throws IOException {
        byte[] head = (HEADER + GOOD + "3001234567,112,EN REPARTO,Bogot").getBytes(StandardCharsets.UTF_8);
        byte[] tail = ",TCC,,09/03/2026,90000\n3001234567,113,EN REPARTO,Cali,TCC,,09/03/2026,90000\n"
                .getBytes(StandardCharsets.UTF_8);
        Path path = folder.resolve("latin.csv");
        try (var out = Files.newOutputStream(path)) {
            out.write(head);
            out.write(0xE1);
            out.write(tail);
        }

        JsonNode told = ingest(CommandLineFace.DONE, path);

        assertThat(told.path("events").asLong() + told.path("refused").asLong()).isEqualTo(3);
        assertThat(told.path("events").asLong()).isGreaterThanOrEqualTo(2);
    }

    @Test
    void aMissingFileIsWrongUsageAndMakesNoStore() {
        assertThat(terminal.run("ingest", folder.resolve("nothing.csv").toString()))
                .isEqualTo(CommandLineFace.USAGE);

        assertThat(terminal.err).contains("nothing.csv").contains("Maybe");
        assertThat(folder.resolve("data")).doesNotExist();
    }

    @Test
    void anUnknownKeyStopsTheStartWithASuggestionAndEveryProblemIsTold() throws IOException {
        Path config = file("my.properties", "contact.perday = 2\neconomics.call_cop = many\n");
        Path good = file("good.csv", HEADER + GOOD);

        int code = terminal.run("ingest", good.toString(), "--config", config.toString());

        assertThat(code).isEqualTo(CommandLineFace.USAGE);
        assertThat(terminal.err)
                .contains("'contact.perday'")
                .contains("Did you mean 'contact.per_day'?")
                .contains("economics.call_cop = 'many'");
        assertThat(folder.resolve("data")).doesNotExist();
    }

    @Test
    void aFolderThatAnotherProcessWritesIsToldAndLeftAlone() throws IOException {
        Path good = file("good.csv", HEADER + GOOD);
        ingest(CommandLineFace.DONE, good);
        try (RandomAccessFile lock =
                        new RandomAccessFile(folder.resolve("data/writer.lock").toFile(), "rw");
                var held = lock.getChannel().lock()) {
            assertThat(held.isValid()).isTrue();
            int code = terminal.run(Map.of("CEREBRO_STORE_LOCK_WAIT_MS", "0"), "ingest", good.toString());

            assertThat(code).isEqualTo(CommandLineFace.FAILED);
        }
        assertThat(terminal.err).doesNotContain("\tat ").contains("Maybe");
        assertThat(status().path("parcels").asLong()).isEqualTo(1);
    }

    @Test
    void erasingACustomerLeavesNoByteOfThemInAnyFileOfTheStore() throws IOException {
        Path order = file(
                "orders.csv",
                "id,nombre_cliente,telefono,direccion,numero_de_guia,estatus,ciudad,transportadora,novedad,fecha_de_ultimo_movimiento\n"
                        + "1,Zoraida Quiñonez,3017654321,Calle 77 # 12-34,555,NOVEDAD,Cali,TCC,Zoraida no contesta 3017654321,09/03/2026\n");
        ingest(CommandLineFace.DONE, order);
        assertThat(terminal.run("recall", "Zoraida 3017654321", "--json"))
                .as(terminal.err)
                .isZero();

        assertThat(terminal.run("erase", "--phone", "+57 301 765 4321", "--json"))
                .as(terminal.err)
                .isZero();

        assertThat(terminal.out)
                .contains("\"found\":true")
                .contains("\"memoriesErased\"")
                .contains("\"verifiedGone\":true");
        ingest(CommandLineFace.DONE, order);
        try (var files = Files.walk(folder.resolve("data"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
                assertThat(bytes.contains("Zoraida") || bytes.contains("3017654321") || bytes.contains("Calle 77"))
                        .as(file.toString())
                        .isFalse();
            }
        }
    }

    @Test
    void aRebuiltStoreEqualsTheOneBefore() throws IOException {
        ingest(CommandLineFace.DONE, export(DEMO, "export.csv"));

        assertThat(terminal.run("rebuild")).as(terminal.out + terminal.err).isZero();

        assertThat(terminal.out).contains("equal");
        assertThat(status().path("parcels").asLong()).isEqualTo(GUIDES);
    }

    @Test
    void aPauseHoldsUntilItIsLiftedWhateverTheDefaultsSay() throws IOException {
        ingest(CommandLineFace.DONE, file("good.csv", HEADER + GOOD));

        assertThat(terminal.run("pause")).as(terminal.err).isZero();
        ingest(CommandLineFace.DONE, file("good.csv", HEADER + GOOD));
        assertThat(status().path("paused").asBoolean()).isTrue();
        assertThat(terminal.run("resume")).isZero();
        assertThat(status().path("paused").asBoolean()).isFalse();
    }

    @Test
    void anAnswerToADecisionThatIsNotThereIsTold() throws IOException {
        ingest(CommandLineFace.DONE, file("good.csv", HEADER + GOOD));

        assertThat(terminal.run("approve", "D999")).isEqualTo(CommandLineFace.FAILED);
        assertThat(terminal.err).contains("D999");
        assertThat(terminal.run("approve", "guide")).isEqualTo(CommandLineFace.USAGE);
    }

    @Test
    void theDoctorFindsAHealthyFolderHealthy() throws IOException {
        ingest(CommandLineFace.DONE, file("good.csv", HEADER + GOOD));

        assertThat(terminal.run("doctor")).as(terminal.out).isZero();
        assertThat(terminal.out).contains("ok  database").doesNotContain("BAD");
    }

    @Test
    void aCommandThatDoesNotExistIsAnsweredWithTheNearest() {
        assertThat(terminal.run("ingets")).isEqualTo(CommandLineFace.USAGE);
        assertThat(terminal.err).contains("ingest").contains("Maybe");
    }

    @Test
    void withoutAStoreAReaderSaysWhatComesFirst() {
        assertThat(terminal.run("status")).isEqualTo(CommandLineFace.USAGE);
        assertThat(terminal.err).contains("Maybe 'cerebro ingest FILE' comes first");
    }

    private static void zipBomb(Path path) throws IOException {
        byte[] zeros = new byte[1 << 20];
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(path))) {
            zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
            zip.write("<Types/>".getBytes(StandardCharsets.UTF_8));
            zip.putNextEntry(new ZipEntry("xl/workbook.xml"));
            for (int i = 0; i < 64; i++) {
                zip.write(zeros);
            }
        }
    }
}
