package co.litper.cerebro.server.http.route;

import java.time.Duration;

/** Decides who calls, by what was shown. Thread-safe. */
public interface Gate {
    /**
     * Looks at a key.
     *
     * @param key as it was shown
     * @param address whence, to slow down who guesses
     */
    Verdict byKey(String key, String address);

    /** What the gate says. */
    sealed interface Verdict {}

    /** Come in. */
    record Known(Caller caller) implements Verdict {}

    /** No such key. */
    record Unknown() implements Verdict {}

    /** Too many wrong keys came from there. */
    record Slowed(Duration retryAfter) implements Verdict {}
}
