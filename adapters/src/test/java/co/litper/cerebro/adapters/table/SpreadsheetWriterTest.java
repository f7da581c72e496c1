package co.litper.cerebro.adapters.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import co.litper.cerebro.adapters.table.Dated.Precision;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpreadsheetWriterTest {
    private static final List<SheetColumn> COLUMNS = List.of(
            new SheetColumn("Guía", 20),
            new SheetColumn("Piezas", 8),
            new SheetColumn("Valor", 12),
            new SheetColumn("Cuándo", 18));
    private static final SheetValue WHEN =
            new SheetValue.When(new Dated(Instant.parse("2026-03-09T19:05:33Z"), Precision.SECOND));

    @Test
    void anotherProgramReadsTheWorkbookThatIsWritten() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (SpreadsheetWriter writer = SpreadsheetWriter.xlsx(out, "Lista", COLUMNS)) {
            writer.row(List.of(SheetValue.of("=1+1"), SheetValue.of(3), new SheetValue.Cop(45_900), WHEN));
            writer.row(List.of(
                    SheetValue.of("ñ\u0000\u0007<&>"),
                    SheetValue.of(1_234_567_890_123_456L),
                    SheetValue.BLANK,
                    SheetValue.BLANK));
        }
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
            List<Row> rows = workbook.getFirstSheet().read();
            assertThat(rows.getFirst().getCellText(3)).isEqualTo("Cuándo");
            assertThat(rows.get(1).getCellText(0)).isEqualTo("'=1+1");
            assertThat(rows.get(1).getCell(0).getType()).isEqualTo(CellType.STRING);
            assertThat(rows.get(1).getCellAsNumber(2)).contains(BigDecimal.valueOf(45_900));
            assertThat(rows.get(1).getCellAsDate(3)).contains(LocalDateTime.parse("2026-03-09T14:05:33"));
            assertThat(rows.get(2).getCellText(0)).isEqualTo("ñ<&>");
            assertThat(rows.get(2).getCellText(1)).isEqualTo("1234567890123456");
        }
    }

    @Test
    void csvIsQuotedOnlyWhereNeeded() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (SpreadsheetWriter writer = SpreadsheetWriter.csv(out, ';', COLUMNS)) {
            writer.row(List.of(SheetValue.of("a;\"b\"\n@c"), SheetValue.of(-3), new SheetValue.Cop(45_900), WHEN));
        }
        assertThat(out.toString(StandardCharsets.UTF_8))
                .isEqualTo("\uFEFFGuía;Piezas;Valor;Cuándo\r\n\"a;\"\"b\"\" @c\";-3;45900;2026-03-09 14:05:33\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=cmd|' /C calc'!A0", "+57 300", "-1+1", "@SUM(A1)", "  =1", "\t=1", "＝1", "\u0000=1"})
    void textThatCouldRunIsNeutralised(String text) {
        assertThat(SpreadsheetWriter.neutral(text)).startsWith("'");
    }

    @Test
    void harmlessTextStaysAsItIs() {
        assertThat(SpreadsheetWriter.neutral("Calle 5 = 3-2")).isEqualTo("Calle 5 = 3-2");
        assertThat(SpreadsheetWriter.neutral("")).isEmpty();
    }

    @Test
    void aRowOfAnotherLengthIsABug() throws IOException {
        try (SpreadsheetWriter writer = SpreadsheetWriter.csv(new ByteArrayOutputStream(), ',', COLUMNS)) {
            assertThatThrownBy(() -> writer.row(List.of(SheetValue.BLANK)))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }
}
