package co.litper.cerebro.server.http.trace;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a caller told of its own trace (W3C Trace Context, level 1).
 *
 * @param trace 32 hexadecimal digits, not all zero
 * @param span 16 hexadecimal digits, not all zero
 * @param sampled true if the caller keeps the trace
 */
record TraceParent(String trace, String span, boolean sampled) {
    private static final Pattern FORM =
            Pattern.compile("(?!ff)[0-9a-f]{2}-(?!0{32})([0-9a-f]{32})-(?!0{16})([0-9a-f]{16})-([0-9a-f]{2})(-.*)?");

    /** Longer headers are none of ours. */
    private static final int LONGEST = 200;

    /** What a header tells; empty if it is missing or malformed, which begins a new trace. */
    static Optional<TraceParent> parse(@Nullable String header) {
        if (header == null || header.length() > LONGEST) {
            return Optional.empty();
        }
        Matcher matcher = FORM.matcher(header.strip());
        return matcher.matches()
                ? Optional.of(new TraceParent(
                        matcher.group(1), matcher.group(2), (Integer.parseInt(matcher.group(3), 16) & 1) == 1))
                : Optional.empty();
    }
}
