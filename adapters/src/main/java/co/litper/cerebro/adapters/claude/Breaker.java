package co.litper.cerebro.adapters.claude;

import co.litper.cerebro.world.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Leaves a service alone that failed {@value #FAILURES} times in a row: for {@link #PAUSE}, after which one call may try, and
 * the next only when that one succeeded or the pause has passed again. Thread-safe.
 */
final class Breaker {
    static final int FAILURES = 5;

    /** Long enough for a service to come back, short enough for a novedad. */
    static final Duration PAUSE = Duration.ofMinutes(1);

    private final Clock clock;
    private int failures;
    private Instant closedAgainAt = Instant.MIN;

    Breaker(Clock clock) {
        this.clock = clock;
    }

    /** True if a call may be made now. */
    synchronized boolean lets() {
        Instant now = clock.now();
        if (failures < FAILURES) {
            return true;
        }
        if (now.isBefore(closedAgainAt)) {
            return false;
        }
        closedAgainAt = now.plus(PAUSE);
        return true;
    }

    synchronized void succeeded() {
        failures = 0;
    }

    synchronized void failed() {
        failures++;
        closedAgainAt = clock.now().plus(PAUSE);
    }
}
