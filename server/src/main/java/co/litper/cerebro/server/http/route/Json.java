package co.litper.cerebro.server.http.route;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;

/** JSON as strangers may send it: shallow, short, no field twice, nothing behind it. Thread-safe. */
public final class Json {
    /** Objects in objects; the deepest honest body has three. */
    private static final int MAX_NESTING = 16;
    /** Characters of one text or number. */
    private static final int MAX_TEXT = 64 * 1024;

    private static final int MAX_NUMBER = 40;

    /** Splits and reads under these limits. */
    public static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_NESTING)
                    .maxStringLength(MAX_TEXT)
                    .maxNameLength(MAX_TEXT)
                    .maxNumberLength(MAX_NUMBER)
                    .build())
            .build();

    private static final ObjectMapper MAPPER = JsonMapper.builder(FACTORY)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private Json() {}

    /** An empty object. */
    public static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    /**
     * The object that the bytes tell.
     *
     * @throws ApiProblem if they tell none
     */
    public static ObjectNode read(byte[] bytes) {
        try {
            if (MAPPER.readTree(bytes) instanceof ObjectNode object) {
                return object;
            }
        } catch (IOException e) {
            throw ApiProblem.of(
                    Code.BAD_BODY,
                    "The body is not one JSON object. Maybe it was cut off, is nested too deeply, or has a field twice.");
        }
        throw ApiProblem.of(Code.BAD_BODY, "The body must be a JSON object. Maybe it is empty, null or an array.");
    }

    /** The bytes of a tree. */
    public static byte[] bytes(JsonNode tree) {
        try {
            return MAPPER.writeValueAsBytes(tree);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("memory cannot fail", e);
        }
    }
}
