package co.litper.cerebro.server.http.route;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** Fields of a form, each at most once. Immutable. */
public final class Form {
    /** The media type of a form. */
    public static final String TYPE = "application/x-www-form-urlencoded";

    private static final int MOST_FIELDS = 2_000;

    private final Map<String, String> fields;

    private Form(Map<String, String> fields) {
        this.fields = fields;
    }

    static Form read(byte[] body) {
        Map<String, String> fields = new LinkedHashMap<>();
        String text = new String(body, StandardCharsets.UTF_8);
        for (String pair : text.split("&", MOST_FIELDS)) {
            int equals = pair.indexOf('=');
            if (equals > 0
                    && fields.put(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1))) != null) {
                throw ApiProblem.of(Code.BAD_BODY, "The form has a field twice.");
            }
        }
        return new Form(fields);
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw ApiProblem.of(Code.BAD_BODY, "The form is not percent-encoded.");
        }
    }

    /** A field; empty text if it is missing. */
    public String field(String name) {
        return fields.getOrDefault(name, "");
    }

    /** Fields whose name begins so, by the rest of their name, in the order of the form. */
    public Map<String, String> startingWith(String prefix) {
        Map<String, String> found = new LinkedHashMap<>();
        fields.forEach((name, value) -> {
            if (name.startsWith(prefix)) {
                found.put(name.substring(prefix.length()), value);
            }
        });
        return found;
    }

    /** Hides what was typed. */
    @Override
    public String toString() {
        return "Form" + fields.keySet();
    }
}
