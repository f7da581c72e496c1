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
 * Browsers that showed a key: a cookie stands for it from then on, since a page's event stream cannot send headers. The key is
 * held in memory and looked at with each call, so that withdrawing it ends the session. Thread-safe.
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

    private record Session(String key, Instant until) {}

    Sessions(Clock clock) {
        this.clock = clock;
    }

    /** A new session for a key that is known; returns the cookie's value. */
    synchronized String begin(String key) {
        byte[] id = new byte[ID_BYTES];
        random.nextBytes(id);
        String cookie = Base64.getUrlEncoder().withoutPadding().encodeToString(id);
        sessions.put(cookie, new Session(key, clock.now().plus(LASTS)));
        return cookie;
    }

    /** The key that a cookie stands for. */
    synchronized Optional<String> key(String cookie) {
        Session session = sessions.get(cookie);
        if (session != null && session.until().isBefore(clock.now())) {
            sessions.remove(cookie);
            return Optional.empty();
        }
        return Optional.ofNullable(session).map(Session::key);
    }

    /** Ends a session. */
    synchronized void end(String cookie) {
        sessions.remove(cookie);
    }
}
