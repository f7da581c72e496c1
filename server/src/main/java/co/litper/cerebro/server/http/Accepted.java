package co.litper.cerebro.server.http;

import co.litper.cerebro.server.http.route.ApiProblem;
import co.litper.cerebro.server.http.route.Doc;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Holds the types that a caller accepts against those that can be given. Pure. */
final class Accepted {
    private static final int MOST_RANGES = 50;

    private Accepted() {}

    /** True if one of the answers can be given, or none has a body. */
    static boolean any(@Nullable String accept, List<Doc.Reply> replies) {
        boolean silent = replies.stream().allMatch(r -> r.type().isEmpty());
        if (accept == null || accept.isBlank() || silent) {
            return true;
        }
        for (String range : accept.split(",", MOST_RANGES)) {
            String[] parts = range.toLowerCase(Locale.ROOT).split(";", 8);
            if (!refused(parts) && fits(parts[0].strip(), replies)) {
                return true;
            }
        }
        return false;
    }

    private static boolean refused(String[] parts) {
        for (int i = 1; i < parts.length; i++) {
            if (parts[i].strip().matches("q=0(\\.0*)?")) {
                return true;
            }
        }
        return false;
    }

    private static boolean fits(String range, List<Doc.Reply> replies) {
        if (range.equals("*/*") || range.equals(ApiProblem.MEDIA_TYPE)) {
            return true;
        }
        for (Doc.Reply reply : replies) {
            String type = reply.type();
            boolean whole = range.endsWith("/*") && type.startsWith(range.substring(0, range.length() - 1));
            if (whole || type.equals(range)) {
                return true;
            }
        }
        return false;
    }
}
