package co.litper.cerebro.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import co.litper.cerebro.server.http.RunningService.Reply;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What holds for every endpoint, read from the OpenAPI document so that a new one cannot be forgotten. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RoutesTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long SEED = 20_260_302;
    private static final List<String> ROLES = List.of("viewer", "operator", "admin");

    private RunningService service;
    private List<Operation> operations;

    record Operation(String method, String path, JsonNode doc) {
        String role() {
            return doc.path("x-role").asText("");
        }

        String id() {
            return doc.path("operationId").asText();
        }

        boolean isStream() {
            return doc.at("/responses/200/content").has("text/event-stream");
        }
    }

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        service = RunningService.start(folder);
        service.tell(RunningService.issue("r-1", "G1", "3001112233"));
        operations = new ArrayList<>();
        service.get("", "/openapi.json")
                .json()
                .path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(each -> operations.add(new Operation(
                                each.getKey().toUpperCase(Locale.ROOT), path.getKey(), each.getValue()))));
    }

    @AfterAll
    void stop() {
        service.close();
    }

    private static String path(Operation operation, Map<String, String> values) {
        String path = operation.path();
        for (JsonNode p : operation.doc().path("parameters")) {
            if (p.path("in").asText().equals("path")) {
                String name = p.path("name").asText();
                path = path.replace(
                        "{" + name + "}",
                        values.getOrDefault(name, p.path("example").asText()));
            }
        }
        return path;
    }

    private Reply call(Operation operation, String key, String path, String type, String body)
            throws IOException, InterruptedException {
        var request = service.request(key, path);
        if (!type.isEmpty()) {
            request.header("Content-Type", type);
        }
        return service.send(request.method(
                        operation.method(), body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .build());
    }

    @Test
    void theDocumentHoldsExactlyTheRegisteredRoutes() {
        Set<String> documented = new TreeSet<>();
        operations.forEach(o -> documented.add(o.method() + " " + o.path()));

        assertThat(service.registered()).isEqualTo(documented);
        assertThat(documented).hasSizeGreaterThan(40);
    }

    @Test
    void everyIdIsGivenOnceAndEverySchemaNamedIsThere() throws Exception {
        JsonNode document = service.get("", "/openapi.json").json();
        assertThat(operations.stream().map(Operation::id)).doesNotHaveDuplicates();
        document.findValuesAsText("$ref")
                .forEach(ref -> assertThat(document.at(ref.substring(1)).isObject())
                        .as(ref)
                        .isTrue());
    }

    @Test
    void everyRouteAsksForItsRoleAndNoMore() throws Exception {
        for (Operation operation : operations) {
            if (operation.isStream() || operation.role().isEmpty()) {
                continue;
            }
            String path = path(operation, Map.of());
            String type = types(operation).isEmpty() ? "" : types(operation).getFirst();
            assertThat(call(operation, "", path, type, "").status())
                    .as(operation.id())
                    .isEqualTo(401);
            for (String role : ROLES) {
                boolean enough = ROLES.indexOf(role) >= ROLES.indexOf(operation.role());
                Reply reply = call(operation, role + "-all", path, type, "");
                assertThat(reply.code().equals("role-too-low"))
                        .as(role + " at " + operation.id() + ": " + reply.text())
                        .isNotEqualTo(enough);
            }
        }
    }

    @Test
    void onlyWhatPeopleNeedToComeInIsOpen() {
        assertThat(operations.stream().filter(o -> o.role().isEmpty()).map(Operation::path))
                .containsExactlyInAnyOrder(
                        "/",
                        "/assets/page.css",
                        "/assets/page.js",
                        "/api-docs/",
                        "/api-docs/start.js",
                        "/api-docs/swagger-ui-bundle.js",
                        "/api-docs/swagger-ui.css",
                        "/openapi.json",
                        "/health/live",
                        "/health/ready",
                        "/session",
                        "/webhooks/{source}");
    }

    private static List<String> types(Operation operation) {
        List<String> types = new ArrayList<>();
        operation.doc().at("/requestBody/content").fieldNames().forEachRemaining(types::add);
        return types;
    }

    @Test
    void nothingThatIsSentToAnyEndpointMakesItFail() throws Exception {
        Random random = new Random(SEED);
        int calls = 0;
        for (Operation operation : operations) {
            if (operation.isStream()) {
                continue;
            }
            for (int round = 0; round < 12; round++) {
                String path = path(operation, nastyParts(operation, random, round)) + query(operation, random, round);
                List<String> types = types(operation);
                String type = types.isEmpty() ? "" : types.get(random.nextInt(types.size()));
                String body = types.isEmpty() ? "" : Nasty.body(random);
                Reply reply = call(operation, "admin-all", path, type, body);
                calls++;
                boolean stopped = reply.status() == 503 && operation.id().equals("getReady");
                assertThat(reply.status() < 500 || stopped)
                        .as("seed " + SEED + ": " + operation.method() + " " + path + " " + type + " "
                                + body.substring(0, Math.min(200, body.length())) + " -> " + reply.text())
                        .isTrue();
                if (reply.status() >= 400) {
                    assertThat(reply.code())
                            .as(operation.id() + " " + reply.text())
                            .isNotEmpty();
                    assertThat(reply.header("Content-Type")).isEqualTo("application/problem+json");
                }
            }
        }
        assertThat(calls).isGreaterThan(400);
    }

    private static Map<String, String> nastyParts(Operation operation, Random random, int round) {
        Map<String, String> values = new java.util.TreeMap<>();
        for (JsonNode p : operation.doc().path("parameters")) {
            if (p.path("in").asText().equals("path") && round > 0) {
                values.put(p.path("name").asText(), Nasty.part(random));
            }
        }
        return values;
    }

    private static String query(Operation operation, Random random, int round) {
        StringBuilder query = new StringBuilder();
        for (JsonNode p : operation.doc().path("parameters")) {
            if (p.path("in").asText().equals("query") && random.nextBoolean()) {
                String value = round % 2 == 0 ? p.path("example").asText() : Nasty.part(random);
                query.append(query.isEmpty() ? "?" : "&")
                        .append(p.path("name").asText())
                        .append('=')
                        .append(value);
            }
        }
        return query.toString();
    }

    @Test
    void whatIsAnsweredIsWhatTheDocumentSays() throws Exception {
        JsonNode document = service.get("", "/openapi.json").json();
        int checked = 0;
        for (Operation operation : operations) {
            JsonNode schema = operation.doc().at("/responses/200/content/application~1json/schema");
            if (!operation.method().equals("GET") || !schema.has("$ref")) {
                continue;
            }
            Reply reply = service.get("admin-all", path(operation, Map.of("decision", decision(), "id", "G1")));
            if (reply.status() == 404
                    && Set.of("getCustomer", "getDeadLetter", "getImport").contains(operation.id())) {
                continue;
            }
            assertThat(reply.status()).as(operation.id() + reply.text()).isEqualTo(200);
            assertThat(problems(document, schema.path("$ref").asText(), reply.json()))
                    .as(operation.id() + " " + reply.text())
                    .isEmpty();
            checked++;
        }
        assertThat(checked).isGreaterThan(15);
    }

    private String decision() throws IOException, InterruptedException {
        return service.get("viewer", "/api/v1/decisions")
                .json()
                .at("/items/0/decision")
                .asText();
    }

    private static List<String> problems(JsonNode document, String ref, JsonNode value) throws IOException {
        var wrapped = JSON.createObjectNode();
        wrapped.put("$ref", ref);
        wrapped.set("components", document.path("components"));
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(JSON.writeValueAsString(wrapped), InputFormat.JSON);
        return schema.validate(JSON.writeValueAsString(value), InputFormat.JSON).stream()
                .map(String::valueOf)
                .toList();
    }
}
