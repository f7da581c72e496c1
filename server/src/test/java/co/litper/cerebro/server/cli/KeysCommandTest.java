package co.litper.cerebro.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import co.litper.cerebro.server.demo.DemoColumns;
import co.litper.cerebro.server.demo.DemoExport;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeysCommandTest {
    @TempDir
    private Path folder;

    private Terminal terminal = new Terminal(Path.of("nowhere"));

    @BeforeEach
    void open() {
        terminal = new Terminal(folder.resolve("data"));
    }

    private JsonNode json() throws IOException {
        return new ObjectMapper().readTree(terminal.out);
    }

    @Test
    void aKeyIsShownOnceListedAndRevoked() throws IOException {
        assertThat(terminal.run("keys", "create", "--label", "n8n", "--role", "operator", "--json"))
                .as(terminal.err)
                .isZero();
        JsonNode made = json();
        String id = made.path("id").asText();
        assertThat(made.path("token").asText()).startsWith("crb_" + id);
        assertThat(made.path("merchant").asText()).isEqualTo("principal");

        assertThat(terminal.run("keys", "list")).isZero();
        assertThat(terminal.out)
                .contains(id)
                .contains("operator")
                .contains("active")
                .doesNotContain(made.path("token").asText());
        assertThat(terminal.run("keys", "revoke", id)).isZero();
        assertThat(terminal.run("keys", "list", "--json")).isZero();
        assertThat(json().path("state").asText()).isEqualTo("revoked");
        assertThat(terminal.run("keys", "revoke", id)).isZero();
        assertThat(terminal.out).contains("was revoked before");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "keys create --label x --role boss|There is no role 'boss'. Maybe one of: viewer, operator, admin",
                "keys create --label x --role admin --expires tomorrow|neither 90d nor a date",
                "keys create --label x --role admin --expires 2020-01-31|not after now",
                "keys create --role admin|Something is missing",
                "audit --verify --expect 5|N:HEAD is wanted"
            })
    void whatIsAskedWronglyIsTold(String command, String told) {
        terminal.run("keys", "create", "--label", "first", "--role", "viewer");
        assertThat(terminal.run(command.split(" "))).isEqualTo(CommandLineFace.USAGE);
        assertThat(terminal.err).contains(told);
    }

    @Test
    void anUnknownKeyCannotBeRevokedAndMakesNoFolder() {
        assertThat(terminal.run("keys", "revoke", "0123456789ab")).isEqualTo(CommandLineFace.FAILED);
        assertThat(terminal.err).contains("There is no key");
        assertThat(folder.resolve("data")).doesNotExist();
    }

    @Test
    void everyActStandsInTheTrailAndAHeadNotedEarlierIsFoundAgain() throws IOException {
        terminal.run("keys", "create", "--label", "a", "--role", "viewer", "--expires", "90d");
        assertThat(terminal.run("audit", "--verify", "--json")).isZero();
        String head = json().path("acts").asText() + ":" + json().path("head").asText();
        terminal.run("keys", "create", "--label", "b", "--role", "admin", "--all-merchants");

        assertThat(terminal.run("audit")).isZero();
        assertThat(terminal.out.lines())
                .hasSize(2)
                .first()
                .asString()
                .startsWith("2  2026-03-10T15:00:00Z  cli  key.create  key:")
                .contains("done admin *");
        assertThat(terminal.run("audit", "--expect", head)).isZero();
        Files.copy(folder.resolve("data/vault.key"), folder.resolve("kept"));
        for (String file : new String[] {"access.db", "access.db-wal", "access.db-shm"}) {
            Files.deleteIfExists(folder.resolve("data").resolve(file));
        }
        terminal.run("keys", "create", "--label", "c", "--role", "viewer");
        assertThat(terminal.run("audit", "--verify")).isZero();
        assertThat(terminal.run("audit", "--expect", head)).isEqualTo(CommandLineFace.FAILED);
        assertThat(terminal.out).contains("TOUCHED").contains("older backup");
    }

    @Test
    void whatTheCommandLineDoesStandsInTheTrail() throws IOException {
        Path export = folder.resolve("export.csv");
        DemoExport.of(3, Terminal.NOW, 20).write(export, DemoColumns.ORDERS);
        terminal.run("ingest", export.toString());

        assertThat(terminal.run("pause", "call_customer")).as(terminal.err).isZero();
        assertThat(terminal.run("resume", "call_customer")).as(terminal.err).isZero();
        assertThat(terminal.run("erase", "--phone", "3001234567"))
                .as(terminal.err)
                .isZero();

        assertThat(terminal.run("audit")).isZero();
        assertThat(terminal.out)
                .contains("cli  action.pause  call_customer  done")
                .contains("cli  action.resume  call_customer  done")
                .contains("cli  customer.erase  ")
                .doesNotContain("3001234567");
    }
}
