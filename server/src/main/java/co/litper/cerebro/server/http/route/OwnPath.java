package co.litper.cerebro.server.http.route;

import java.util.regex.Pattern;

/** Where a browser may be sent: an address within this service, so that no form leads people elsewhere. */
public final class OwnPath {
    private static final Pattern SAFE = Pattern.compile("/(?![/\\\\])[A-Za-z0-9/._~%?&=:+,@-]{0,500}");

    private OwnPath() {}

    /** The path with its query if it stays within this service, else the first page. */
    public static String orFirstPage(String path) {
        return SAFE.matcher(path).matches() ? path : "/";
    }
}
