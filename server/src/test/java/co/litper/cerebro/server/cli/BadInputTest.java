package co.litper.cerebro.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every sort of bad file through the command line: what is told, the exit code, and that nothing else is lost. */
class BadInputTest {
    private static final String HEADER =
            "telefono,numero_de_guia,estatus,ciudad_de_destino,transportadora,novedad,fecha_de_ultimo_movimiento,valor_facturado\n";
    /** Imported before each case; it must survive it. */
    private static final String BEFORE = HEADER + row("999", "EN REPARTO", "Cali", "", "09/03/2026", "90000");

    private static final String EVENT = """
            {"specversion":"1.0","id":"%s","source":"/shop","type":"order.created","merchantid":"m","time":"%s","data":{"orderId":"%s","parcel":{"destination":"76001","valueCop":%s,"cod":true}}}
            """;

    @TempDir
    private Path folder;

    /**
     * A bad file.
     *
     * @param told what output or error must say
     * @param code the exit code of the import
     * @param events parcels that the file brings all the same
     * @param refused lines that must stand among the dead letters
     */
    private record Case(String file, byte[] bytes, String told, int code, int events, List<Integer> refused) {
        @Override
        public String toString() {
            return file;
        }
    }

    private static String row(String guide, String status, String city, String issue, String date, String value) {
        return String.join(",", "3001234567", guide, status, city, "TCC", issue, date, value) + "\n";
    }

    private static String good(String guide) {
        return row(guide, "EN REPARTO", "Cali", "", "09/03/2026", "90000");
    }

    private static byte[] utf8(String... parts) {
        return String.join("", parts).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] joined(Object... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (Object part : parts) {
            out.writeBytes(part instanceof byte[] bytes ? bytes : utf8(String.valueOf(part)));
        }
        return out.toByteArray();
    }

