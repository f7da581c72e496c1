package co.litper.cerebro.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import co.litper.cerebro.server.access.Caller;
import co.litper.cerebro.server.access.Role;
import co.litper.cerebro.server.access.UserRequest;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    private static final String PASSWORD = "una frase bien larga";
    private static final List<String> ROLES = List.of("viewer", "operator", "admin");

    private RunningService service;
    private List<Operation> operations;
    private int sessions;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        service = RunningService.start(folder);
        service.tell(RunningService.issue("r-1", "G1", "3001112233"));
        operations = Operation.of(service.get("", "/openapi.json").json());
    }

    @AfterAll
    void stop() {
        service.close();
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
            String path = operation.filled(Map.of());
            String type = operation.types().isEmpty() ? "" : operation.types().getFirst();
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

    /** A cookie of somebody with this role who signed in. */
    private String signIn(Role role) throws IOException, InterruptedException {
        String name = "sesion-" + role.wire() + "-" + sessions++;
        service.users().add(new UserRequest(name, PASSWORD, role, Optional.empty()), Caller.LOCAL, "");
        return service.send(service.request("", "/login")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Origin", own())
                        .POST(BodyPublishers.ofString("name=" + name + "&password=" + PASSWORD.replace(' ', '+')))
                        .build())
                .header("Set-Cookie")
                .replaceFirst(";.*", "");
    }

    private String own() {
        return service.address().toString().replaceFirst("/$", "");
    }

    private Reply withCookie(Operation operation, String cookie, String origin)
            throws IOException, InterruptedException {
        var request = service.request("", operation.filled(Map.of())).header("Cookie", cookie);
        if (!origin.isEmpty()) {
            request.header("Origin", origin);
        }
        if (!operation.types().isEmpty()) {
            request.header("Content-Type", operation.types().getFirst());
        }
        return service.send(
                request.method(operation.method(), BodyPublishers.noBody()).build());
    }

    @Test
    void aSessionOfALowerRoleOpensNoRouteThatAsksForMore() throws Exception {
        int refused = 0;
        for (Role role : Role.values()) {
            String cookie = signIn(role);
            for (Operation operation : operations) {
                if (ROLES.indexOf(role.wire()) < ROLES.indexOf(operation.role())) {
                    Reply reply = withCookie(operation, cookie, own());
                    assertThat(reply.code()).as(role + " at " + operation.id()).isEqualTo("role-too-low");
                    assertThat(reply.status()).as(operation.id()).isEqualTo(403);
                    refused++;
                }
            }
        }
        assertThat(refused).isGreaterThan(60);
    }

    @Test
    void aForeignPageCanActAtNoRouteThroughTheCookieOfAnAdmin() throws Exception {
        String admin = signIn(Role.ADMIN);
        int refused = 0;
        for (Operation operation : operations) {
            if (operation.method().equals("GET") || operation.role().isEmpty()) {
                continue;
            }
            for (String origin : List.of("https://evil.example", "null", own() + ".evil.example", "")) {
                Reply reply = withCookie(operation, admin, origin);
                assertThat(reply.code())
                        .as(operation.id() + " from '" + origin + "'")
                        .isEqualTo("foreign-page");
                refused++;
            }
        }
        assertThat(refused).isGreaterThan(100);
    }

    @Test
    void aSessionThatIsForgedOrEndedOpensNoRoute() throws Exception {
        String ended = signIn(Role.ADMIN);
        String value = ended.substring(ended.indexOf('=') + 1);
        service.send(service.request("", "/session")
                .header("Cookie", ended)
                .header("Origin", own())
                .DELETE()
                .build());
        String flipped = value.substring(0, value.length() - 1) + (value.endsWith("A") ? "B" : "A");
        for (Operation operation : operations) {
            if (operation.role().isEmpty() || operation.isStream()) {
                continue;
            }
            for (String forged : List.of(value, flipped, value.substring(1), "admin", "", "../../etc/passwd")) {
                Reply reply = withCookie(operation, ended.substring(0, ended.indexOf('=') + 1) + forged, own());
                assertThat(reply.status())
                        .as(operation.id() + " with " + forged)
                        .isEqualTo(401);
            }
        }
    }

    @Test
    void onlyWhatPeopleNeedToComeInIsOpen() {
        assertThat(operations.stream().filter(o -> o.role().isEmpty()).map(Operation::path))
                .containsExactlyInAnyOrder(
                        "/login",
                        "/login",
                        "/welcome",
                        "/welcome",
                        "/preferences",
                        "/assets/face.css",
                        "/assets/face.js",
                        "/assets/charts.js",
                        "/assets/icon.svg",
                        "/assets/htmx.js",
                        "/assets/sse.js",
                        "/assets/echarts.js",
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

    @Test
    void whatIsAnsweredIsWhatTheDocumentSays() throws Exception {
        JsonNode document = service.get("", "/openapi.json").json();
        int checked = 0;
        for (Operation operation : operations) {
            JsonNode schema = operation.doc().at("/responses/200/content/application~1json/schema");
            if (!operation.method().equals("GET") || !schema.has("$ref")) {
                continue;
            }
            Reply reply = service.get("admin-all", operation.filled(Map.of("decision", decision(), "id", "G1")));
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

    @Test
    void aQuestionWhoseAnswerTheCallerHasIsAnsweredWithThatAlone() throws Exception {
        for (Operation operation : operations) {
            boolean json = operation
                    .doc()
                    .at("/responses/200/content/application~1json/schema")
                    .has("$ref");
            if (!operation.method().equals("GET") || !json) {
                continue;
            }
            String path = operation.filled(Map.of("decision", decision(), "id", "G1"));
            Reply known = service.get("admin-all", path);
            Reply again = known;
            // A tick of the service's own may fall between two calls, and is news; two do not.
            for (int i = 0; i < 3 && known.status() == 200 && again.status() != 304; i++) {
                known = service.get("admin-all", path);
                again = service.send(service.request("admin-all", path)
                        .header("If-None-Match", known.header("ETag"))
                        .build());
            }
            assertThat(known.status() == 200 ? again.status() : 304)
                    .as(operation.id() + " " + known.raw().headers())
                    .isEqualTo(304);
        }
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
