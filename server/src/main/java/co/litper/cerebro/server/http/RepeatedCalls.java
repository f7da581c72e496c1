package co.litper.cerebro.server.http;

import co.litper.cerebro.server.http.route.ApiProblem;
import co.litper.cerebro.server.http.route.Code;
import co.litper.cerebro.world.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Answers of calls with an {@code Idempotency-Key}, so that a call that is sent again is not done again. Kept in memory for
 * {@link #KEPT}, at most {@link #MOST}, the oldest going first; a restart forgets them. Thread-safe.
 */
final class RepeatedCalls {
    static final Duration KEPT = Duration.ofHours(24);
    static final int MOST = 10_000;
    /** Bytes of an answer that is kept; a longer one is not, and its repeat is done again. */
    static final int MOST_BYTES = 16 * 1024;

    private final Clock clock;
    private final Map<String, Known> known = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Known> eldest) {
            return size() > MOST;
        }
    };

    /** An answer that was given. */
    @SuppressWarnings("ArrayRecordComponent") // bytes are handed through, never compared
    record Answer(
            int status, String type, byte[] body, @Nullable String location) {}

    private record Known(
            String what, Instant since, @Nullable Answer answer) {}

    RepeatedCalls(Clock clock) {
        this.clock = clock;
    }

    /**
     * The answer to the same call, if it was made before; otherwise the call is noted as running.
     *
     * @param key of the caller, with the caller's own
     * @param what method, path and query of the call
     */
    synchronized Optional<Answer> begin(String key, String what) {
        Known before = known.get(key);
        if (before == null || before.since().plus(KEPT).isBefore(clock.now())) {
            known.remove(key);
            known.put(key, new Known(what, clock.now(), null));
            return Optional.empty();
        }
        if (!before.what().equals(what)) {
            throw ApiProblem.of(Code.KEY_REUSED, "The Idempotency-Key was used for " + before.what());
        }
        if (before.answer() == null) {
            throw ApiProblem.of(Code.STILL_RUNNING, "The first call with this Idempotency-Key has no answer yet.")
                    .retryAfter(Duration.ofSeconds(1));
        }
        return Optional.of(before.answer());
    }

    /** The call is over. Only what was done is kept: who failed may try again. */
    synchronized void end(String key, Answer answer) {
        Known before = known.get(key);
        if (before == null) {
            return;
        }
        if (answer.status() < 300 && answer.body().length <= MOST_BYTES) {
            known.put(key, new Known(before.what(), before.since(), answer));
        } else {
            known.remove(key);
        }
    }
}
