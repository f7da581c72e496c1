package co.litper.cerebro.server.http.route;

import java.util.function.BiConsumer;

/** The headers of every page: nothing from elsewhere, no script or style in the page itself, in nobody's frame. */
public final class Strict {
    /** What a page may load. */
    public static final String POLICY =
            "default-src 'self'; img-src 'self' data:; object-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'";

    private Strict() {}

    /** Sets them. */
    public static void apply(BiConsumer<String, String> header) {
        header.accept("Content-Security-Policy", POLICY);
        header.accept("X-Content-Type-Options", "nosniff");
        header.accept("Referrer-Policy", "same-origin");
        header.accept("Cross-Origin-Opener-Policy", "same-origin");
        header.accept("Permissions-Policy", "camera=(), microphone=(), geolocation=()");
    }
}
