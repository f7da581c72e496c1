package co.litper.cerebro.server.http.route;

import co.litper.cerebro.server.access.Caller;
import co.litper.cerebro.server.text.Language;
import co.litper.cerebro.vocabulary.MerchantId;
import co.litper.cerebro.world.Hash64;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One call, as an endpoint sees it: who calls, what was asked, and how to answer. One thread. */
public final class Call implements AutoCloseable {
    /** Comes with requests for a part of a page. */
    public static final String PART_HEADER = "HX-Request";

    private static final int SEE_OTHER = 303;
    private static final String JSON = "application/json";
    private static final long TAG_SEED = 0x6574616700000001L;

    private final Context context;
    private final Route route;
    private final Caller caller;
    private final String id;
    private final MerchantId standardMerchant;
    private final RequestBody body;

    /**
     * @param id names the call in logs and problems
     * @param standardMerchant whose data a key of all merchants sees if it names none
     */
    public Call(
            Context context, Route route, Caller caller, String id, MerchantId standardMerchant, BodyBudget budget) {
        this.context = context;
        this.route = route;
        this.caller = caller;
        this.id = id;
        this.standardMerchant = standardMerchant;
        this.body = new RequestBody(budget);
    }

    /** Lets go of what the call held. */
    @Override
    public void close() {
        body.release();
    }

    public Caller caller() {
        return caller;
    }

    /** Names the call in logs and problems. */
    public String id() {
        return id;
    }

    /** Where the call comes from. */
    public String address() {
        return context.ip();
    }

    /** A part of the path. */
    public String path(String name) {
        return context.pathParam(name);
    }

    /** A parameter of the query; empty if it is missing or blank. */
    public Optional<String> query(String name) {
        return Optional.ofNullable(context.queryParam(name)).filter(text -> !text.isBlank());
    }

    /** A header of the request. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(context.header(name));
    }

    /** The media type of the body in small letters, without its parameters; empty if none was told. */
    public String mediaType() {
        String told = context.contentType();
        return told == null ? "" : told.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }

    /** Whose data: that of the key, or what a key of all merchants asks for. */
    public MerchantId merchant() {
        Optional<String> asked = query("merchant");
        if (asked.isEmpty()) {
            return caller.merchant().orElse(standardMerchant);
        }
        caller.merchant().filter(own -> !own.value().equals(asked.get())).ifPresent(own -> {
            throw ApiProblem.of(Code.OTHER_MERCHANT, "The key is of merchant " + own + ". Maybe leave `merchant` out.");
        });
        try {
            return new MerchantId(asked.get());
        } catch (IllegalArgumentException e) {
            throw ApiProblem.of(Code.BAD_PARAMETER, "merchant: must have 1 to 64 characters");
        }
    }

    /** Fails unless the caller may see every merchant's. */
    public void requireAllMerchants() {
        caller.merchant().ifPresent(own -> {
            throw ApiProblem.of(
                    Code.OTHER_MERCHANT,
                    "This is of the whole installation, and the key of merchant " + own + " only.");
        });
    }

    /** A whole number of the query. */
    public int number(String name, int least, int most, int standard) {
        Optional<String> told = query(name);
        if (told.isEmpty()) {
            return standard;
        }
        try {
            int number = Integer.parseInt(told.get());
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // told below
        }
        throw ApiProblem.of(Code.BAD_PARAMETER, name + ": must be a whole number from " + least + " to " + most);
    }

    /** Where the page begins, if a cursor was given. */
    public long cursor(String kind, long standard) {
        return query("cursor").map(text -> Cursor.position(kind, text)).orElse(standard);
    }

    /** A moment of the query. */
    public Optional<Instant> instant(String name) {
        return query(name).map(text -> {
            try {
                return Instant.parse(text);
            } catch (DateTimeException e) {
                throw ApiProblem.of(Code.BAD_PARAMETER, name + ": must be a moment such as 2026-03-02T15:00:00Z");
            }
        });
    }

    /** One of some words of the query, whatever its case. */
    public <E extends Enum<E>> Optional<E> word(String name, E[] words) {
        return query(name)
                .map(text -> Arrays.stream(words)
                        .filter(word -> word.name().equalsIgnoreCase(text))
                        .findFirst()
                        .orElseThrow(() -> ApiProblem.of(
                                Code.BAD_PARAMETER,
                                name + ": must be one of "
                                        + Arrays.stream(words).map(Enum::name).collect(Collectors.joining(", ")))));
    }

    /** The language of texts. */
    public Language language() {
        return word("lang", Language.values()).orElse(Language.ES);
    }

