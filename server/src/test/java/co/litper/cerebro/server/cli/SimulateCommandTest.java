package co.litper.cerebro.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command on worlds of a few days. */
class SimulateCommandTest {
    private static final String[] SMALL = {
        "simulate", "--days", "6", "--warmup", "2", "--orders-per-day", "8", "--worlds", "2", "--json", "--policies"
    };

    @TempDir
    Path folder;

    private String run(String players, String... more) {
        Terminal terminal = new Terminal(folder);
        String[] args = new String[SMALL.length + 1 + more.length];
        System.arraycopy(SMALL, 0, args, 0, SMALL.length);
        args[SMALL.length] = players;
        System.arraycopy(more, 0, args, SMALL.length + 1, more.length);
        assertThat(terminal.run(args)).as(terminal.err).isZero();
        return terminal.out;
    }

    @Test
    void theSameSeedGivesTheSameBytesWhateverTheThreads() throws IOException {
        String one = run("random,cerebro-warm,oracle", "--threads", "1");
        String two = run("random,cerebro-warm,oracle", "--threads", "2");
        String other = run("random,cerebro-warm,oracle", "--seed", "9");

        assertThat(two).isEqualTo(one);
        assertThat(other).isNotEqualTo(one);
        JsonNode json = new ObjectMapper()
                .readTree(one.lines().reduce((_, last) -> last).orElseThrow());
        assertThat(json.at("/bench").asText()).isEqualTo("simulate");
        assertThat(json.at("/ours/decisionPrecision").isMissingNode()).isFalse();
        assertThat(json.at("/ours/marginCopLow").asDouble())
                .isLessThan(json.at("/ours/marginCop").asDouble());
        assertThat(json.at("/ceiling/oracle/regretCop").asDouble()).isZero();
        assertThat(json.at("/floor/random/violations").asInt()).isZero();
        assertThat(json.at("/seeds/1").asInt()).isEqualTo(2);
    }

    @Test
    void aWorldIsPrintedAndReadAgain() throws IOException {
        Terminal terminal = new Terminal(folder);
        assertThat(terminal.run("simulate", "--print-world", "--seed", "3")).isZero();
        Path file = Files.writeString(folder.resolve("mundo.properties"), terminal.out);
        assertThat(terminal.run("simulate", "--print-world", "--world", file.toString()))
                .isZero();
        assertThat(Files.readString(file)).isEqualTo(terminal.out);
    }

    @Test
    void whatIsAskedWronglyIsToldWithWhatToTry() throws IOException {
        Terminal terminal = new Terminal(folder);
        assertThat(terminal.run("simulate", "--policies", "genius")).isEqualTo(CommandLineFace.USAGE);
        assertThat(terminal.err).contains("genius").contains("cerebro-warm");
        assertThat(terminal.run("simulate", "--days", "0")).isEqualTo(CommandLineFace.USAGE);
        Path file = Files.writeString(folder.resolve("w"), "no.such.key = 1\n");
        assertThat(terminal.run("simulate", "--world", file.toString())).isEqualTo(CommandLineFace.USAGE);
        assertThat(terminal.err).contains("no.such.key");
    }
}
