package co.litper.cerebro.adapters.table;

import static org.assertj.core.api.Assertions.assertThat;

import co.litper.cerebro.adapters.table.Dated.Precision;
import co.litper.cerebro.world.Clock;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CellTextTest {
    private static final Instant NOW = Instant.parse("2026-03-10T15:00:00Z");
    private final DateText dates = new DateText(NOW, false);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "$ 45.900|45900",
                "45900|45900",
                "45,900.00|45900",
                "45.900,00|45900",
                "45.900|45900",
                "45,900|45900",
                "1.234.567|1234567",
                "1,234,567.89|1234568",
                "1234.567|1235",
                "0.5|1",
                "0|0",
                "COP 12.500|12500",
                "$12 500|12500",
                "45900.4|45900",
            })
    void readsAmountsInTheSpellingsOfColombiaAndExcel(String text, long cop) {
        assertThat(MoneyText.parse(Cell.text(text), false)).isEqualTo(new Parsed.Value<>(cop));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-45900", "$ -45.900", "(45.900)", "45900-", "−100"})
    void refusesNegativeAmountsUnlessTheyMayBe(String text) {
        assertThat(MoneyText.parse(Cell.text(text), false)).isInstanceOf(Parsed.Wrong.class);
        assertThat(MoneyText.parse(Cell.text(text), true))
                .isInstanceOfSatisfying(
                        Parsed.Value.class, v -> assertThat((Long) v.value()).isNegative());
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "45.90.0", "1,2,3", "9999999999999999999", "1e99", "--5", "$"})
    void refusesWhatIsNoAmount(String text) {
        assertThat(MoneyText.parse(Cell.text(text), true)).isInstanceOf(Parsed.Wrong.class);
    }

    @Test
    void aNumberCellHasADecimalPointNeverThousands() {
        assertThat(MoneyText.parse(new Cell("45.900", Cell.Kind.NUMBER), false)).isEqualTo(new Parsed.Value<>(46L));
        assertThat(MoneyText.parse(new Cell("4.59E4", Cell.Kind.NUMBER), false)).isEqualTo(new Parsed.Value<>(45900L));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "09/03/2026|2026-03-09T00:00:00|DAY",
                "9/3/2026|2026-03-09T00:00:00|DAY",
                "09-03-2026|2026-03-09T00:00:00|DAY",
                "9/3/26|2026-03-09T00:00:00|DAY",
                "2026-03-09|2026-03-09T00:00:00|DAY",
                "2026/03/09|2026-03-09T00:00:00|DAY",
                "09/03/2026 14:05|2026-03-09T14:05:00|SECOND",
                "09/03/2026 2:05 p. m.|2026-03-09T14:05:00|SECOND",
                "09/03/2026 12:05:09 a.m.|2026-03-09T00:05:09|SECOND",
                "09/03/2026 12:05 PM|2026-03-09T12:05:00|SECOND",
                "2026-03-09 14:05:33|2026-03-09T14:05:33|SECOND",
                "2026-03-09T14:05:33.123|2026-03-09T14:05:33|SECOND",
                "2026-03-09T19:05:33Z|2026-03-09T14:05:33|SECOND",
                "2026-03-09T14:05:33-05:00|2026-03-09T14:05:33|SECOND",
                "46090|2026-03-09T00:00:00|DAY",
                "46090.5|2026-03-09T12:00:00|SECOND",
            })
    void readsDatesAsBogotaTimeWithTheirPrecision(String text, String local, Precision precision) {
        Instant at = LocalDateTime.parse(local).atZone(Clock.BOGOTA).toInstant();
        assertThat(dates.parse(Cell.text(text), Cell.EMPTY)).isEqualTo(new Parsed.Value<>(new Dated(at, precision)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "31/02/2026",
                "12/25/2025",
                "2026-13-01",
                "12/03/2026",
                "1/1/1990",
                "mañana",
                "09/03/2026 25:00",
                "09/03/2026 13:00 pm",
                "99999",
                "123"
            })
    void refusesDatesThatCannotBe(String text) {
        assertThat(dates.parse(Cell.text(text), Cell.EMPTY)).isInstanceOf(Parsed.Wrong.class);
    }

    @Test
    void aDateUpToADayAheadIsSkewNotFuture() {
        assertThat(dates.parse(Cell.text("11/03/2026 09:59"), Cell.EMPTY)).isInstanceOf(Parsed.Value.class);
        assertThat(dates.parse(Cell.text("11/03/2026 10:01"), Cell.EMPTY)).isInstanceOf(Parsed.Wrong.class);
    }

    @Test
    void zeroDatesAndBlanksAreAbsent() {
        for (String text : new String[] {"", "-", "N/A", "null", "0000-00-00", "0000-00-00 00:00:00", "0"}) {
            assertThat(dates.parse(Cell.text(text), Cell.EMPTY)).as(text).isInstanceOf(Parsed.Absent.class);
        }
    }

    @Test
    void aColumnOfItsOwnMayTellTheTimeOfDay() {
        Instant expected = Instant.parse("2026-03-09T19:05:00Z");
        for (String time : new String[] {"14:05", "2:05 PM", "02:05:00 p. m."}) {
            assertThat(dates.parse(Cell.text("09/03/2026"), Cell.text(time)))
                    .isEqualTo(new Parsed.Value<>(new Dated(expected, Precision.SECOND)));
        }
        assertThat(dates.parse(Cell.text("46090"), new Cell("0.5", Cell.Kind.NUMBER)))
                .isEqualTo(new Parsed.Value<>(new Dated(Instant.parse("2026-03-09T17:00:00Z"), Precision.SECOND)));
    }

    @Test
    void serialNumbersOfOldMacsCountFrom1904() {
        assertThat(new DateText(NOW, true).parse(new Cell("44628", Cell.Kind.NUMBER), Cell.EMPTY))
                .isEqualTo(new Parsed.Value<>(new Dated(Instant.parse("2026-03-09T05:00:00Z"), Precision.DAY)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "034000000001|034000000001",
                "MDE-0012|MDE-0012",
                "1.23456789012E+11|123456789012",
                "240012345678.0|240012345678",
                "'00123|00123",
                "=\"00123\"|00123",
                "123E5X|123E5X",
            })
    void guideNumbersKeepEveryCharacter(String text, String code) {
        assertThat(CodeText.parse(Cell.text(text))).isEqualTo(new Parsed.Value<>(code));
    }

    @Test
    void aGuideThatLostDigitsIsRefused() {
        assertThat(CodeText.parse(Cell.text("1.23457E+11"))).isInstanceOf(Parsed.Wrong.class);
        assertThat(CodeText.parse(new Cell("1.2345678901234568E+19", Cell.Kind.NUMBER)))
                .isInstanceOf(Parsed.Wrong.class);
        assertThat(CodeText.parse(new Cell("1.5", Cell.Kind.NUMBER))).isInstanceOf(Parsed.Wrong.class);
        assertThat(CodeText.parse(new Cell("1.23456789012E11", Cell.Kind.NUMBER)))
                .isEqualTo(new Parsed.Value<>("123456789012"));
        assertThat(CodeText.parse(new Cell("1E999999999", Cell.Kind.NUMBER))).isInstanceOf(Parsed.Wrong.class);
    }

    @ParameterizedTest
    @CsvSource({
        "+57 300 123 4567,3001234567,true",
        "573001234567,3001234567,true",
        "0057-300-1234567,3001234567,true",
        "(300) 123-4567,3001234567,true",
        "6012345678,6012345678,true",
        "2345678,2345678,false",
        "no tiene,'',false",
    })
    void phonesBecomeTenDigitsOrStayUnknown(String text, String digits, boolean known) {
        assertThat(Phone.parse(text)).isEqualTo(new Phone(digits, known));
        assertThat(Phone.parse(text).toString()).doesNotContain("3001234567");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Bogotá D.C.",
                "PEÑÓN",
                "Medellín",
                "Itagüí",
                "Cúcuta Nº 5 — piso 2°",
                "señora Íñiguez",
                "¿Dónde?"
            })
    void textIsReadTheSameThroughEveryEncodingAndEveryWrongDecoding(String text) {
        Charset windows = Charset.forName("windows-1252");
        Charset mac = Charset.forName("x-MacRoman");
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        assertThat(decode(utf8)).isEqualTo(text);
        assertThat(decode(text.getBytes(windows))).isEqualTo(text);
        for (Charset wrong : new Charset[] {StandardCharsets.ISO_8859_1, mac}) {
            String once = new String(utf8, wrong);
            assertThat(decode(once.getBytes(StandardCharsets.UTF_8))).as(once).isEqualTo(text);
            String twice = new String(once.getBytes(StandardCharsets.UTF_8), wrong);
            assertThat(decode(twice.getBytes(StandardCharsets.UTF_8))).as(twice).isEqualTo(text);
        }
    }

    @Test
    void windows1252DecodingIsUndoneWhereItLostNothing() {
        String wrong = new String(
                "Bogotá, Nariño, Medellín".getBytes(StandardCharsets.UTF_8), Charset.forName("windows-1252"));
        assertThat(decode(wrong.getBytes(StandardCharsets.UTF_8))).isEqualTo("Bogotá, Nariño, Medellín");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Medell’n", "SÃO PAULO", "O’Higgins", "100 % √", "Calle 5 «B»", "naïve", "Žižek", "日本"})
    void correctTextIsLeftAlone(String text) {
        assertThat(decode(text.getBytes(StandardCharsets.UTF_8))).isEqualTo(text);
    }

    @Test
    void destroyedLettersAreNeverGuessed() {
        TextRepair repair = new TextRepair();
        assertThat(repair.repair("Bogot\uFFFD")).isSameAs(Cell.GARBLED);
        assertThat(repair.repair("MedellÃn")).isSameAs(Cell.GARBLED);
        byte[] cut = {'B', 'o', 'g', 'o', 't', (byte) 0xC3};
        assertThat(repair.decode(cut, 0, cut.length)).isSameAs(Cell.GARBLED);
        byte[] noise = {'x', (byte) 0x81, (byte) 0xFE, (byte) 0x90};
        assertThat(repair.decode(noise, 0, noise.length)).isSameAs(Cell.GARBLED);
    }

    @Test
    void macRomanFilesAreToldByTheirLetters() {
        TextRepair repair = new TextRepair();
        byte[] medellin = "Medellín".getBytes(Charset.forName("x-MacRoman"));
        assertThat(repair.decode(medellin, 0, medellin.length).text()).isEqualTo("Medellín");
    }

    @Test
    void theTableOfMacRomanIsTheOneOfTheJdk() {
        Charset mac = Charset.forName("x-MacRoman");
        for (int b = 128; b < 256; b++) {
            if (b != 0xDB) { // Apple replaced the currency sign by the euro in 1998.
                assertThat(SingleByte.MAC.decode((byte) b))
                        .as("byte " + b)
                        .isEqualTo(new String(new byte[] {(byte) b}, mac).charAt(0));
            }
        }
    }

    @Test
    void headingsFoldCaseAccentsArticlesAndAbbreviations() {
        for (String heading : new String[] {"NÚMERO GUIA", "numero_de_guia", " Nro. Guía ", "N° de Guía", "No Guia"}) {
            assertThat(Heading.fold(heading)).as(heading).isEqualTo("numeroguia");
        }
        assertThat(Heading.fold("FECHA DE ÚLTIMO MOVIMIENTO")).isEqualTo(Heading.fold("fecha_de_ultimo_movimiento"));
        assertThat(Heading.fold("DIRECCIÓN")).isEqualTo("direccion");
    }

    private static String decode(byte[] bytes) {
        return new TextRepair().decode(bytes, 0, bytes.length).text();
    }
}
