package co.litper.cerebro.server.http.api;

import co.litper.cerebro.log.Envelope;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The answers given lately, so that an event that is sent again gets the same one. Holds {@link #MOST}, the oldest going first;
 * beyond that a repeat is told to be one, without its decisions. Thread-safe.
 */
final class RecentAnswers {
    /** About two kilobytes each. */
    static final int MOST = 10_000;

    private final Map<String, Told.Recorded> answers = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Told.Recorded> eldest) {
            return size() > MOST;
        }
    };

    synchronized void note(Envelope e, Told.Recorded answer) {
        answers.put(name(e), answer);
    }

    synchronized Optional<Told.Recorded> find(Envelope e) {
        return Optional.ofNullable(answers.get(name(e)));
    }

    private static String name(Envelope e) {
        return e.merchant().value() + "\n" + e.source() + "\n" + e.id();
    }
}
