package co.litper.cerebro.server.read;

import co.litper.cerebro.world.Clock;
import java.time.Instant;
import java.time.LocalDate;

/** Days as the read tables count them: Bogotá's, from 1970-01-01. Pure. */
final class Days {
    private Days() {}

    /** The day of a moment, epoch milliseconds. */
    static long of(long epochMs) {
        return LocalDate.ofInstant(Instant.ofEpochMilli(epochMs), Clock.BOGOTA).toEpochDay();
    }

    /** The day of {@code now}. */
    static LocalDate today(Instant now) {
        return LocalDate.ofInstant(now, Clock.BOGOTA);
    }
}
