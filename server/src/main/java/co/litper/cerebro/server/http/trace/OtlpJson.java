package co.litper.cerebro.server.http.trace;

import co.litper.cerebro.server.http.route.Json;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Spans as OTLP 1.x writes them in JSON ({@code ExportTraceServiceRequest}). Pure. */
final class OtlpJson {
    private static final int KIND_INTERNAL = 1;
    private static final int KIND_SERVER = 2;
    private static final int STATUS_ERROR = 2;

    private OtlpJson() {}

    static byte[] of(List<Span> spans) {
        ObjectNode root = Json.object();
        ObjectNode resource = root.putArray("resourceSpans").addObject();
        attribute(resource.putObject("resource").putArray("attributes"), "service.name", "cerebro");
        ObjectNode scope = resource.putArray("scopeSpans").addObject();
        scope.putObject("scope").put("name", "co.litper.cerebro");
        ArrayNode told = scope.putArray("spans");
        spans.forEach(span -> span(told.addObject(), span));
        return Json.bytes(root);
    }

    private static void span(ObjectNode json, Span span) {
        json.put("traceId", span.trace).put("spanId", span.id);
        if (!span.parent.isEmpty()) {
            json.put("parentSpanId", span.parent);
        }
        json.put("name", span.name)
                .put("kind", span.call ? KIND_SERVER : KIND_INTERNAL)
                .put("startTimeUnixNano", Long.toString(span.beganEpochNs))
                .put("endTimeUnixNano", Long.toString(span.beganEpochNs + span.tookNs));
        ArrayNode attributes = json.putArray("attributes");
        span.attributes.forEach((key, value) -> attribute(attributes, key, value));
        if (span.failed) {
            json.putObject("status").put("code", STATUS_ERROR);
        }
    }

    private static void attribute(ArrayNode attributes, String key, Object value) {
        ObjectNode held = attributes.addObject().put("key", key).putObject("value");
        if (value instanceof Number number) {
            held.put("intValue", Long.toString(number.longValue()));
        } else {
            held.put("stringValue", value.toString());
        }
    }
}
