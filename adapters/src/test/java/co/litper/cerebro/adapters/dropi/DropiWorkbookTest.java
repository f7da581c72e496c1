package co.litper.cerebro.adapters.dropi;

import static co.litper.cerebro.adapters.table.Workbooks.row;
import static org.assertj.core.api.Assertions.assertThat;

import co.litper.cerebro.adapters.table.FileProblem.Kind;
import co.litper.cerebro.adapters.table.Phone;
import co.litper.cerebro.adapters.table.ReadResult;
import co.litper.cerebro.adapters.table.RowResult;
import co.litper.cerebro.adapters.table.Workbooks;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DropiWorkbookTest {
    private static final String HEADER = row(1, "NÚMERO GUIA", "ESTATUS", "FECHA", "TELÉFONO", "NOVEDAD");

    @TempDir
    Path folder;

    @Test
    void numbersDatesFormulasSharedAndRichTextAreRead() throws IOException {
        byte[] bytes = new Workbooks()
                .shared("<si><t>ENTREGADO</t></si>"
                        + "<si><r><t>NO HAY </t></r><r><t>QUIEN RECIBA</t></r><rPh><t>x</t></rPh></si>")
                .sheet(
                        "Ordenes",
                        HEADER
                                + "<row r=\"2\"><c r=\"A2\"><v>2.40012345678E11</v></c><c r=\"B2\" t=\"s\"><v>0</v></c>"
                                + "<c r=\"C2\" s=\"3\"><v>46090.5</v></c><c r=\"D2\"><v>3001234567</v></c>"
                                + "<c r=\"E2\" t=\"str\"><f>A1&amp;\"x\"</f><v>CERRADO</v></c></row>"
                                + "<row r=\"5\"><c r=\"E5\" t=\"s\"><v>1</v></c><c r=\"A5\" t=\"inlineStr\"><is><t>007</t></is></c>"
                                + "<c r=\"B5\" t=\"s\"><v>0</v></c><c r=\"C5\" t=\"e\"><v>#N/A</v></c></row>")
                .bytes();
        Exports.Read read = Exports.read(folder, bytes);

        assertThat(read.refused()).isEmpty();
        DropiRow first = read.rows().getFirst();
        assertThat(first.guide()).isEqualTo("240012345678");
        assertThat(first.status()).isEqualTo("ENTREGADO");
        assertThat(first.ordered().orElseThrow().at()).isEqualTo(Instant.parse("2026-03-09T17:00:00Z"));
        assertThat(first.person().phone()).isEqualTo(new Phone("3001234567", true));
        assertThat(first.issue().text()).isEqualTo("CERRADO");
        DropiRow second = read.rows().get(1);
        assertThat(second.guide()).isEqualTo("007");
        assertThat(second.issue().text()).isEqualTo("NO HAY QUIEN RECIBA");
        assertThat(second.ordered()).isEmpty();
        assertThat(read.lines()).containsExactly(2L, 5L);
        assertThat(read.result().summary().formulaCells()).isEqualTo(1);
        assertThat(read.result().summary().source()).isEqualTo("xlsx sheet 'Ordenes'");
    }

    @Test
    void theFirstSheetWithTheColumnsIsTakenAndNamed() throws IOException {
        byte[] bytes = new Workbooks()
                .sheet("Resumen", row(1, "Total", "5"))
                .sheet("Guías", row(1, "Reporte") + row(3, "guia", "estado") + row(4, "1", "BogotÃ¡"))
                .sheet("Otra", HEADER)
                .bytes();
        Exports.Read read = Exports.read(folder, bytes);
        assertThat(read.onlyRow().status()).isEqualTo("Bogotá");
        assertThat(read.result().summary().source()).isEqualTo("xlsx sheet 'Guías'");
    }

    @Test
    void datesOfWorkbooksThatCountFrom1904AreRight() throws IOException {
        byte[] bytes = new Workbooks()
                .from1904()
                .sheet("a", HEADER + "<row r=\"2\"><c><v>1</v></c><c t=\"str\"><v>X</v></c><c><v>44628</v></c></row>")
                .bytes();
        assertThat(Exports.read(folder, bytes).onlyRow().ordered().orElseThrow().at())
                .isEqualTo(Instant.parse("2026-03-09T05:00:00Z"));
    }

    @Test
    void aCellOfTenMegabytesCostsItsRowOnly() throws IOException {
        String huge = "á&amp;".repeat(2_000_000);
        for (byte[] bytes : List.of(
                new Workbooks()
                        .sheet("a", HEADER + row(2, "1", "A") + row(3, "2", "B", "", "", huge) + row(4, "3", "C"))
                        .bytes(),
                new Workbooks()
                        .shared("<si><t>" + huge + "</t></si>")
                        .sheet(
                                "a",
                                HEADER + row(2, "1", "A")
                                        + "<row r=\"3\"><c r=\"A3\"><v>2</v></c><c r=\"B3\" t=\"s\"><v>0</v></c></row>"
                                        + row(4, "3", "C"))
                        .bytes())) {
            Exports.Read read = Exports.read(folder, bytes);
            assertThat(read.lines()).containsExactly(2L, 4L);
            assertThat(read.refused()).singleElement().satisfies(refused -> {
                assertThat(refused.line()).isEqualTo(3);
                assertThat(refused.reason()).contains("longer");
            });
        }
    }

    @Test
    void aZipBombIsRefusedWhileItInflates() throws IOException {
        int inflated = 80 << 20;
        byte[] bytes = new Workbooks()
                .sheet("a", "")
                .inflating(
                        "xl/worksheets/sheet1.xml",
                        "<worksheet><sheetData>" + HEADER + "<row r=\"2\">",
                        inflated,
                        "</row></sheetData></worksheet>")
                .bytes();
        assertThat(bytes.length).isLessThan(1 << 20);
        assertThat(Exports.read(folder, bytes).stopped().problem().kind()).isEqualTo(Kind.ZIP_BOMB);

        byte[] strings = new Workbooks()
                .sheet("a", HEADER)
                .inflating("xl/sharedStrings.xml", "<sst><si><t>", inflated, "</t></si></sst>")
                .bytes();
        assertThat(Exports.read(folder, strings).stopped().problem().kind()).isEqualTo(Kind.ZIP_BOMB);
    }

    @Test
    void tooManyPartsAreRefused() throws IOException {
        Workbooks workbook = new Workbooks().sheet("a", HEADER);
        for (int i = 0; i < 3_000; i++) {
            workbook.part("xl/media/" + i, "");
        }
        assertThat(Exports.read(folder, workbook.bytes()).stopped().problem().kind())
                .isEqualTo(Kind.ZIP_BOMB);
    }

    @Test
    void entitiesAndDocumentTypesAreRefused() throws IOException {
        String bomb = "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;\">]>";
        for (String part : List.of("xl/worksheets/sheet1.xml", "xl/sharedStrings.xml")) {
            byte[] bytes = new Workbooks()
                    .sheet("a", HEADER)
                    .part(
                            part,
                            bomb
                                    + "<worksheet><sheetData><row r=\"1\"><c t=\"str\"><v>&b;</v></c></row></sheetData></worksheet>")
                    .bytes();
            assertThat(Exports.read(folder, bytes).stopped().problem().kind())
                    .as(part)
                    .isEqualTo(Kind.FORBIDDEN_XML);
        }
        byte[] undeclared =
                new Workbooks().sheet("a", HEADER + row(2, "1", "&b;")).bytes();
        assertThat(Exports.read(folder, undeclared).result().summary().rows()).isZero();
        byte[] wide = new Workbooks()
                .sheet("a", HEADER)
                .part("xl/worksheets/sheet1.xml", "<?xml version=\"1.0\" encoding=\"UTF-16\"?><worksheet/>")
                .bytes();
        assertThat(Exports.read(folder, wide).stopped().problem().kind()).isIn(Kind.FORBIDDEN_XML, Kind.DAMAGED);
    }

    @Test
    void endlessTagsAndEntitiesAreRefusedBeforeTheParserBuffersThem() throws IOException {
        StringBuilder varied = new StringBuilder();
        for (int i = 0; varied.length() < 200_000; i++) {
            varied.append(i);
        }
        for (String rows : List.of("<row r=\"2\" x=\"" + varied + "\"/>", row(2, "1", "&" + varied + ";"))) {
            byte[] bytes = new Workbooks().sheet("a", HEADER + rows).bytes();
            assertThat(Exports.read(folder, bytes).stopped().problem().kind()).isEqualTo(Kind.DAMAGED);
        }
    }

    @Test
    void otherFilesSayWhatTheyAre() throws IOException {
        assertThat(kind("<html><table>".getBytes(StandardCharsets.UTF_8))).isEqualTo(Kind.NOT_A_TABLE);
        assertThat(kind("%PDF-1.7 ...".getBytes(StandardCharsets.UTF_8))).isEqualTo(Kind.NOT_A_TABLE);
        assertThat(kind(new byte[] {1, 0, 0, 7, 0, 5, 5, 5})).isEqualTo(Kind.NOT_A_TABLE);
        byte[] old = new byte[4096];
        old[0] = (byte) 0xD0;
        old[1] = (byte) 0xCF;
        old[2] = 0x11;
        old[3] = (byte) 0xE0;
        assertThat(kind(old)).isEqualTo(Kind.OLD_EXCEL);
        byte[] name = "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE);
        System.arraycopy(name, 0, old, 1024, name.length);
        assertThat(kind(old)).isEqualTo(Kind.ENCRYPTED);
        assertThat(kind(new byte[] {'P', 'K', 3, 4, 5, 6})).isEqualTo(Kind.DAMAGED);
        ByteArrayOutputStream other = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(other)) {
            zip.putNextEntry(new ZipEntry("foto.png"));
        }
        assertThat(kind(other.toByteArray())).isEqualTo(Kind.NOT_A_TABLE);
        assertThat(kind(new Workbooks().bytes())).isEqualTo(Kind.EMPTY);
        assertThat(kind(new Workbooks().sheet("a", row(1, "x", "y")).bytes())).isEqualTo(Kind.WRONG_COLUMNS);
    }

    @Test
    void rowsBeforeADamagedPlaceAreGood() throws IOException {
        byte[] bytes = new Workbooks()
                .sheet("a", HEADER + row(2, "1", "A") + "<row r=\"3\"><c></row>")
                .bytes();
        Exports.Read read = Exports.read(folder, bytes);
        ReadResult.Stopped stopped = read.stopped();
        assertThat(stopped.problem().kind()).isEqualTo(Kind.DAMAGED);
        assertThat(stopped.summary().rows()).isEqualTo(1);
        assertThat(read.results()).first().isInstanceOf(RowResult.Row.class);
    }

    private Kind kind(byte[] bytes) throws IOException {
        return Exports.read(folder, bytes).stopped().problem().kind();
    }
}
