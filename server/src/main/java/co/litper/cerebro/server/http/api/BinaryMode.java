package co.litper.cerebro.server.http.api;

import co.litper.cerebro.server.http.route.ApiProblem;
import co.litper.cerebro.server.http.route.Call;
import co.litper.cerebro.server.http.route.Code;
import co.litper.cerebro.server.http.route.Json;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** CloudEvents in binary mode: attributes as {@code ce-…} headers, percent-encoded where need be, the data as the body. */
final class BinaryMode {
    private static final List<String> ATTRIBUTES = List.of(
            "specversion",
            "id",
            "source",
            "type",
            "subject",
            "time",
            "dataschema",
            "merchantid",
            "correlationid",
            "causationid",
            "priority",
            "timeprecision");

    private BinaryMode() {}

    /** The same event in structured mode. */
    static byte[] structured(Call call, byte[] data) {
        if (!call.mediaType().equals(EventRoutes.PLAIN)) {
            throw ApiProblem.of(Code.UNSUPPORTED_TYPE, "In binary mode the data must be application/json.");
        }
        ObjectNode event = Json.object();
        for (String attribute : ATTRIBUTES) {
            call.header("ce-" + attribute).ifPresent(text -> event.put(attribute, decoded(text)));
        }
        event.set("data", Json.read(data));
        return Json.bytes(event);
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw ApiProblem.of(Code.BAD_PARAMETER, "a ce- header is not percent-encoded as it should be");
        }
    }
}
