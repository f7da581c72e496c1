package co.litper.cerebro.adapters.claude;

import co.litper.cerebro.event.ThoughtEnd;
import com.anthropic.errors.AnthropicException;
import com.anthropic.errors.AnthropicInvalidDataException;
import com.anthropic.errors.AnthropicServiceException;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.function.Predicate;

/** What the SDK's exceptions mean. Stateless. */
final class Failures {
    private static final int TOO_MANY = 429;
    private static final int OVERLOADED = 529;
    private static final int UNAVAILABLE = 503;

    /** Causes looked at. */
    private static final int MOST_CAUSES = 8;

    private Failures() {}

    static ThoughtEnd of(AnthropicException e) {
        if (e instanceof AnthropicServiceException told) {
            return of(told.statusCode());
        }
        // OkHttp tells every timeout, and an interrupt, as an interrupted I/O; the SDK may wrap it as data that it
        // could not read.
        if (isCausedBy(e, cause -> cause instanceof InterruptedIOException)) {
            return ThoughtEnd.TIMED_OUT;
        }
        boolean unreadable = e instanceof AnthropicInvalidDataException && !isCausedBy(e, Failures::isConnection);
        return unreadable ? ThoughtEnd.MALFORMED : ThoughtEnd.UNREACHABLE;
    }

    private static boolean isConnection(Throwable cause) {
        return cause instanceof IOException && !(cause instanceof JsonProcessingException);
    }

    private static ThoughtEnd of(int status) {
        return switch (status) {
            case TOO_MANY, OVERLOADED, UNAVAILABLE -> ThoughtEnd.OVERLOADED;
            default -> ThoughtEnd.UNREACHABLE;
        };
    }

    private static boolean isCausedBy(Throwable e, Predicate<Throwable> kind) {
        Throwable cause = e;
        for (int i = 0; i < MOST_CAUSES && cause != null; i++) {
            if (kind.test(cause)) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }
}
