package co.litper.cerebro.server.http.route;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where the next page begins. Opaque to callers.
 *
 * @param kind what is listed, so that a cursor of another list is refused
 * @param position what it means, the list knows
 */
public record Cursor(String kind, long position) {
    private static final Pattern TEXT = Pattern.compile("([a-z]{1,20}):(-?[0-9]{1,18})");

    /** As callers see it. */
    public String text() {
        byte[] told = (kind + ":" + position).getBytes(StandardCharsets.UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(told);
    }

    /**
     * The position in a cursor that a caller gave.
     *
     * @throws ApiProblem if it is not one of this kind
     */
    public static long position(String kind, String text) {
        return decoded(text)
                .map(TEXT::matcher)
                .filter(Matcher::matches)
                .filter(m -> m.group(1).equals(kind))
                .map(m -> Long.parseLong(m.group(2)))
                .orElseThrow(() ->
                        ApiProblem.of(Code.BAD_CURSOR, "cursor: take it from `next` of the same list, unchanged"));
    }

    private static Optional<String> decoded(String text) {
        try {
            return Optional.of(new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
