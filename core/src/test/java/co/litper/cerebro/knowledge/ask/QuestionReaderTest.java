package co.litper.cerebro.knowledge.ask;

import static org.assertj.core.api.Assertions.assertThat;

import co.litper.cerebro.logistics.CityDirectory;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuestionReaderTest {
    private final CaseTable table = Shipments.of(1, 600, p -> false).build();
    private final QuestionReader reader = new QuestionReader(table, CityDirectory.packaged());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "¿Por qué los envíos a Pasto tienen más retrasos?|WHY|LATE",
                "a que se deben tantas devoluciones|WHY|RETURNED",
                "Compara Envía y TCC en Cali|COMPARE|LATE",
                "¿Cómo van los retrasos?|TREND|LATE",
                "¿Con qué transportadora mando a Cali?|WHICH_CARRIER|LATE",
                "¿Qué funcionó para dirección errada?|WHAT_WORKED|ISSUE",
                "¿Qué pasaría si mando todo lo de Pasto con TCC?|WHAT_IF|LATE",
                "¿Qué casos parecidos hay a la guía 24000123?|SIMILAR|LATE",
                "¿Cuántos envíos llegaron tarde este mes?|HOW_MANY|LATE",
                "¿Dónde hay más novedades?|WHERE|ISSUE",
                "¿Qué día se retrasan más los envíos?|WHEN|LATE",
                "¿Quién entrega más tarde?|WHO|LATE",
                "¿Cuál es la peor ciudad en devoluciones?|EXTREME|RETURNED",
                "¿Es normal este nivel de retrasos?|UNUSUAL|LATE",
                "¿Cuántas devoluciones se esperan la próxima semana?|FORECAST|RETURNED",
                "¿Qué cambió este mes?|WHAT_CHANGED|LATE",
                "Why do shipments to Cali arrive late?|WHY|LATE",
                "¿Quién ganó las elecciones?|OTHER|LATE"
            })
    void theKindAndTheMeasureAreRead(String question, QuestionKind kind, Measure measure) {
        Inquiry inquiry = reader.read(question);
        assertThat(inquiry.kind()).isEqualTo(kind);
        assertThat(inquiry.measure()).isEqualTo(measure);
    }

    @Test
    void namesAreFoundWithoutAccentsAndWithALetterWrong() {
        assertThat(reader.read("por que se demoran los pedidos a BARANQUILLA con coordinadra los viernes")
                        .named())
                .containsExactly(
                        new Condition(Factor.CITY, "08001"),
                        new Condition(Factor.CARRIER, "COORDINADORA"),
                        new Condition(Factor.WEEKDAY, "5"));
        assertThat(reader.read("¿Por qué hay devoluciones de cosmeticos?").named())
                .containsExactly(new Condition(Factor.PRODUCT, "Cosméticos"));
    }

    @Test
    void theCarrierEnviaIsNotTheVerb() {
        assertThat(reader.read("¿Por qué se envia tarde a Cali?").named())
                .containsExactly(new Condition(Factor.CITY, "76001"));
        assertThat(reader.read("¿Por qué Envía llega tarde a Cali?").named())
                .contains(new Condition(Factor.CARRIER, "ENVIA"));
    }

    @Test
    void periodsAreReadFromTheDayOfTheQuestion() {
        assertThat(reader.read("¿Cuántos envíos hubo en los últimos 30 días?").from())
                .isEqualTo(LocalDate.ofEpochDay(table.today()).minusDays(29));
        Inquiry march = reader.read("¿Por qué hubo tantos retrasos en marzo?");
        assertThat(march.from()).isEqualTo(LocalDate.of(2026, 3, 1));
        assertThat(march.to()).isEqualTo(LocalDate.of(2026, 3, 31));
    }
}
