package co.litper.cerebro.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import co.litper.cerebro.server.http.RunningService.Reply;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * Calls every operation of the OpenAPI document with what the document allows, with one thing wrong at a time in each parameter and
 * each part of each body, and with what has nothing to do with it. None may end in a failure of ours.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FuzzTest {
    private static final long SEED = 20_260_302;
    private static final int MOST_BODIES = 150;
    private static final int RANDOM_ROUNDS = 12;

    private RunningService service;
    private JsonNode document;
    private List<Operation> operations;
    private int calls;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        service = RunningService.start(folder);
        service.tell(RunningService.issue("r-1", "G1", "3001112233"));
        document = service.get("", "/openapi.json").json();
        operations = Operation.of(document).stream().filter(o -> !o.isStream()).toList();
    }

    @AfterAll
    void stop() {
        service.close();
    }

    private record Try(String path, String type, byte[] body, Map<String, String> headers) {
        Try(String path) {
            this(path, "", new byte[0], Map.of());
        }
    }

    private void send(Operation operation, Try attempt) throws IOException, InterruptedException {
        HttpRequest.Builder request = service.request("admin-all", attempt.path());
        attempt.headers().forEach(request::header);
        if (!attempt.type().isEmpty()) {
            request.header("Content-Type", attempt.type());
        }
        request.method(
                operation.method(),
                attempt.body().length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(attempt.body()));
        calls++;
        String what = operation.method() + " " + attempt.path() + " " + attempt.type() + " " + attempt.headers() + " "
                + attempt.body().length + " bytes: "
                + new String(attempt.body(), 0, Math.min(300, attempt.body().length), StandardCharsets.UTF_8);
        Reply reply;
        try {
            reply = service.send(request.build());
        } catch (IOException e) {
            throw new AssertionError("no answer to " + what, e);
        }
        String told = what + " -> " + reply.text();
        assertThat(reply.status()).as(told).isLessThan(500);
        if (reply.status() >= 400) {
            assertThat(reply.code()).as(told).isNotEmpty().isNotEqualTo("internal");
            assertThat(reply.header("Content-Type")).isEqualTo("application/problem+json");
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** What a parameter must not be, whatever its schema. */
    private static List<String> wrong(JsonNode schema) {
        List<String> wrong = new ArrayList<>(List.of(
                "",
                " ",
                "-1",
                "0",
                "NaN",
                "1e9",
                "99999999999999999999",
                "true",
                "null",
                "%",
                "\u0000",
                "a\r\nX: y",
                "' OR '1'='1",
                "../../../etc/passwd",
                "{{7*7}}",
                "ñ💥",
                "x".repeat(600),
                "D1",
                "D1.9999",
                "D9".repeat(9)));
        if (schema.has("maximum")) {
            wrong.add(Long.toString(schema.path("maximum").asLong() + 1));
            wrong.add(Long.toString(schema.path("minimum").asLong() - 1));
        }
        return wrong;
    }

    private static String valid(JsonNode parameter) {
        String example = parameter.path("example").asText();
        return example.isEmpty() ? "a" : example;
    }

    @Test
    void whatTheDocumentAllowsIsNeverAFailureOfOurs() throws Exception {
        SchemaValues values = new SchemaValues(document);
        for (Operation operation : operations) {
            StringBuilder query = new StringBuilder();
            for (JsonNode p : operation.parameters("query")) {
                if (!p.path("name").asText().equals("cursor")) {
                    query.append(query.isEmpty() ? "?" : "&")
                            .append(p.path("name").asText())
                            .append('=')
                            .append(encoded(valid(p)));
                }
            }
            List<String> types = operation.types().isEmpty() ? List.of("") : operation.types();
            for (String type : types) {
                JsonNode schema = operation.schema(type);
                byte[] body = schema.isMissingNode()
                        ? new byte[0]
                        : values.valid(schema).toString().getBytes(StandardCharsets.UTF_8);
                send(operation, new Try(operation.filled(Map.of()) + query, type, body, Map.of()));
            }
        }
        assertThat(calls).isGreaterThanOrEqualTo(operations.size());
    }

    @Test
    void oneThingWrongInAnyParameterIsAProblemAtMost() throws Exception {
        for (Operation operation : operations) {
            String type = operation.types().isEmpty() ? "" : operation.types().getFirst();
            for (JsonNode p : operation.doc().path("parameters")) {
                String name = p.path("name").asText();
                for (String wrong : wrong(p.path("schema"))) {
                    Try attempt = switch (p.path("in").asText()) {
                        case "path" -> new Try(operation.filled(Map.of(name, encoded(wrong))));
                        case "query" -> new Try(operation.filled(Map.of()) + "?" + name + "=" + encoded(wrong));
                        default -> header(operation, name, wrong);
                    };
                    send(operation, new Try(attempt.path(), type, attempt.body(), attempt.headers()));
                }
                send(operation, new Try(operation.filled(Map.of()) + "?" + name + "=1&" + name + "=2"));
            }
            send(operation, new Try(operation.filled(Map.of()) + "?nobodyKnowsThis=1"));
        }
        assertThat(calls).isGreaterThan(1_000);
    }

    private static Try header(Operation operation, String name, String wrong) {
        String printable = wrong.replaceAll("[^\\x20-\\x7e]", "?").strip();
        return new Try(operation.filled(Map.of()), "", new byte[0], Map.of(name, printable));
    }

    @Test
    void oneThingWrongInAnyPartOfABodyIsAProblemAtMost() throws Exception {
        SchemaValues values = new SchemaValues(document);
        Random random = new Random(SEED);
        for (Operation operation : operations) {
            for (String type : operation.types()) {
                JsonNode schema = operation.schema(type);
                List<JsonNode> mutants =
                        new ArrayList<>(schema.isMissingNode() ? List.of() : values.mutants(values.valid(schema)));
                java.util.Collections.shuffle(mutants, random);
                for (JsonNode mutant : mutants.subList(0, Math.min(MOST_BODIES, mutants.size()))) {
                    byte[] body = mutant.toString().getBytes(StandardCharsets.UTF_8);
                    send(operation, new Try(operation.filled(Map.of()), type, body, Map.of()));
                }
            }
        }
        assertThat(calls).isGreaterThan(500);
    }

    @Test
    void whatHasNothingToDoWithItIsAProblemAtMost() throws Exception {
        Random random = new Random(SEED);
        for (Operation operation : operations) {
            for (int round = 0; round < RANDOM_ROUNDS; round++) {
                Map<String, String> parts = new LinkedHashMap<>();
                operation
                        .parameters("path")
                        .forEach(p -> parts.put(p.path("name").asText(), Nasty.part(random)));
                StringBuilder query = new StringBuilder();
                for (JsonNode p : operation.parameters("query")) {
                    query.append(query.isEmpty() ? "?" : "&")
                            .append(p.path("name").asText())
                            .append('=')
                            .append(Nasty.part(random));
                }
                List<String> types = operation.types();
                String type = types.isEmpty() ? "text/plain" : types.get(random.nextInt(types.size()));
                byte[] body = Nasty.body(random).getBytes(StandardCharsets.UTF_8);
                send(operation, new Try(operation.filled(parts) + query, type, body, Map.of()));
            }
        }
    }
}
