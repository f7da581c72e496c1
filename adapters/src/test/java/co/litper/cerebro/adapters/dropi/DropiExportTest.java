package co.litper.cerebro.adapters.dropi;

import static org.assertj.core.api.Assertions.assertThat;

import co.litper.cerebro.adapters.dropi.DropiRow.Payment;
import co.litper.cerebro.adapters.table.Dated;
import co.litper.cerebro.adapters.table.Dated.Precision;
import co.litper.cerebro.adapters.table.FileProblem.Kind;
import co.litper.cerebro.adapters.table.Phone;
import co.litper.cerebro.adapters.table.ReadResult;
import co.litper.cerebro.adapters.table.RowResult;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DropiExportTest {
    private static final String TRACKING =
            "fecha,telefono,numero_de_guia,estatus,ciudad_de_destino,transportadora,novedad,"
                    + "fecha_de_ultimo_movimiento,ultimo_movimiento,fecha_de_generacion_de_guia\n";
    private static final String ROW = "01/03/2026,3001234567,024000000001,EN TRANSITO,Bogotá,COORDINADORA,,"
            + "08/03/2026 14:30,EN BODEGA,02/03/2026\n";

    @TempDir
    Path folder;

    @Test
    void theTrackingExportIsReadFieldByField() throws IOException {
        Exports.Read read = Exports.read(folder, TRACKING + ROW);

        DropiRow row = read.onlyRow();
        assertThat(row.guide()).isEqualTo("024000000001");
        assertThat(row.status()).isEqualTo("EN TRANSITO");
        assertThat(row.city()).isEqualTo("Bogotá");
        assertThat(row.carrier()).isEqualTo("COORDINADORA");
        assertThat(row.ordered()).contains(new Dated(Instant.parse("2026-03-01T05:00:00Z"), Precision.DAY));
        assertThat(row.guideMade()).contains(new Dated(Instant.parse("2026-03-02T05:00:00Z"), Precision.DAY));
        assertThat(row.movement().at()).contains(new Dated(Instant.parse("2026-03-08T19:30:00Z"), Precision.SECOND));
        assertThat(row.movement().text()).isEqualTo("EN BODEGA");
        assertThat(row.person().phone()).isEqualTo(new Phone("3001234567", true));
        assertThat(row.amounts().billed()).isEmpty();
        assertThat(read.result().summary().rows()).isEqualTo(1);
        assertThat(read.result().summary().source()).isEqualTo("csv ,");
    }

    @Test
    void theOrderExportIsReadFieldByField() throws IOException {
        String text =
                "ID;HORA;FECHA;NOMBRE CLIENTE;TELÉFONO;EMAIL;NÚMERO GUIA;ESTATUS;TIPO DE ENVIO;DEPARTAMENTO DESTINO;"
                        + "CIUDAD DESTINO;DIRECCION;TRANSPORTADORA;NUMERO DE FACTURA;VALOR FACTURADO;VALOR DE COMPRA EN PRODUCTOS;"
                        + "GANANCIA;PRECIO FLETE;COSTO DEVOLUCION FLETE;COMISION;TOTAL EN PRECIOS DE PROVEEDOR;NOVEDAD;"
                        + "FUE SOLUCIONADA LA NOVEDAD;HORA DE NOVEDAD;FECHA DE NOVEDAD;SOLUCIÓN;FECHA DE SOLUCIÓN;"
                        + "HORA DE ÚLTIMO MOVIMIENTO;FECHA DE ÚLTIMO MOVIMIENTO;ÚLTIMO MOVIMIENTO;TIENDA;CATEGORÍAS\r\n"
                        + "9001;10:15;01-03-2026;Persona Prueba;+57 300-123-4567;p@ejemplo.test;240000000001;NOVEDAD;CON RECAUDO;"
                        + "NARIÑO;PASTO;Calle Falsa 1;ENVIA;F-12;$ 89.900;85,000.00;-3200;12.500;10.000,00;0;40000;"
                        + "DIRECCION ERRADA;NO;09:00;08/03/2026;Volver a ofrecer;;16:20;08-03-2026;EN AGENCIA;Tienda Uno;Hogar\r\n";
        DropiRow row = Exports.read(folder, text).onlyRow();

        assertThat(row.orderId()).isEqualTo("9001");
        assertThat(row.ordered()).contains(new Dated(Instant.parse("2026-03-01T15:15:00Z"), Precision.SECOND));
        assertThat(row.department()).isEqualTo("NARIÑO");
        assertThat(row.person().name()).isEqualTo("Persona Prueba");
        assertThat(row.person().email()).isEqualTo("p@ejemplo.test");
        assertThat(row.person().address()).isEqualTo("Calle Falsa 1");
        assertThat(row.amounts().billed()).isEqualTo(OptionalLong.of(89_900));
        assertThat(row.amounts().products()).isEqualTo(OptionalLong.of(85_000));
        assertThat(row.amounts().profit()).isEqualTo(OptionalLong.of(-3_200));
        assertThat(row.amounts().freight()).isEqualTo(OptionalLong.of(12_500));
        assertThat(row.amounts().returnFreight()).isEqualTo(OptionalLong.of(10_000));
        assertThat(row.amounts().productCost()).isEqualTo(OptionalLong.of(40_000));
        assertThat(row.issue().text()).isEqualTo("DIRECCION ERRADA");
        assertThat(row.issue().solved()).contains(false);
        assertThat(row.issue().at()).contains(new Dated(Instant.parse("2026-03-08T14:00:00Z"), Precision.SECOND));
        assertThat(row.issue().solvedAt()).isEmpty();
        assertThat(row.movement().at()).contains(new Dated(Instant.parse("2026-03-08T21:20:00Z"), Precision.SECOND));
        assertThat(row.goods().payment()).isEqualTo(Payment.COD);
        assertThat(row.goods().shop()).isEqualTo("Tienda Uno");
        assertThat(row.goods().invoice()).isEqualTo("F-12");
        assertThat(row.toString()).doesNotContain("Persona", "300", "Calle", "ejemplo");
    }

    @Test
    void headersMayStandBelowTitlesInAnyCaseOrderAndSpelling() throws IOException {
        String text = "\n\"Reporte de guías\"\n\nGenerado: hoy\n,,,\nEstado \tN° de GUÍA\tCiudad\tOTRA COSA\tEstatus\n"
                + "ENTREGADO\t00123\tCali\tx\ty\n\n\n";
        Exports.Read read = Exports.read(folder, text);

        assertThat(read.onlyRow().guide()).isEqualTo("00123");
        assertThat(read.onlyRow().status()).isEqualTo("ENTREGADO");
        assertThat(read.result().summary().headerLine()).isEqualTo(6);
        assertThat(read.result().summary().blankLines()).isEqualTo(2);
        assertThat(read.result().summary().ignoredColumns()).containsExactly("OTRA COSA");
        assertThat(read.result().summary().duplicatedColumns()).containsExactly("Estatus");
        assertThat(read.result().summary().source()).isEqualTo("csv tab");
    }

    @Test
    void everyEncodingAndLineEndGivesTheSameRows() throws IOException {
        String text = TRACKING + ROW;
        DropiRow expected = Exports.read(folder, text).onlyRow();
        String bom = "\uFEFF";
        List<byte[]> files = List.of(
                (bom + text).getBytes(StandardCharsets.UTF_8),
                text.getBytes(StandardCharsets.ISO_8859_1),
                text.getBytes(Charset.forName("x-MacRoman")),
                (bom + text).getBytes(StandardCharsets.UTF_16LE),
                (bom + text).getBytes(StandardCharsets.UTF_16BE),
                text.getBytes(StandardCharsets.UTF_16LE),
                new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1)
                        .getBytes(StandardCharsets.UTF_8),
                new String(text.getBytes(StandardCharsets.UTF_8), Charset.forName("x-MacRoman"))
                        .getBytes(StandardCharsets.UTF_8),
                text.replace("\n", "\r").getBytes(StandardCharsets.UTF_8),
                text.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8),
                text.replace(',', '|').getBytes(StandardCharsets.UTF_8),
                text.stripTrailing().getBytes(StandardCharsets.UTF_8));
        for (byte[] bytes : files) {
            assertThat(Exports.read(folder, bytes).onlyRow())
                    .as(new String(bytes, StandardCharsets.ISO_8859_1))
                    .isEqualTo(expected);
        }
    }

    @Test
    void encodingsMixedWithinOneFileAreToldCellByCell() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(TRACKING.getBytes(StandardCharsets.UTF_8));
        bytes.write(ROW.getBytes(StandardCharsets.UTF_8));
        bytes.write(ROW.getBytes(StandardCharsets.ISO_8859_1));
        bytes.write(ROW.replace("Bogotá", "BogotÃ¡").getBytes(StandardCharsets.UTF_8));
        bytes.write(ROW.replace("Bogotá", "Bogot\uFFFD").getBytes(StandardCharsets.UTF_8));

        Exports.Read read = Exports.read(folder, bytes.toByteArray());

        assertThat(read.rows()).extracting(DropiRow::city).containsExactly("Bogotá", "Bogotá", "Bogotá");
        assertThat(read.result().summary().repairedCells()).isEqualTo(2);
        assertThat(read.refused()).singleElement().satisfies(refused -> {
            assertThat(refused.line()).isEqualTo(5);
            assertThat(refused.reason()).contains("ciudad").contains("Maybe");
            assertThat(refused.excerpt())
                    .isEqualTo(
                            "numero de guia=024000000001, estatus=EN TRANSITO, transportadora=COORDINADORA, fecha=01/03/2026");
        });
    }

    @Test
    void aRowWithSeveralProblemsTellsThemAll() throws IOException {
        String text = "id,guia,estatus,valor facturado,fecha,nombre cliente,telefono\n"
                + "7,024,,-5,31/02/2026,Persona Prueba,3001234567\n";
        RowResult.Refused<DropiRow> refused =
                Exports.read(folder, text).refused().getFirst();

        assertThat(refused.line()).isEqualTo(2);
        assertThat(refused.reason())
                .contains("status is empty", "valor facturado is negative", "fecha is '31/02/2026'");
        assertThat(refused.excerpt()).isEqualTo("id=7, numero de guia=024, fecha=31/02/2026");
        assertThat(refused.reason() + refused.excerpt()).doesNotContain("Persona", "300123");
    }

    @Test
    void personalDataInAWrongColumnDoesNotReachTheReason() throws IOException {
        String text = "guia,estatus,fecha,flete\n024,ENTREGADO,Persona Prueba,3001234567890123\n";
        RowResult.Refused<DropiRow> refused =
                Exports.read(folder, text).refused().getFirst();
        assertThat(refused.reason()).doesNotContain("Persona", "Prueba", "300123");
    }

    @Test
    void quotedCellsMayHoldDelimitersQuotesAndLineEnds() throws IOException {
        String text = "guia,estatus,direccion,novedad\r\n1,A,\"Calle 1, apto \"\"2\"\"\r\nal fondo\",x\r\n2,B,c,\r\n";
        Exports.Read read = Exports.read(folder, text);

        assertThat(read.rows().getFirst().person().address()).isEqualTo("Calle 1, apto \"2\"  al fondo");
        assertThat(read.lines()).containsExactly(2L, 4L);
    }

    @Test
    void aFormulaInACsvIsJustText() throws IOException {
        DropiRow row = Exports.read(folder, "guia,estatus,novedad\n1,A,=HYPERLINK(\"x\")\n")
                .onlyRow();
        assertThat(row.issue().text()).isEqualTo("=HYPERLINK(\"x\")");
    }

    @Test
    void anUnclosedQuoteCostsOneLineNotTheFile() throws IOException {
        StringBuilder text = new StringBuilder("guia,estatus,novedad\n");
        for (int i = 0; i < 50_000; i++) {
            text.append(i)
                    .append(",EN TRANSITO,")
                    .append(i == 10 ? "\"sin cerrar" : "x")
                    .append('\n');
        }
        Exports.Read read = Exports.read(folder, text.toString());

        assertThat(read.rows()).hasSize(49_999);
        assertThat(read.refused()).extracting(RowResult.Refused::line).containsExactly(12L);
    }

    @Test
    void tooManyCellsAreRefusedSinceNobodyKnowsWhichOneSlipped() throws IOException {
        Exports.Read read = Exports.read(folder, "guia,estatus\n1,A,,\n2,B,C\n3,D\n4\n");
        assertThat(read.lines()).containsExactly(2L, 4L);
        assertThat(read.refused()).extracting(RowResult.Refused::line).containsExactly(3L, 5L);
    }

    @Test
    void wrongColumnsAreOneClearRefusalThatNamesFoundAndMissing() throws IOException {
        ReadResult.Stopped stopped =
                Exports.read(folder, "codigo,ciudad,valor\n1,2,3\n").stopped();
        assertThat(stopped.problem().kind()).isEqualTo(Kind.WRONG_COLUMNS);
        assertThat(stopped.problem().message())
                .contains("codigo, ciudad, valor", "numero de guia", "estatus", "Maybe", "line 1");
    }

    @Test
    void aFileWithoutHeaderDoesNotSpillItsDataIntoTheMessage() throws IOException {
        ReadResult.Stopped stopped =
                Exports.read(folder, "Persona Prueba,3001234567,024,Cali\n").stopped();
        assertThat(stopped.problem().message()).doesNotContain("Persona", "300").contains("look like data");
    }

    @Test
    void emptyFilesSaySo() throws IOException {
        for (String text : List.of("", "\n\n  \n", "\uFEFF")) {
            assertThat(Exports.read(folder, text).stopped().problem().kind()).isEqualTo(Kind.EMPTY);
        }
        assertThat(Exports.read(folder.resolve("absent.csv"))
                        .stopped()
                        .problem()
                        .kind())
                .isEqualTo(Kind.NOT_READABLE);
        ReadResult headerOnly = Exports.read(folder, TRACKING).result();
        assertThat(headerOnly).isInstanceOf(ReadResult.Complete.class);
        assertThat(headerOnly.summary().rows()).isZero();
    }

    @Test
    void aFutureDateIsRefusedWithItsReason() throws IOException {
        String text = TRACKING + ROW.replace("08/03/2026 14:30", "08/03/2027 14:30");
        assertThat(Exports.read(folder, text).refused().getFirst().reason()).contains("ahead of now");
    }

    @Test
    void anUnreadablePhoneRefusesNothing() throws IOException {
        DropiRow row = Exports.read(folder, TRACKING + ROW.replace("3001234567", "sin numero"))
                .onlyRow();
        assertThat(row.person().phone()).isEqualTo(Phone.NONE);
        assertThat(row.issue().solved()).isEqualTo(Optional.empty());
    }
}