    private static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }

    /** A row whose city is told in {@code city}'s bytes, between two good ones. */
    private static byte[] withCity(byte[] city) {
        return joined(HEADER, good("1"), "3001234567,2,EN REPARTO,", city, ",TCC,,09/03/2026,90000\n", good("3"));
    }

    private static Case refused(String file, byte[] bytes, String told, int events, Integer... lines) {
        return new Case(file, bytes, told, CommandLineFace.DONE, events, List.of(lines));
    }

    private static Case unreadable(String file, byte[] bytes, String told) {
        return new Case(file, bytes, told, CommandLineFace.FAILED, 0, List.of());
    }

    static Stream<Case> cases() throws IOException {
        return Stream.of(values(), encodings(), files(), formulas(), lines()).flatMap(List::stream);
    }

    private static List<Case> values() {
        return List.of(
                refused(
                        "future-date.csv",
                        utf8(HEADER, good("1"), row("2", "EN REPARTO", "Cali", "", "09/03/2031", "90000"), good("3")),
                        "fecha de ultimo movimiento",
                        2,
                        3),
                refused(
                        "impossible-date.csv",
                        utf8(HEADER, row("2", "EN REPARTO", "Cali", "", "31/02/2026", "90000"), good("3")),
                        "fecha de ultimo movimiento",
                        1,
                        2),
                refused(
                        "negative-money.csv",
                        utf8(HEADER, good("1"), row("2", "EN REPARTO", "Cali", "", "09/03/2026", "-90000")),
                        "valor facturado",
                        1,
                        3),
                refused(
                        "money-beyond-measure.csv",
                        utf8(HEADER, good("1"), row("2", "EN REPARTO", "Cali", "", "09/03/2026", "9".repeat(30))),
                        "valor facturado",
                        1,
                        3),
                refused(
                        "no-guide-no-status.csv",
                        utf8(
                                HEADER,
                                row("", "EN REPARTO", "Cali", "", "", ""),
                                row("2", "", "Cali", "", "", ""),
                                good("3")),
                        "status is empty",
                        1,
                        2,
                        3),
                refused(
                        "lost-digits.csv",
                        utf8(HEADER, row("2.40018E+11", "EN REPARTO", "Cali", "", "", ""), good("3")),
                        "numero de guia",
                        1,
                        2),
                refused(
                        "cell-of-10-mb.csv",
                        utf8(
                                HEADER,
                                good("1"),
                                row("2", "EN REPARTO", "Cali", "x".repeat(10 << 20), "", ""),
                                good("3")),
                        "long",
                        2,
                        3),
                refused(
                        "unknown-city.csv",
                        utf8(HEADER, row("2", "EN REPARTO", "Atlantis Sur", "", "09/03/2026", "90000")),
                        "Unknown cities: 1 («Atlantis Sur» 1)",
                        1));
    }

    private static List<Case> encodings() {
        Charset latin = StandardCharsets.ISO_8859_1;
        return List.of(
                refused("latin-1.csv", withCity("Bogotá".getBytes(latin)), "New events: 3", 3),
                refused("utf-8-read-as-latin-1.csv", withCity(utf8("BogotÃ¡")), "New events: 3", 3),
                refused(
                        "byte-order-mark.csv",
                        joined(bytes(0xEF, 0xBB, 0xBF), withCity(utf8("Bogotá"))),
                        "New events: 3",
                        3),
                refused(
                        "utf-16.csv",
                        joined(
                                bytes(0xFF, 0xFE),
                                new String(withCity(utf8("Bogotá")), StandardCharsets.UTF_8)
                                        .getBytes(StandardCharsets.UTF_16LE)),
                        "New events: 3",
                        3),
                refused("destroyed.csv", withCity(utf8("Bogot\uFFFD")), "letters that were destroyed", 2, 3),
                refused("cut-letter.csv", withCity(bytes('C', 0xC3)), "letters that were destroyed", 2, 3),
                refused("overlong.csv", withCity(bytes('C', 0xC0, 0xAF)), "letters that were destroyed", 2, 3),
                refused("surrogate.csv", withCity(bytes('C', 0xED, 0xA0, 0x80)), "New events: 3", 3),
                refused("lone-ff-fe.csv", withCity(bytes('C', 0xFF, 0xFE)), "letters that were destroyed", 2, 3),
                refused(
                        "cut-at-the-end.csv",
                        joined(HEADER, good("1"), "3001234567,2,EN REPARTO,Bogot", bytes(0xC3)),
                        "letters that were destroyed",
                        1,
                        3));
    }

    private static List<Case> files() throws IOException {
        byte[] workbook = SmallWorkbook.of(List.of(
                List.of(SmallWorkbook.text("numero_de_guia"), SmallWorkbook.text("estatus")),
                List.of(SmallWorkbook.text("7"), SmallWorkbook.text("EN REPARTO"))));
        return List.of(
                unreadable("empty.csv", new byte[0], "empty"),
                unreadable("blank.csv", utf8("\n\n \n"), "Maybe"),
                unreadable("wrong-columns.csv", utf8("color,size\nred,3\n"), "column"),
                new Case("header-alone.csv", utf8(HEADER), "Rows: 0", CommandLineFace.DONE, 0, List.of()),
                unreadable("zip-bomb.xlsx", bomb(), "bomb.xlsx: "),
                unreadable("cut.xlsx", Arrays.copyOf(workbook, workbook.length / 2), "cut.xlsx: "),
                unreadable(
                        "excel-97.xls",
                        joined(bytes(0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1), new byte[2_000]),
                        "Maybe"),
                unreadable(
                        "picture.csv",
                        joined(bytes(0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A), new byte[100]),
                        "Maybe"),
                unreadable(
                        "page.xls", utf8("<html><body><table><tr><td>guia</td></tr></table></body></html>"), "Maybe"));
    }

    private static List<Case> formulas() {
        List<String> header = Stream.of("numero_de_guia", "estatus", "transportadora", "novedad", "valor_facturado")
                .map(SmallWorkbook::text)
                .toList();
        List<List<String>> rows = new ArrayList<>();
        rows.add(header);
        rows.add(List.of(
                SmallWorkbook.formula("\"2400\"&amp;\"1\"", "str", "24001"),
                SmallWorkbook.text("EN REPARTO"),
                SmallWorkbook.text("TCC"),
                SmallWorkbook.text(""),
                SmallWorkbook.formula("45000*2", "n", "90000")));
        rows.add(List.of(
                SmallWorkbook.text("24002"),
                SmallWorkbook.formula("VLOOKUP(A1,B:B,1,0)", "e", "#N/A"),
                SmallWorkbook.text("TCC"),
                SmallWorkbook.text(""),
                SmallWorkbook.text("90000")));
        return List.of(
                refused("formula.xlsx", SmallWorkbook.of(rows), "status is empty", 1, 3),
                refused(
                        "formula.csv",
                        utf8(
                                HEADER,
                                row("\"=\"\"0024001\"\"\"", "EN REPARTO", "Cali", "", "09/03/2026", "90000"),
                                row("2", "NOVEDAD", "Cali", "=cmd|' /C calc'!A0", "09/03/2026", "90000")),
                        "Unknown novedades: 1 («=cmd|' /C calc'!A0» 1)",
                        2));
    }

    private static List<Case> lines() {
        String time = "2026-03-10T14:00:00Z";
        return List.of(
                refused(
                        "mixed.ndjson",
                        utf8(
                                EVENT.formatted("a", time, "1", "90000"),
                                "not json\n",
                                EVENT.formatted("b", time, "2", "-5"),
                                EVENT.formatted("c", time, "3", "90000").replace("order.created", "order.sung"),
                                EVENT.formatted("d", "yesterday", "4", "90000"),
                                "\n",
                                "[]\n",
                                EVENT.formatted("e", time, "5", "90000")),
                        "mixed.ndjson, line 3",
                        2,
                        2,
                        3,
                        4,
                        5,
                        7),
                refused(
                        "long-line.ndjson",
                        utf8("{\"x\":\"" + "y".repeat(10 << 20) + "\"}\n", EVENT.formatted("a", time, "1", "90000")),
                        "long-line.ndjson, line 1",
                        1,
                        1),
                refused(
                        "invalid-utf-8.ndjson",
                        joined("{\"id\":\"", bytes(0xC3, 0x28), "\"}\n", EVENT.formatted("a", time, "1", "90000")),
                        "invalid-utf-8.ndjson, line 1",
                        1,
                        1));
    }

    private static byte[] bomb() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
            zip.write(utf8("<Types/>"));
            zip.putNextEntry(new ZipEntry("xl/workbook.xml"));
            for (int i = 0; i < 64; i++) {
                zip.write(new byte[1 << 20]);
            }
        }
        return bytes.toByteArray();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void aBadFileIsToldWithItsReasonAndNothingElseIsLost(Case bad) throws IOException {
        Terminal terminal = new Terminal(folder.resolve("data"));
        Path before = Files.writeString(folder.resolve("before.csv"), BEFORE);
        Path file = Files.write(folder.resolve(bad.file()), bad.bytes());
        assertThat(terminal.run("ingest", before.toString())).as(terminal.err).isZero();

        int code = terminal.run("ingest", file.toString());
        String told = terminal.out + terminal.err;

        assertThat(told).contains(bad.told()).doesNotContain("\tat ").doesNotContain("Exception");
        assertThat(code).as(told).isEqualTo(bad.code());
        assertThat(deadLetters(terminal, bad.file())).as(told).isEqualTo(bad.refused());
        assertThat(parcels(terminal)).as(told).isEqualTo(1 + bad.events());
        assertThat(terminal.run("ingest", file.toString())).isEqualTo(bad.code());
        assertThat(terminal.out).contains("New events: 0");
        assertThat(deadLetters(terminal, bad.file())).as("again").isEqualTo(bad.refused());
    }

    /** Lines of the open dead letters of a file, ascending; each must have a reason. */
    private static List<Integer> deadLetters(Terminal terminal, String file) throws IOException {
        assertThat(terminal.run("deadletters", "list", "--json"))
                .as(terminal.err)
                .isZero();
        List<Integer> lines = new ArrayList<>();
        for (String line : terminal.out.lines().toList()) {
            JsonNode letter = new ObjectMapper().readTree(line);
            assertThat(letter.path("source").asText()).isEqualTo(file);
            assertThat(letter.path("reason").asText()).isNotBlank();
            lines.add(letter.path("line").asInt());
        }
        return lines.stream().sorted().toList();
    }

    private static long parcels(Terminal terminal) throws IOException {
        assertThat(terminal.run("status", "--json")).as(terminal.err).isZero();
        return new ObjectMapper().readTree(terminal.out).path("parcels").asLong();
    }
}
