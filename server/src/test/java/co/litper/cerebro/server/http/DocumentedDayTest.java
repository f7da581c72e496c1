package co.litper.cerebro.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A client that knows nothing but docs/reference/http.md does the day's work that the page shows, in curl and in Java. */
class DocumentedDayTest {
    private static final Path PAGE = Path.of("..", "docs", "reference", "http.md");
    private static final int PATIENCE_MIN = 5;

    @TempDir
    private Path folder;

    private static List<String> blocks(String language) throws IOException {
        String page = Files.readString(PAGE);
        String day = page.substring(page.indexOf("## A day's work"), page.indexOf("## Events in"));
        return Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL)
                .matcher(day)
                .results()
                .map((MatchResult block) -> block.group(1))
                .toList();
    }

    /** Runs a program in a folder of its own; returns what it said, or fails with it. */
    private String run(RunningService service, String... command) throws IOException, InterruptedException {
        Path said = folder.resolve("said");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(Files.createDirectories(folder.resolve("work")).toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile());
        String address = service.address().toString();
        builder.environment()
                .putAll(Map.of(
                        "URL",
                        address.substring(0, address.length() - 1),
                        "KEY",
                        "operator",
                        "ADMIN",
                        "admin-all",
                        "SECRET",
                        RunningService.SECRET));
        Process process = builder.start();
        boolean over = process.waitFor(PATIENCE_MIN, TimeUnit.MINUTES);
        if (!over) {
            process.destroyForcibly();
        }
        String text = Files.readString(said, StandardCharsets.UTF_8);
        assertThat(over && process.exitValue() == 0).as(text).isTrue();
        return text;
    }

    @Test
    void theDayThatThePageShowsIsDoneAsItStandsThere() throws Exception {
        try (RunningService service = RunningService.start(folder.resolve("data"))) {
            String script = "set -eu\n" + String.join("\necho\n", blocks("sh"));
            String said = run(service, "sh", "-c", script);

            assertThat(said)
                    .contains("\"status\":\"recorded\"")
                    .contains("\"line\":2")
                    .contains("\"state\":\"done\"")
                    .contains("7001")
                    .contains("\"approved\":true")
                    .contains("answered-before")
                    .contains("\"allPaused\":true")
                    .contains("event: decision");
            assertThat(folder.resolve("work").resolve("lista.xlsx")).isNotEmptyFile();
            assertThat(Files.readString(folder.resolve("work").resolve("import.json")))
                    .contains("\"rows\":1")
                    .contains("\"refused\":0");
            JsonNode parcel = service.get("viewer", "/api/v1/shipments/7001").json();
            assertThat(parcel.path("state").asText()).isEqualTo("OUT_FOR_DELIVERY");
            assertThat(service.get("viewer", "/api/v1/shipments/7100")
                            .json()
                            .path("state")
                            .asText())
                    .isEqualTo("DELIVERED");
            assertThat(service.get("viewer", "/api/v1/autonomy")
                            .json()
                            .path("allPaused")
                            .asBoolean())
                    .isFalse();

            Path program =
                    Files.writeString(folder.resolve("Day.java"), blocks("java").getFirst());
            String address = service.address().toString();
            String java =
                    Path.of(System.getProperty("java.home"), "bin", "java").toString();
            String told =
                    run(service, java, program.toString(), address.substring(0, address.length() - 1), "operator");

            assertThat(told).startsWith("200 ").contains("\"DELIVERED\"").endsWith("304\n");
            assertThat(service.get("viewer", "/api/v1/shipments/7001")
                            .json()
                            .path("state")
                            .asText())
                    .isEqualTo("DELIVERED");
        }
    }
}
