package co.litper.cerebro.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplayCommandTest {
    private static final String ROWS =
            "telefono,numero_de_guia,estatus,ciudad_de_destino,transportadora,novedad,fecha_de_ultimo_movimiento,valor_facturado\n"
                    + "3001234567,110,ENTREGADO,Cali,TCC,,01/03/2026,90000\n";

    @TempDir
    private Path folder;

    private Terminal imported() throws IOException {
        Terminal terminal = new Terminal(folder.resolve("data"));
        Path file = Files.writeString(folder.resolve("history.csv"), ROWS);
        assertThat(terminal.run("ingest", file.toString())).as(terminal.err).isZero();
        return terminal;
    }

    @Test
    void aLogOfThePastAloneHasNothingToReplayAndSaysWhatItLeftOut() throws IOException {
        Terminal terminal = imported();
        assertThat(terminal.run("replay", "--policy", "greedy")).isZero();
        assertThat(terminal.out)
                .contains("Nothing to replay (all of the log): no decision has a known outcome.")
                .contains("1 made in hindsight");

        assertThat(terminal.run("replay", "--policy", "greedy", "--lang", "es")).isZero();
        assertThat(terminal.out).contains("Nada que repetir (todo el registro)");
    }

    @Test
    void everyPolicyCanBeAskedForByName() throws IOException {
        Terminal terminal = imported();
        for (String name : new String[] {
            "logged",
            "greedy",
            "random",
            "cheapest",
            "constants",
            "never-notify",
            "always-notify",
            "current",
            "pause:call_customer"
        }) {
            assertThat(terminal.run("replay", "--policy", name, "--json"))
                    .as(terminal.err)
                    .isZero();
            JsonNode json = new ObjectMapper().readTree(terminal.out);
            assertThat(json.path("policy").asText()).isEqualTo(name);
            assertThat(json.path("questions").size()).isEqualTo(3);
            assertThat(json.path("questions").get(0).path("told").asText()).isEqualTo("assumption");
        }
    }

    @Test
    void whatCannotBeAskedIsToldWithWhatCan() throws IOException {
        Terminal terminal = imported();
        assertThat(terminal.run("replay", "--policy", "gredy")).isEqualTo(2);
        assertThat(terminal.err).contains("gredy").contains("greedy").contains("pause:ACTION");
        assertThat(terminal.run("replay")).isEqualTo(2);
        assertThat(terminal.run("replay", "--policy", "greedy", "--from", "01/03/2026"))
                .isEqualTo(2);
        assertThat(terminal.err).contains("2026-03-01");
        assertThat(terminal.run("replay", "--policy", "greedy", "--from", "2026-03-02", "--to", "2026-03-01"))
                .isEqualTo(2);
        assertThat(terminal.run("replay", "--policy", "greedy", "--question", "price"))
                .isEqualTo(2);
    }

    @Test
    void withoutAStoreThereIsNothingToRead() {
        assertThat(new Terminal(folder).run("replay", "--policy", "greedy")).isEqualTo(2);
    }
}
