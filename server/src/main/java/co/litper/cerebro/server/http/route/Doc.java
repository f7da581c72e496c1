package co.litper.cerebro.server.http.route;

import java.util.ArrayList;
import java.util.List;

/**
 * What the OpenAPI document tells of a route. A parameter that is not told here is refused, so that the document cannot
 * lag behind. Immutable.
 *
 * @param id the operation's id, stable
 * @param tag the chapter
 * @param summary one sentence
 * @param params parameters in path, query and header
 * @param bodies the media types taken, each with its schema; none for a call without a body
 * @param replies what comes back when all goes well
 */
public record Doc(
        String id, String tag, String summary, List<Param> params, List<Content> bodies, List<Reply> replies) {
    public Doc {
        params = List.copyOf(params);
        bodies = List.copyOf(bodies);
        replies = List.copyOf(replies);
    }

    /** Where a parameter stands. */
    public enum In {
        PATH,
        QUERY,
        HEADER
    }

    /**
     * A parameter.
     *
     * @param schema a schema in JSON, such as {@code {"type":"string"}}
     * @param example a value that is well formed; a fuzzer starts from it
     */
    public record Param(In in, String name, String schema, String example, String told) {}

    /**
     * A body.
     *
     * @param schema the name of a schema of the document, or empty for bytes
     */
    public record Content(String type, String schema) {}

    /** An answer. */
    public record Reply(int status, String type, String schema, String told) {}

    /** A route without parameters. */
    public static Doc of(String id, String tag, String summary) {
        return new Doc(id, tag, summary, List.of(), List.of(), List.of());
    }

    /** With a part of the path. */
    public Doc path(String name, String example, String told) {
        return param(new Param(In.PATH, name, "{\"type\":\"string\",\"maxLength\":200}", example, told));
    }

    /** With a parameter of the query. */
    public Doc query(String name, String schema, String example, String told) {
        return param(new Param(In.QUERY, name, schema, example, told));
    }

    /** With a header of the request. */
    public Doc header(String name, String example, String told) {
        return param(new Param(In.HEADER, name, "{\"type\":\"string\",\"maxLength\":200}", example, told));
    }

    /** With the merchant, which a key of all merchants may choose. */
    public Doc merchant() {
        return query(
                "merchant",
                "{\"type\":\"string\",\"maxLength\":64}",
                "principal",
                "Whose; a key of one merchant may leave it out.");
    }

    /** With pages. */
    public Doc pages(int standard, int most) {
        return query(
                        "limit",
                        "{\"type\":\"integer\",\"minimum\":1,\"maximum\":" + most + ",\"default\":" + standard + "}",
                        "10",
                        "At most so many.")
                .query("cursor", "{\"type\":\"string\",\"maxLength\":200}", "", "From a former answer's `next`.");
    }

    /** With the language of texts. */
    public Doc language() {
        return query(
                "lang",
                "{\"type\":\"string\",\"enum\":[\"es\",\"en\"],\"default\":\"es\"}",
                "en",
                "Language of texts.");
    }

    private Doc param(Param more) {
        List<Param> all = new ArrayList<>(params);
        all.add(more);
        return new Doc(id, tag, summary, all, bodies, replies);
    }

    /** With a body of JSON. */
    public Doc takes(String schema) {
        return takes("application/json", schema);
    }

    /** With a body of this type, beside those told before. */
    public Doc takes(String type, String schema) {
        List<Content> all = new ArrayList<>(bodies);
        all.add(new Content(type, schema));
        return new Doc(id, tag, summary, params, all, replies);
    }

    /** With an answer of JSON. */
    public Doc gives(int status, String schema, String told) {
        return gives(status, "application/json", schema, told);
    }

    /** With an answer of this type. */
    public Doc gives(int status, String type, String schema, String told) {
        List<Reply> all = new ArrayList<>(replies);
        all.add(new Reply(status, type, schema, told));
        return new Doc(id, tag, summary, params, bodies, all);
    }
}
