package co.litper.cerebro.adapters.claude;

import co.litper.cerebro.event.ThoughtEnd;
import com.anthropic.errors.AnthropicException;
import com.anthropic.errors.AnthropicInvalidDataException;
import com.anthropic.errors.AnthropicIoException;
import com.anthropic.errors.AnthropicServiceException;
import java.io.InterruptedIOException;

/** What the SDK's exceptions mean. Stateless. */
final class Failures {
    private static final int TOO_MANY = 429;
    private static final int OVERLOADED = 529;
    private static final int UNAVAILABLE = 503;

    /** Causes looked at. */
    private static final int MOST_CAUSES = 8;

    private Failures() {}

    static ThoughtEnd of(AnthropicException e) {
        return switch (e) {
            case AnthropicServiceException s -> of(s.statusCode());
            case AnthropicInvalidDataException _ -> ThoughtEnd.MALFORMED;
            case AnthropicIoException _ -> isTimeout(e) ? ThoughtEnd.TIMED_OUT : ThoughtEnd.UNREACHABLE;
            default -> isTimeout(e) ? ThoughtEnd.TIMED_OUT : ThoughtEnd.UNREACHABLE;
        };
    }

    private static ThoughtEnd of(int status) {
        return switch (status) {
            case TOO_MANY, OVERLOADED, UNAVAILABLE -> ThoughtEnd.OVERLOADED;
            default -> ThoughtEnd.UNREACHABLE;
        };
    }

    /** OkHttp tells every timeout, and an interrupt, as an interrupted I/O. */
    private static boolean isTimeout(Throwable e) {
        Throwable cause = e;
        for (int i = 0; i < MOST_CAUSES && cause != null; i++) {
            if (cause instanceof InterruptedIOException) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }
}