    /** The body, of one of the types that the route takes. */
    public byte[] body(int most) throws IOException {
        try (InputStream in = bodyStream(most)) {
            return body.read(in, contentLength(), most);
        }
    }

    /** The body as a stream that ends with a problem beyond {@code most} bytes. */
    public InputStream bodyStream(long most) throws IOException {
        requireType();
        return RequestBody.bounded(
                context.req().getInputStream(), context.header("Content-Encoding"), contentLength(), most);
    }

    /** The body as one JSON object. */
    public ObjectNode object(int most) throws IOException {
        return Json.read(body(most));
    }

    /** The body as the fields of a form. */
    public Form form(int most) throws IOException {
        return Form.read(body(most));
    }

    /** Sends the browser to another page of ours. */
    public void redirect(String path) {
        context.header("Location", path);
        context.status(SEE_OTHER);
    }

    /** True if the call changes something, so that its address is no page to come back to. */
    public boolean changes() {
        return route.changes();
    }

    /** The address of the page that is asked for, query included. */
    public String here() {
        return context.path() + (context.queryString() == null ? "" : "?" + context.queryString());
    }

    /** True if a part of a page is asked for, not a whole one. */
    public boolean wantsPart() {
        return header(PART_HEADER).isPresent();
    }

    private long contentLength() {
        return context.req().getContentLengthLong();
    }

    private void requireType() {
        List<String> taken =
                route.doc().bodies().stream().map(Doc.Content::type).toList();
        if (!taken.contains(mediaType())) {
            throw ApiProblem.of(Code.UNSUPPORTED_TYPE, "Content-Type: must be one of " + String.join(", ", taken));
        }
    }

    /** Answers with JSON; to a question whose answer the caller has already, only with that. */
    public void reply(int status, JsonNode json) {
        byte[] bytes = Json.bytes(json);
        boolean untold = !route.changes() && status == 200 && !context.res().containsHeader("ETag");
        if (!untold || !isUnchanged(Long.toHexString(Hash64.of(TAG_SEED, bytes)))) {
            reply(status, JSON, bytes);
        }
    }

    /** Answers with bytes. */
    public void reply(int status, String type, byte[] bytes) {
        context.status(status).contentType(type).result(bytes);
    }

    /** Answers that all is well, without words. */
    public void done() {
        context.status(204);
    }

    /**
     * Answers with a file that never changes under its address, packed already.
     *
     * @param gzip the same bytes, packed
     */
    public void replyFile(String type, byte[] plain, byte[] gzip) {
        context.disableCompression();
        context.header("Cache-Control", "public, max-age=31536000, immutable");
        context.header("Vary", "Accept-Encoding");
        boolean packed =
                header("Accept-Encoding").orElse("").toLowerCase(Locale.ROOT).contains("gzip");
        if (packed) {
            context.header("Content-Encoding", "gzip");
        }
        reply(200, type, packed ? gzip : plain);
    }

    /** Sets a header of the answer. */
    public void header(String name, String value) {
        if (name.equals("Set-Cookie")) {
            context.res().addHeader(name, value); // each cookie stands in a line of its own
        } else {
            context.header(name, value);
        }
    }

    /**
     * Tells the version of what is asked for; true if the caller has it already, and then the call is answered.
     *
     * @param version changes whenever the answer would
     */
    public boolean isUnchanged(String version) {
        String tag = "W/\"" + version + "\"";
        context.header("ETag", tag);
        context.header("Cache-Control", "private, no-cache");
        String known = context.header("If-None-Match");
        if (known == null
                || !(known.equals("*")
                        || Arrays.asList(known.split("\\s*,\\s*", 100)).contains(tag))) {
            return false;
        }
        context.status(304);
        return true;
    }

    /** A number that differs, as a rule, for calls that ask for something else. */
    public int fingerprint() {
        return Objects.hash(caller.actor(), context.path(), String.valueOf(context.queryString()), header("Accept"));
    }

    /** True if the caller asks for {@code type} and does not name {@code other} before it. */
    public boolean prefers(String type, String other) {
        String accept = context.header("Accept");
        int at = accept == null ? -1 : accept.indexOf(type);
        int otherAt = accept == null ? -1 : accept.indexOf(other);
        return at >= 0 && (otherAt < 0 || at < otherAt);
    }

    /** The answer as a stream that is sent as it is written. */
    public OutputStream stream(String type) throws IOException {
        context.status(200).contentType(type);
        context.disableCompression();
        return context.res().getOutputStream();
    }

    /** A cookie of the request. */
    public @Nullable String cookie(String name) {
        return context.cookie(name);
    }
}
