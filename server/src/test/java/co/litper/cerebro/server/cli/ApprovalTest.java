package co.litper.cerebro.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Proposals that wait for a person, from the import of a novedad to the file that carries the approved action. */
class ApprovalTest {
    private static final String HEADER =
            "telefono,numero_de_guia,estatus,ciudad_de_destino,transportadora,novedad,fecha_de_ultimo_movimiento,valor_facturado\n";

    @TempDir
    private Path folder;

    private Terminal terminal = new Terminal(Path.of("."));
    private String decision = "";

    @BeforeEach
    void aNovedadWaits() throws IOException {
        Path data = Files.createDirectories(folder.resolve("data"));
        StringBuilder settings = new StringBuilder("channel.default = file\nexploration.rate = 0\n");
        for (String action : List.of(
                "ask_address", "ask_time", "ask_cash", "call_customer", "redeliver", "hold_in_office", "escalate")) {
            settings.append("autonomy.").append(action).append(" = approve\n");
        }
        Files.writeString(data.resolve("cerebro.properties"), settings);
        terminal = new Terminal(data);
        ingest("history.csv", "3001234567,110,ENTREGADO,Cali,TCC,,01/03/2026,90000\n");
        ingest("live.csv", "3017654321,111,NOVEDAD,Cali,TCC,DIRECCION ERRADA,10/03/2026,90000\n");
        decision = run("why", "111", "--json").path("decision").asText();
    }

    private void ingest(String name, String row) throws IOException {
        Path file = Files.writeString(folder.resolve(name), HEADER + row);
        assertThat(terminal.run("ingest", file.toString())).as(terminal.err).isZero();
    }

    private JsonNode run(String... args) throws IOException {
        assertThat(terminal.run(args)).as(terminal.err).isZero();
        return new ObjectMapper().readTree(terminal.out);
    }

    private long waiting() throws IOException {
        return run("status", "--json").path("waitingForApproval").asLong();
    }

    private List<String> sent() throws IOException {
        Path file = folder.resolve("data/effects.ndjson");
        return Files.exists(file) ? Files.readAllLines(file) : List.of();
    }

    /** Time passes and the loop looks again. */
    private void later(Duration by) throws IOException {
        terminal.at(Terminal.NOW.plus(by));
        ingest("history.csv", "3001234567,110,ENTREGADO,Cali,TCC,,01/03/2026,90000\n");
    }

    @Test
    void aProposalWaitsAndNothingLeavesUntilAPersonAnswers() throws IOException {
        assertThat(waiting()).isEqualTo(1);
        later(Duration.ofHours(1));

        assertThat(waiting()).isEqualTo(1);
        assertThat(sent()).isEmpty();
    }

    @Test
    void theFirstAnswerCountsTheSecondPersonIsToldWhoAndTheEffectLeavesOnce() throws IOException {
        assertThat(terminal.run("approve", decision, "--by", "ana"))
                .as(terminal.err)
                .isZero();
        assertThat(waiting()).isZero();
        List<String> once = sent();

        assertThat(terminal.run("reject", decision, "--by", "beto")).isEqualTo(CommandLineFace.FAILED);
        assertThat(terminal.err).contains("ana answered first: approved").contains("Nothing changes");
        assertThat(terminal.run("approve", decision, "--by", "beto")).isEqualTo(CommandLineFace.FAILED);
        assertThat(terminal.err).contains("ana");
        later(Duration.ofHours(1));

        assertThat(once).hasSize(1);
        assertThat(sent()).isEqualTo(once);
        assertThat(run("status", "--json").path("unknownEffects").asLong()).isZero();
    }

    @Test
    void whatIsRejectedNeverLeaves() throws IOException {
        assertThat(terminal.run("reject", decision, "--by", "ana"))
                .as(terminal.err)
                .isZero();
        assertThat(terminal.run("approve", decision, "--by", "beto")).isEqualTo(CommandLineFace.FAILED);
        assertThat(terminal.err).contains("ana answered first: rejected");
        later(Duration.ofHours(1));

        assertThat(waiting()).isZero();
        assertThat(sent()).isEmpty();
    }

    @Test
    void whatExpiredCannotBeApprovedAnyMore() throws IOException {
        later(Duration.ofDays(3));

        assertThat(terminal.run("approve", decision)).isEqualTo(CommandLineFace.FAILED);
        assertThat(terminal.err).contains("nothing waits for an answer").contains("Maybe");
        assertThat(sent()).isEmpty();
    }
}
