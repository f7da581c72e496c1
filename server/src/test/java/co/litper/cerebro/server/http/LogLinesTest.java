package co.litper.cerebro.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import co.litper.cerebro.server.http.observe.ServiceLog;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the service writes down of calls. */
class LogLinesTest {
    private static final String PHONE = "3001112233";

    private final ByteArrayOutputStream written = new ByteArrayOutputStream();

    @AfterEach
    void silence() {
        ServiceLog.silence();
    }

    private List<JsonNode> lines() throws Exception {
        List<JsonNode> lines = new ArrayList<>();
        for (String line : written.toString(StandardCharsets.UTF_8).lines().toList()) {
            lines.add(new ObjectMapper().readTree(line));
        }
        return lines;
    }

    @Test
    void eachCallIsOneObjectWithFieldsAndNoneTellsOfAPerson(@TempDir Path folder) throws Exception {
        try (RunningService service = RunningService.start(folder)) {
            ServiceLog.writeTo(new PrintStream(written, true, StandardCharsets.UTF_8), true);
            service.post(
                    "operator",
                    "/api/v1/events",
                    "application/cloudevents+json",
                    RunningService.issue("l-1", "G1", PHONE),
                    Map.of("X-Request-Id", "call-1"));
            service.call("POST", "operator", "/api/v1/customers/lookup", "{\"phone\":\"" + PHONE + "\"}");
            service.get("operator", "/api/v1/shipments/" + PHONE);
            service.get("operator", "/api/v1/decisions?x=" + PHONE);
            service.get("Ana" + PHONE, "/api/v1/me");
            service.tell("{\"specversion\":\"1.0\",\"id\":\"" + PHONE + "\",\"data\":\"Ana\"}");
        }
        List<JsonNode> lines = lines();
        assertThat(lines).hasSizeGreaterThanOrEqualTo(6);
        JsonNode first = lines.getFirst();
        assertThat(first.path("operation").asText()).isEqualTo("postEvents");
        assertThat(first.path("status").asInt()).isEqualTo(200);
        assertThat(first.path("ms").isNumber()).isTrue();
        assertThat(first.path("key").asText()).isEqualTo("k-operator");
        assertThat(first.path("call").asText()).isEqualTo("call-1");
        assertThat(written.toString(StandardCharsets.UTF_8))
                .doesNotContain(PHONE)
                .doesNotContain("Ana");
    }

    @Test
    void aFailureIsWrittenWithItsPlaceAndWithoutTheWordsOfOthers() throws Exception {
        ServiceLog.writeTo(new PrintStream(written, true, StandardCharsets.UTF_8), false);
        ServiceLog.failed(
                "call-2",
                co.litper.cerebro.server.http.route.Code.INTERNAL,
                new IllegalStateException("could not read Ana " + PHONE));

        JsonNode line = lines().getFirst();
        assertThat(line.path("level").asText()).isEqualTo("SEVERE");
        assertThat(line.path("call").asText()).isEqualTo("call-2");
        assertThat(line.path("code").asText()).isEqualTo("internal");
        assertThat(line.path("error").asText())
                .startsWith("java.lang.IllegalStateException < ")
                .contains("LogLinesTest")
                .doesNotContain(PHONE);
    }
}
