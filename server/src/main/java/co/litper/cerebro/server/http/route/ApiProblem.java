package co.litper.cerebro.server.http.route;

import co.litper.cerebro.log.Problem;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Ends a call with a problem in the sense of RFC 9457. An answer, not an error of ours: it carries no stack trace. */
public final class ApiProblem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** The media type of problems. */
    public static final String MEDIA_TYPE = "application/problem+json";

    private final Code code;
    private final int status;
    private final String detail;
    private final transient List<Problem> problems;
    private final transient @Nullable ObjectNode more;
    private final int retryAfterS;

    private ApiProblem(
            Code code,
            int status,
            String detail,
            List<Problem> problems,
            @Nullable ObjectNode more,
            int retryAfterS,
            @Nullable Throwable cause) {
        super(code.wire() + ": " + detail, cause, false, false);
        this.code = code;
        this.status = status;
        this.detail = detail;
        this.problems = List.copyOf(problems);
        this.more = more;
        this.retryAfterS = retryAfterS;
    }

    /** A problem; {@code detail} says what is wrong with this call, then what to try. */
    public static ApiProblem of(Code code, String detail) {
        return new ApiProblem(code, code.status(), detail, List.of(), null, 0, null);
    }

    /** A problem with a cause that stands in our own log only. */
    public static ApiProblem of(Code code, String detail, Throwable cause) {
        return new ApiProblem(code, code.status(), detail, List.of(), null, 0, cause);
    }

    /** A status that the server chose by itself. */
    public static ApiProblem ofStatus(int status, String detail) {
        return new ApiProblem(Code.ofStatus(status), status, detail, List.of(), null, 0, null);
    }

    /** Everything that is wrong with a content, by pointer. */
    public static ApiProblem invalid(List<Problem> problems) {
        String detail = problems.size() == 1 ? "one problem" : problems.size() + " problems";
        return new ApiProblem(Code.INVALID, Code.INVALID.status(), detail, problems, null, 0, null);
    }

    /** This with fields of its own. */
    public ApiProblem with(ObjectNode fields) {
        return new ApiProblem(code, status, detail, problems, fields, retryAfterS, getCause());
    }

    /** This with the time after which another try may succeed; at least a second. */
    public ApiProblem retryAfter(Duration after) {
        int seconds = Math.toIntExact(Math.clamp(after.toSeconds() + (after.getNano() > 0 ? 1 : 0), 1, 86_400));
        return new ApiProblem(code, status, detail, problems, more, seconds, getCause());
    }

    public Code code() {
        return code;
    }

    public int status() {
        return status;
    }

    /** What is wrong with this call. */
    public String detail() {
        return detail;
    }

    /** Seconds for the header {@code Retry-After}, or 0 for none. */
    public int retryAfterS() {
        return retryAfterS;
    }

    /** The body. */
    public ObjectNode json(String request) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("type", "urn:cerebro:problem:" + code.wire());
        json.put("title", code.title());
        json.put("status", status);
        json.put("code", code.wire());
        json.put("detail", detail);
        json.put("instance", "urn:cerebro:request:" + request);
        if (!problems.isEmpty()) {
            json.set("problems", problems(problems));
        }
        if (more != null) {
            json.setAll(more);
        }
        return json;
    }

    /** Problems by pointer. */
    public static ArrayNode problems(List<Problem> problems) {
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        for (Problem problem : problems) {
            all.addObject().put("pointer", problem.pointer()).put("message", problem.message());
        }
        return all;
    }
}
