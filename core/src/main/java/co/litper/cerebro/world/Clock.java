package co.litper.cerebro.world;

import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/** Tells the time. Production reads the machine's clock; tests and simulations hand in their own. Thread-safe. */
@FunctionalInterface
public interface Clock {
    /** The zone in which a day begins and ends, in Colombia. It has no daylight saving time. */
    ZoneId BOGOTA = ZoneId.of("America/Bogota");

    /** The present moment. Successive calls may go backwards if the machine's clock is set back. */
    Instant now();

    /** The machine's clock, to the millisecond: finer digits are noise and cost bytes in every event. */
    static Clock system() {
        return () -> Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }

    /** A clock that stands still at {@code instant}. */
    static Clock fixed(Instant instant) {
        return () -> instant;
    }
}
