package co.litper.cerebro.server.http.page;

import co.litper.cerebro.server.http.route.Call;
import co.litper.cerebro.server.http.route.Doc;
import co.litper.cerebro.server.http.route.Route;
import co.litper.cerebro.server.http.route.Strict;
import co.litper.cerebro.world.Hash64;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** The pages that show the API. Each file is named here, so that no address can reach another one. */
public final class PageRoutes {
    private static final String HTML = "text/html";
    private static final String SCRIPT = "text/javascript";
    private static final String STYLE = "text/css";
    private static final String WEBJAR = "/META-INF/resources/webjars/swagger-ui/5.34.1/";
    /** Swagger UI sets styles and draws small pictures by itself. */
    private static final String FOR_SWAGGER =
            Strict.POLICY + "; style-src 'self' 'unsafe-inline'; img-src 'self' data:";

    private static final long SEED = 0x7061676573000001L;

    private PageRoutes() {}

    /** The routes. */
    public static List<Route> all() {
        return List.of(
                file("/api-docs/", "apiDocs", "api-docs.html", HTML, FOR_SWAGGER, "The API, to read and to try."),
                file("/api-docs/start.js", "apiDocsStart", "start.js", SCRIPT, Strict.POLICY, "Its script."),
                file(
                        "/api-docs/swagger-ui-bundle.js",
                        "apiDocsScript",
                        WEBJAR + "swagger-ui-bundle.js",
                        SCRIPT,
                        Strict.POLICY,
                        "Swagger UI."),
                file(
                        "/api-docs/swagger-ui.css",
                        "apiDocsStyle",
                        WEBJAR + "swagger-ui.css",
                        STYLE,
                        Strict.POLICY,
                        "Swagger UI's style."));
    }

    private static Route file(String path, String id, String resource, String type, String policy, String told) {
        Doc doc = Doc.of(id, "Pages", told).gives(200, type, "", "The file.");
        return Route.open(Route.Method.GET, path, doc, call -> serve(call, resource, type, policy))
                .with(Route.Trait.ANY_QUERY);
    }

    private static void serve(Call call, String resource, String type, String policy) {
        byte[] bytes = read(resource);
        call.header("Content-Security-Policy", policy);
        call.header("X-Content-Type-Options", "nosniff");
        call.header("Referrer-Policy", "no-referrer");
        if (!call.isUnchanged(Long.toHexString(Hash64.of(SEED, bytes)))) {
            call.reply(200, type + "; charset=utf-8", bytes);
        }
    }

    private static byte[] read(String resource) {
        try (InputStream in = PageRoutes.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("the packaged " + resource + " is missing. Maybe the jar is damaged.");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("the packaged " + resource + " could not be read", e);
        }
    }
}
