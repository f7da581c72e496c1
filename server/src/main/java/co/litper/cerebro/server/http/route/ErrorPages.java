package co.litper.cerebro.server.http.route;

import co.litper.cerebro.server.access.Caller;
import java.util.Optional;
import java.util.function.Function;

/** Tells people of a problem where programs would get JSON. Thread-safe. */
@FunctionalInterface
public interface ErrorPages {
    /**
     * What was asked, and by whom.
     *
     * @param call its name, for whoever asks an operator about it
     * @param path the address that was asked for, without its query
     * @param part true if a few lines within a page are wanted, false for a whole one
     * @param reader who asked; empty if that is not known
     * @param cookies of the request, by name: what the reader likes
     */
    record Asked(
            String call,
            String path,
            boolean part,
            Optional<Caller> reader,
            Function<String, Optional<String>> cookies) {}

    /** The page, in UTF-8. */
    byte[] page(ApiProblem problem, Asked asked);
}
