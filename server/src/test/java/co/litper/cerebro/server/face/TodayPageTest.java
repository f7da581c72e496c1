package co.litper.cerebro.server.face;

import static org.assertj.core.api.Assertions.assertThat;

import co.litper.cerebro.server.http.RunningService;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tiles of Today before there is anything to tell. */
class TodayPageTest {
    @TempDir
    private Path folder;

    @Test
    void aTileWithoutDataCountsNothing() throws Exception {
        try (RunningService service = RunningService.start(folder)) {
            service.tell(RunningService.issue("t-1", "G1", "3001112233"));

            String page = service.get("operator", "/").text();

            assertThat(page).contains("aún no hay datos").contains("Decisiones autónomas al día");
            for (String tile : page.split("<li class=\"tile\">", -1)) {
                if (tile.contains("aún no hay datos")) {
                    assertThat(tile.replaceFirst("(?s)</li>.*", ""))
                            .doesNotContain("caso")
                            .doesNotContain("95 % de");
                }
            }
            assertThat(page).contains("1 novedad abierta, 0 vencidas").contains("0 aprobaciones esperan");
        }
    }
}
