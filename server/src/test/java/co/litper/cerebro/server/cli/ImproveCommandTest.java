package co.litper.cerebro.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import co.litper.cerebro.Subjects;
import co.litper.cerebro.event.SystemEvent.ConfigurationChanged;
import co.litper.cerebro.server.Installation;
import co.litper.cerebro.server.config.Configuration;
import co.litper.cerebro.server.config.Wiring;
import co.litper.cerebro.world.Clock;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImproveCommandTest {
    @TempDir
    Path folder;

    private Terminal terminal = new Terminal(Path.of("nowhere"));

    @BeforeEach
    void open() {
        terminal = new Terminal(folder);
        installation().close();
    }

    private Installation installation() {
        return Installation.open(Wiring.setup(Configuration.defaults(), folder, Clock.fixed(Terminal.NOW)));
    }

    @Test
    void anEmptyLogIsOneClearLineInBothLanguages() {
        assertThat(terminal.run("improve")).isZero();
        assertThat(terminal.out.strip().lines()).hasSize(1);
        assertThat(terminal.out).contains("nothing to learn from yet");
        assertThat(terminal.run("improve", "--lang", "es")).isZero();
        assertThat(terminal.out).contains("todavía no hay de qué aprender");
        assertThat(terminal.run("improve", "history")).isZero();
        assertThat(terminal.out).contains("No change has been proposed yet");
        assertThat(terminal.run("improve", "run", "--json")).isZero();
        assertThat(terminal.out).contains("\"mode\":\"propose\"").contains("\"opportunities\":[");
    }

    @Test
    void anAnswerToNothingSaysSo() {
        assertThat(terminal.run("improve", "apply", "7")).isEqualTo(CommandLineFace.FAILED);
        assertThat(terminal.err).contains("7: no change has that number");
    }

    /** A proposal as the log holds it. */
    private void propose() throws Exception {
        String text =
                "1|exploration.rate|0.02|0.01|WAITING|" + Terminal.NOW.toEpochMilli() + "|0|5000.0|-100.0|10000.0|0.7";
        try (Installation installation = installation()) {
            installation
                    .submitOwn("p1", Subjects.SYSTEM, new ConfigurationChanged("improvement.1", text, "test"))
                    .get();
        }
    }

    @Test
    void aChangeIsAppliedSurvivesAStartAndIsTakenBackWithOneCommand() throws Exception {
        propose();

        assertThat(terminal.run("improve", "apply", "1")).isZero();
        assertThat(terminal.out).contains("exploration.rate: 0.02 → 0.01").contains("applied, being measured");
        assertThat(terminal.run("improve", "run")).isZero(); // opens anew: nothing sets it back
        assertThat(terminal.run("improve", "history", "--json")).isZero();
        assertThat(terminal.out).contains("\"status\":\"applied\"");
        assertThat(terminal.run("improve", "revert", "1")).isZero();
        assertThat(terminal.out).contains("reverted");
        assertThat(terminal.run("improve", "revert", "1")).isEqualTo(CommandLineFace.FAILED);
        assertThat(terminal.err).contains("not in force");
    }

    @Test
    void whatTheConfigurationFixesIsNotChanged() throws Exception {
        propose();
        Files.writeString(folder.resolve("cerebro.properties"), "exploration.rate = 0.02\n");

        assertThat(terminal.run("improve", "apply", "1")).isEqualTo(CommandLineFace.FAILED);
        assertThat(terminal.err).contains("fixed the value");
    }
}
