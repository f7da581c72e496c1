package co.litper.cerebro.server.http.openapi;

import co.litper.cerebro.server.access.Role;
import co.litper.cerebro.server.http.route.ApiProblem;
import co.litper.cerebro.server.http.route.Doc;
import co.litper.cerebro.server.http.route.Json;
import co.litper.cerebro.server.http.route.Route;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** Writes the document that describes the routes. Pure. */
public final class OpenApi {
    private static final String KEY = "key";
    private static final String SCHEMAS = "schemas.json";

    private OpenApi() {}

    /** The document of {@code routes}. */
    public static ObjectNode of(List<Route> routes) {
        ObjectNode document = Json.object().put("openapi", "3.1.0");
        document.putObject("info")
                .put("title", "Cerebro")
                .put("version", "1")
                .put("summary", "Decisions for last-mile logistics.")
                .put(
                        "description",
                        "Every problem is application/problem+json with a stable `code`. Money is whole pesos, times ISO 8601"
                                + " in UTC. POST, PUT and DELETE take an `Idempotency-Key`; events know repeats by their id.")
                .putObject("license")
                .put("name", "Apache-2.0")
                .put("identifier", "Apache-2.0");
        ObjectNode paths = document.putObject("paths");
        for (Route route : routes) {
            paths.withObjectProperty(route.path())
                    .set(route.method().name().toLowerCase(Locale.ROOT), operation(route));
        }
        ObjectNode components = document.putObject("components");
        components.set("schemas", schemas());
        components
                .putObject("securitySchemes")
                .putObject(KEY)
                .put("type", "http")
                .put("scheme", "bearer")
                .put("description", "A key of `cerebro keys create`.");
        return document;
    }

    private static ObjectNode operation(Route route) {
        Doc doc = route.doc();
        ObjectNode operation = Json.object().put("operationId", doc.id()).put("summary", doc.summary());
        operation.putArray("tags").add(doc.tag());
        ArrayNode parameters = operation.putArray("parameters");
        doc.params().forEach(p -> parameters.add(parameter(p)));
        if (route.changes() && !route.is(Route.Trait.KNOWS_REPEATS) && route.needed() != null) {
            parameters.add(parameter(new Doc.Param(
                    Doc.In.HEADER,
                    "Idempotency-Key",
                    "{\"type\":\"string\",\"minLength\":1,\"maxLength\":200}",
                    "4711",
                    "The same call under the same key is done once.")));
        }
        if (!doc.bodies().isEmpty()) {
            ObjectNode body = operation.putObject("requestBody").put("required", true);
            ObjectNode content = body.putObject("content");
            doc.bodies().forEach(each -> content.set(each.type(), media(each.schema())));
        }
        responses(route, operation.putObject("responses"));
        Role needed = route.needed();
        ArrayNode security = operation.putArray("security");
        if (needed != null) {
            security.addObject().putArray(KEY);
            operation.put("x-role", needed.wire());
        }
        return operation;
    }

    private static ObjectNode parameter(Doc.Param p) {
        ObjectNode json = Json.object()
                .put("name", p.name())
                .put("in", p.in().name().toLowerCase(Locale.ROOT))
                .put("required", p.in() == Doc.In.PATH)
                .put("description", p.told());
        json.set("schema", Json.read(p.schema().getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        if (!p.example().isEmpty()) {
            json.put("example", p.example());
        }
        return json;
    }

    private static void responses(Route route, ObjectNode responses) {
        for (Doc.Reply reply : route.doc().replies()) {
            ObjectNode response = responses.withObjectProperty(Integer.toString(reply.status()));
            response.put("description", reply.told());
            if (!reply.type().isEmpty()) {
                response.withObjectProperty("content").set(reply.type(), media(reply.schema()));
            }
        }
        ObjectNode problem = responses.putObject("default").put("description", "A problem.");
        problem.putObject("content").set(ApiProblem.MEDIA_TYPE, media("Problem"));
    }

    private static ObjectNode media(String schema) {
        ObjectNode media = Json.object();
        if (!schema.isEmpty()) {
            media.putObject("schema").put("$ref", "#/components/schemas/" + schema);
        }
        return media;
    }

    private static ObjectNode schemas() {
        try (InputStream in = Objects.requireNonNull(OpenApi.class.getResourceAsStream(SCHEMAS), SCHEMAS)) {
            return Json.read(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException("the packaged " + SCHEMAS + " could not be read", e);
        }
    }
}
