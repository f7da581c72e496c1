package co.litper.cerebro.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import co.litper.cerebro.server.http.route.Code;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The pages for integrators and operators say what is so. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DocumentsTest {
    private static final Path REFERENCE = Path.of("..", "docs", "reference");

    private RunningService service;

    @BeforeAll
    void start(@TempDir Path folder) {
        service = RunningService.start(folder);
    }

    @AfterAll
    void stop() {
        service.close();
    }

    private static Set<String> found(String pattern, String text) {
        return Pattern.compile(pattern, Pattern.MULTILINE)
                .matcher(text)
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void everyMetricIsExplainedAndEveryExplainedOneIsThere() throws Exception {
        service.tell(RunningService.issue("m-1", "G1", "3001112233"));
        Set<String> exposed = found(
                "^# TYPE ([a-z0-9_]+) (?:gauge|counter|histogram|summary)$",
                service.get("viewer", "/metrics").text());
        exposed.removeIf(name -> name.endsWith("_max") && !name.contains("bytes")); // the histogram's own maximum
        Set<String> told = found("^\\| `([a-z0-9_]+)` \\|", Files.readString(REFERENCE.resolve("metrics.md")));

        assertThat(exposed).isEqualTo(told);
    }

    @Test
    void everyProblemIsExplained() throws IOException {
        Set<String> told = found("^\\| `([a-z-]+)` \\| [0-9v]", Files.readString(REFERENCE.resolve("http.md")));
        Set<String> known = Arrays.stream(Code.values()).map(Code::wire).collect(Collectors.toCollection(TreeSet::new));

        assertThat(told).isEqualTo(known);
    }
}
