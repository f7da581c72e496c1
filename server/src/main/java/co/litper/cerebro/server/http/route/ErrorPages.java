package co.litper.cerebro.server.http.route;

import java.util.Optional;
import java.util.function.Function;

/** Tells people of a problem where programs would get JSON. Thread-safe. */
@FunctionalInterface
public interface ErrorPages {
    /**
     * The page, in UTF-8.
     *
     * @param call names the call, for whoever asks an operator about it
     * @param part true for a few lines within a page, false for a whole one
     * @param cookies of the request, by name: what the reader likes
     */
    byte[] page(ApiProblem problem, String call, boolean part, Function<String, Optional<String>> cookies);
}
