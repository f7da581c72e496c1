package co.litper.cerebro.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import co.litper.cerebro.server.http.RunningService;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecallCommandTest {
    private static final String RETURNED =
            "{\"guideNumber\":\"G1\",\"rawStatus\":\"DEVOLUCION\",\"state\":\"RETURNED\"}";

    @TempDir
    private Path folder;

    @Test
    void itAnswersWhileAServiceFillsTheMemoryAndAfterwards() throws Exception {
        Terminal terminal = new Terminal(folder);
        try (RunningService service = RunningService.start(folder)) {
            service.tell(RunningService.issue("e1", "G1", "3001234567"));
            service.tell(RunningService.event("e2", "guide.updated", RETURNED));
            service.awaitRemembered();
        }
        try (RunningService service = RunningService.start(folder)) {
            assertThat(service.get("viewer", "/api/v1/recall?text=direccion").status())
                    .isEqualTo(200);

            assertThat(terminal.run("recall", "dirección errada", "--json"))
                    .as(terminal.err)
                    .isZero();
            assertThat(terminal.out).contains("irección errada");
        }
        assertThat(terminal.run("recall", "dirección errada")).as(terminal.err).isZero();
        assertThat(terminal.out).contains("irección errada").contains("events:");
    }
}
