package co.litper.cerebro.server.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** One operation of the OpenAPI document. */
public record Operation(String method, String path, JsonNode doc) {
    /** All that the document tells of. */
    public static List<Operation> of(JsonNode document) {
        List<Operation> all = new ArrayList<>();
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(each -> all.add(new Operation(
                                each.getKey().toUpperCase(Locale.ROOT), path.getKey(), each.getValue()))));
        return all;
    }

    /** The least role, or nothing if everyone may call. */
    public String role() {
        return doc.path("x-role").asText("");
    }

    public String id() {
        return doc.path("operationId").asText();
    }

    public boolean isStream() {
        return doc.at("/responses/200/content").has("text/event-stream");
    }

    /** True if it answers with a page for people. */
    public boolean isPage() {
        return doc.at("/responses/200/content").has("text/html");
    }

    /** The types of body that it takes. */
    List<String> types() {
        List<String> types = new ArrayList<>();
        doc.at("/requestBody/content").fieldNames().forEachRemaining(types::add);
        return types;
    }

    /** The schema of a type of body; missing if it is bytes. */
    JsonNode schema(String type) {
        return doc.at("/requestBody/content").path(type).path("schema");
    }

    /** The parameters of a place: path, query or header. */
    List<JsonNode> parameters(String in) {
        List<JsonNode> found = new ArrayList<>();
        doc.path("parameters").forEach(p -> {
            if (p.path("in").asText().equals(in)) {
                found.add(p);
            }
        });
        return found;
    }

    /** The path with these values, percent-encoded already, and examples elsewhere. */
    public String filled(Map<String, String> values) {
        String filled = path;
        for (JsonNode p : parameters("path")) {
            String name = p.path("name").asText();
            filled = filled.replace(
                    "{" + name + "}",
                    values.getOrDefault(name, p.path("example").asText()));
        }
        return filled;
    }
}
