package co.litper.cerebro.server.http;

import co.litper.cerebro.host.UndecidableEventException;
import co.litper.cerebro.log.StoreException;
import co.litper.cerebro.server.access.Caller;
import co.litper.cerebro.server.http.observe.ServiceLog;
import co.litper.cerebro.server.http.observe.Trouble;
import co.litper.cerebro.server.http.route.ApiProblem;
import co.litper.cerebro.server.http.route.Call;
import co.litper.cerebro.server.http.route.Code;
import co.litper.cerebro.server.http.route.ErrorPages;
import co.litper.cerebro.server.http.route.Json;
import co.litper.cerebro.server.http.route.OwnPath;
import co.litper.cerebro.server.http.route.Strict;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpResponseException;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpException;

/** Answers with problems, whatever went wrong, and names calls. Thread-safe. */
final class Problems {
    /** A body that is larger is not worth reading for the sake of its answer. */
    private static final int DRAINED_BYTES = 1 << 20;

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    private static final Duration TRY_AGAIN = Duration.ofSeconds(2);

    private final String run;
    private static final int SEE_OTHER = 303;

    private final Trouble trouble;
    private final ErrorPages pages;
    private final Function<Context, Optional<Caller>> readers;
    private final AtomicLong calls = new AtomicLong();

    /**
     * @param run tells the calls of this process from those of another
     * @param trouble told when the store fails
     * @param pages tell people
     * @param readers tells who reads the answer to a request
     */
    Problems(String run, Trouble trouble, ErrorPages pages, Function<Context, Optional<Caller>> readers) {
        this.run = run;
        this.trouble = trouble;
        this.pages = pages;
        this.readers = readers;
    }

    /** The name of a call: the one that came with it, or a new one; the answer tells it too. */
    String nameCall(Context context) {
        String given = context.header("X-Request-Id");
        String name = given != null && NAME.matcher(given).matches()
                ? given
                : run + "-" + Long.toString(calls.incrementAndGet(), Character.MAX_RADIX);
        context.header("X-Request-Id", name);
        return name;
    }

    /**
     * Answers with what went wrong.
     *
     * @param people true if people asked, as far as the route tells: a browser gets a page
     */
    void answer(Context context, String id, Throwable e, boolean people) {
        ApiProblem problem = problem(e);
        if (problem.code() == Code.DISK_FULL || problem.code() == Code.UNAVAILABLE) {
            trouble.met(problem.code().wire());
        }
        if (problem.status() >= 500) {
            ServiceLog.failed(id, problem.code(), e);
        }
        if (context.res().isCommitted()) {
            return; // a stream that broke off: its end tells the caller
        }
        if (problem.code() == Code.NO_KEY || problem.code() == Code.UNKNOWN_KEY) {
            context.header("WWW-Authenticate", "Bearer");
        }
        if (problem.retryAfterS() > 0) {
            context.header("Retry-After", Integer.toString(problem.retryAfterS()));
        }
        if (problem.code() == Code.TOO_LARGE || problem.code() == Code.TOO_SLOW) {
            context.header("Connection", "close"); // the rest of the body is not read
        }
        if (problem.code() == Code.TOO_LARGE) {
            drain(context);
        }
        context.header("Cache-Control", "no-store");
        if (people && isBrowser(context)) {
            answerPeople(context, id, problem);
            return;
        }
        context.status(problem.status()).contentType(ApiProblem.MEDIA_TYPE).result(Json.bytes(problem.json(id)));
    }

    private static boolean isPart(Context context) {
        return context.header(Call.PART_HEADER) != null;
    }

    static boolean isBrowser(Context context) {
        String accept = context.header("Accept");
        return isPart(context) || (accept != null && accept.contains("text/html"));
    }

    private void answerPeople(Context context, String id, ApiProblem problem) {
        boolean outside = problem.code() == Code.NO_KEY || problem.code() == Code.UNKNOWN_KEY;
        boolean part = isPart(context);
        if (outside) {
            String query = context.queryString() == null ? "" : "?" + context.queryString();
            String back =
                    context.method() == HandlerType.GET && !part ? OwnPath.orFirstPage(context.path() + query) : "/";
            String door = "/login?next=" + URLEncoder.encode(back, StandardCharsets.UTF_8);
            context.removeCookie(Doorkeeper.COOKIE);
            context.res().setHeader("WWW-Authenticate", null);
            context.header(part ? "HX-Redirect" : "Location", door);
            context.status(part ? problem.status() : SEE_OTHER);
            return;
        }
        byte[] page = pages.page(
                problem,
                new ErrorPages.Asked(
                        id,
                        context.path(),
                        part,
                        readers.apply(context),
                        name -> Optional.ofNullable(context.cookie(name))));
        Strict.apply(context::header);
        context.status(problem.status()).contentType("text/html; charset=utf-8").result(page);
    }

    /**
     * Reads a body that is a little too large to its end: a connection that is closed over unread bytes is reset, and the
     * caller would see that instead of the answer.
     */
    private static void drain(Context context) {
        if (context.req().getContentLengthLong() > DRAINED_BYTES) {
            return;
        }
        try {
            context.req().getInputStream().skipNBytes(DRAINED_BYTES);
        } catch (IOException | RuntimeException e) {
            // It ended, or came too slowly: there is nobody to tell but the caller, who is told.
        }
    }

    private static ApiProblem problem(Throwable e) {
        return switch (e) {
            case ApiProblem known -> known;
            case ExecutionException wrapped when wrapped.getCause() != null -> problem(wrapped.getCause());
            case UndecidableEventException undecidable ->
                ApiProblem.of(Code.UNDECIDABLE, "Keep the event and send it again after an update.", undecidable);
            case StoreException store -> store(store);
            case InterruptedException late -> ApiProblem.of(Code.TOO_LATE, "It took too long and was given up.", late);
            case HttpException http -> ApiProblem.ofStatus(http.getCode(), "The request could not be read.");
            case HttpResponseException own -> ApiProblem.ofStatus(own.getStatus(), told(own.getStatus()));
            default -> ApiProblem.of(Code.INTERNAL, "The operator finds more under this call's name.", e);
        };
    }

    private static ApiProblem store(StoreException e) {
        return e.kind() == StoreException.Kind.FULL
                ? ApiProblem.of(Code.DISK_FULL, "Nothing was taken. The operator must make room.", e)
                        .retryAfter(TRY_AGAIN)
                : ApiProblem.of(Code.UNAVAILABLE, "Nothing was taken. The store does not answer; try again.", e)
                        .retryAfter(TRY_AGAIN);
    }

    /** What a status that the server chose means. */
    static String told(int status) {
        return switch (status) {
            case 404 -> "Maybe the path is misspelt; /openapi.json lists every one.";
            case 405 -> "The header Allow lists the methods known here.";
            default -> "The request was refused before anything looked at it.";
        };
    }
}
