package co.litper.cerebro.server.http;

import co.litper.cerebro.world.Clock;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Browsers that showed a key, or whose reader told name and password: a cookie stands for that from then on, since a page's
 * event stream cannot send headers. What was shown is looked at with each call, so that withdrawing it ends the session. Held in
 * memory: a restart ends them all. Thread-safe.
 */
final class Sessions {
    static final Duration LASTS = Duration.ofHours(12);
    static final int MOST = 1_000;

    private static final int ID_BYTES = 32;

    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, Session> sessions = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Session> eldest) {
            return size() > MOST;
        }
    };

    private record Session(Proof proof, Instant until) {}

    /** Why a session may be. */
    sealed interface Proof {}

    /** This key was shown. */
    record ByKey(String key) implements Proof {
        @Override
        public String toString() {
            return "ByKey";
        }
    }

    /** This user signed in, with the password of this generation. */
    record ByUser(String id, long generation) implements Proof {}

    Sessions(Clock clock) {
        this.clock = clock;
    }

    /** A new session for what was shown and found good; returns the cookie's value. */
    synchronized String begin(Proof proof) {
        byte[] id = new byte[ID_BYTES];
        random.nextBytes(id);
        String cookie = Base64.getUrlEncoder().withoutPadding().encodeToString(id);
        sessions.put(cookie, new Session(proof, clock.now().plus(LASTS)));
        return cookie;
    }

    /** What a cookie stands for. */
    synchronized Optional<Proof> proof(String cookie) {
        Session session = sessions.get(cookie);
        if (session != null && session.until().isBefore(clock.now())) {
            sessions.remove(cookie);
            return Optional.empty();
        }
        return Optional.ofNullable(session).map(Session::proof);
    }

    /** Ends a session. */
    synchronized void end(String cookie) {
        sessions.remove(cookie);
    }
}
