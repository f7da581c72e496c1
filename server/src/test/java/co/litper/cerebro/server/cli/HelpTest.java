package co.litper.cerebro.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class HelpTest {
    @Test
    void everyCommandOfTheProductExplainsItself() {
        Terminal terminal = new Terminal(Path.of("nowhere"));
        for (String command : List.of(
                "ingest",
                "status",
                "approve",
                "reject",
                "pause",
                "resume",
                "deadletters",
                "erase",
                "rebuild",
                "doctor",
                "config")) {
            assertThat(terminal.run(command, "--help")).as(command).isZero();
            assertThat(terminal.out).contains("cerebro " + command).contains("--data-dir");
        }
    }
}
