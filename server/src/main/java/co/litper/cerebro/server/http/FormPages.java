package co.litper.cerebro.server.http;

import co.litper.cerebro.server.http.route.OwnPath;
import co.litper.cerebro.server.http.route.Route;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Leads a browser that asks for the address of a form, as one does that loads a page again after pressing a button, to the page
 * that has the form. Thread-safe. O(pages · length of the path).
 */
final class FormPages {
    private static final int METHOD_NOT_ALLOWED = 405;
    private static final int SEE_OTHER = 303;
    private static final Pattern PART = Pattern.compile("\\{[^}]*}");

    private final List<Pattern> pages;

    FormPages(List<Route> routes) {
        this.pages = routes.stream()
                .filter(route -> route.is(Route.Trait.PAGE) && !route.changes() && !route.is(Route.Trait.ENDLESS))
                .map(route -> Pattern.compile(PART.matcher(route.path()).replaceAll("[^/]+")))
                .toList();
    }

    /** Sends a browser to the page above an address that takes forms only; false if this is no such question. */
    boolean leadBack(Context context, int status) {
        if (status != METHOD_NOT_ALLOWED || context.method() != HandlerType.GET || !Problems.isBrowser(context)) {
            return false;
        }
        context.header(
                "Location",
                OwnPath.orFirstPage(above(context.req().getRequestURI()).orElse("/")));
        context.status(SEE_OTHER);
        return true;
    }

    /** The longest address above this one that is a page. */
    private Optional<String> above(String path) {
        for (int end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1)) {
            String shorter = path.substring(0, end);
            if (pages.stream().anyMatch(page -> page.matcher(shorter).matches())) {
                return Optional.of(shorter);
            }
        }
        return Optional.empty();
    }
}
