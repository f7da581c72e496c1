package co.litper.cerebro.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import co.litper.cerebro.server.Goldens;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From an export to an answer, in both languages. */
class AskCommandTest {
    private static final String WHY = "¿Por qué los envíos a Pasto tienen más retrasos?";
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final List<String> CITIES = List.of("Bogotá", "Medellín", "Cali", "Pasto");
    private static final List<String> CARRIERS = List.of("Coordinadora", "Envía", "TCC");

    /** Before the present month, so that every promise has passed at {@link Terminal#NOW}. */
    private static final LocalDate FIRST = LocalDate.of(2025, 11, 3);

    private static final int DAYS = 100;
    private static final int ROWS = 1_200;

    @TempDir
    private Path folder;

    private Terminal terminal;

    @BeforeEach
    void importHistory() throws IOException {
        terminal = new Terminal(folder.resolve("data"));
        Path file = Files.writeString(folder.resolve("history.csv"), export());
        assertThat(terminal.run("ingest", file.toString())).as(terminal.err).isZero();
    }

    /** What goes to Pasto with Envía takes long; seed 1. */
    private static String export() {
        Random luck = new Random(1);
        StringBuilder rows = new StringBuilder(
                "telefono,numero_de_guia,estatus,ciudad_de_destino,transportadora,novedad,fecha_de_ultimo_movimiento,fecha_de_generacion_de_guia,valor_facturado\n");
        for (int i = 0; i < ROWS; i++) {
            String city = CITIES.get(luck.nextInt(CITIES.size()));
            String carrier = CARRIERS.get(luck.nextInt(CARRIERS.size()));
            LocalDate begun = FIRST.plusDays(luck.nextInt(DAYS));
            boolean slow = city.equals("Pasto") && carrier.equals("Envía") && luck.nextInt(10) < 7;
            LocalDate ended =
                    begun.plusDays(slow || luck.nextInt(12) == 0 ? 14 + luck.nextInt(5) : 2 + luck.nextInt(2));
            rows.append(3_001_000_000L + i)
                    .append(',')
                    .append(9_000_000 + i)
                    .append(",ENTREGADO,")
                    .append(city)
                    .append(',')
                    .append(carrier)
                    .append(",,")
                    .append(DAY.format(ended))
                    .append(',')
                    .append(DAY.format(begun))
                    .append(',')
                    .append(50_000 + 1_000 * luck.nextInt(90))
                    .append('\n');
        }
        return rows.toString();
    }

    private List<String> asked(String language, String question) {
        assertThat(terminal.run("ask", question, "--lang", language))
                .as(terminal.err)
                .isZero();
        return terminal.out.lines().toList();
    }

    @Test
    void theAnswersReadAsTheyWereApprovedInBothLanguages() {
        Goldens.check("ask_why_es.txt", asked("es", WHY));
        Goldens.check("ask_why_en.txt", asked("en", WHY));
        Goldens.check("ask_carrier_es.txt", asked("es", "¿Con qué transportadora mando a Pasto?"));
        Goldens.check("ask_compare_en.txt", asked("en", "Compare Envía and TCC in Pasto"));
        Goldens.check("ask_whatif_es.txt", asked("es", "¿Qué pasaría si mando todo lo de Pasto con TCC?"));
        Goldens.check("ask_refused_es.txt", asked("es", "¿Por qué hay tantas devoluciones en Leticia?"));
    }

    @Test
    void programsGetTheCauseItsNumbersAndShipmentsToLookAt() throws IOException {
        assertThat(terminal.run("ask", WHY, "--json")).as(terminal.err).isZero();
        JsonNode json = new ObjectMapper().readTree(terminal.out);
        assertThat(json.path("kind").asText()).isEqualTo("why");
        assertThat(json.path("answered").asBoolean()).isTrue();
        assertThat(json.at("/causes/0/0/level").asText()).isEqualTo("52001");
        assertThat(json.at("/causes/0/1/level").asText()).isEqualTo("ENVIA");
        JsonNode cause = json.path("none");
        for (JsonNode step : json.path("steps")) {
            cause = step.path("kind").asText().equals("cause") ? step : cause;
        }
        assertThat(cause.path("low").asDouble()).isGreaterThan(0.3);
        assertThat(cause.path("n").asLong()).isGreaterThan(50);
        assertThat(cause.path("shipments").size()).isEqualTo(3);
        assertThat(terminal.run("why", cause.at("/shipments/0").asText()))
                .as(terminal.err)
                .isZero();
    }

    @Test
    void withoutAStoreThereIsNothingToAsk() {
        assertThat(new Terminal(folder.resolve("nothing")).run("ask", WHY)).isEqualTo(2);
    }
}
