package co.litper.cerebro.server.http.route;

import co.litper.cerebro.server.access.AccessKeys.Admission;

/** Decides who calls, by what was shown. Thread-safe. */
@FunctionalInterface
public interface Gate {
    /**
     * Looks at a key.
     *
     * @param key as it was shown
     * @param address whence, to slow down who guesses
     */
    Admission admit(String key, String address);
}
