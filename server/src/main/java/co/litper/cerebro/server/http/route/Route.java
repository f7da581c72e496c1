package co.litper.cerebro.server.http.route;

import co.litper.cerebro.server.access.Role;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One endpoint: where, for whom, what it does, and what the document tells of it.
 *
 * @param path with {@code {names}} for its parts
 * @param needed the least role, or null if everyone may call
 * @param traits in what it differs from others
 */
public record Route(Method method, String path, @Nullable Role needed, Handler handler, Doc doc, Set<Trait> traits) {
    public Route {
        traits = traits.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(traits));
    }

    /** The methods that endpoints have. */
    public enum Method {
        GET,
        POST,
        PUT,
        DELETE
    }

    /** In what a route differs from others. */
    public enum Trait {
        /** Answers as long as both sides wish: no deadline. */
        ENDLESS,
        /** Recognises a repeat by itself: takes no {@code Idempotency-Key}. */
        KNOWS_REPEATS,
        /** Not counted against the caller's rate: a probe of machines. */
        UNCOUNTED,
        /** Shows personal data to those who may see it, so that reading it is an act too. */
        PERSONAL,
        /** What it does stands in the log of events: no act of its own. */
        IN_THE_LOG,
        /** Parameters of the query are not looked at. */
        ANY_QUERY,
        /** Shown to people: a browser that may not see it is led to the door, and problems are told as pages. */
        PAGE,
        /** Taken from our own pages only, though no cookie speaks for the caller yet. */
        FROM_OWN_PAGE
    }

    /** Serves a call. */
    @FunctionalInterface
    public interface Handler {
        /** @throws ApiProblem to end the call with a problem */
        void serve(Call call) throws Exception;
    }

    /** A GET for callers of at least this role. */
    public static Route get(String path, Role needed, Doc doc, Handler handler) {
        return new Route(Method.GET, path, needed, handler, doc, Set.of());
    }

    /** A POST for callers of at least this role. */
    public static Route post(String path, Role needed, Doc doc, Handler handler) {
        return new Route(Method.POST, path, needed, handler, doc, Set.of());
    }

    /** A PUT for callers of at least this role. */
    public static Route put(String path, Role needed, Doc doc, Handler handler) {
        return new Route(Method.PUT, path, needed, handler, doc, Set.of());
    }

    /** A DELETE for callers of at least this role. */
    public static Route delete(String path, Role needed, Doc doc, Handler handler) {
        return new Route(Method.DELETE, path, needed, handler, doc, Set.of());
    }

    /** A route that everyone may call. */
    public static Route open(Method method, String path, Doc doc, Handler handler) {
        return new Route(method, path, null, handler, doc, Set.of());
    }

    /** This with one more trait. */
    public Route with(Trait trait) {
        Set<Trait> all = EnumSet.of(trait);
        all.addAll(traits);
        return new Route(method, path, needed, handler, doc, all);
    }

    /** True if it has the trait. */
    public boolean is(Trait trait) {
        return traits.contains(trait);
    }

    /** True if it changes something. */
    public boolean changes() {
        return method != Method.GET;
    }
}
