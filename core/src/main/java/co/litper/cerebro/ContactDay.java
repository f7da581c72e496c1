package co.litper.cerebro;

import co.litper.cerebro.world.Clock;
import java.time.Instant;
import java.time.LocalDate;

/** The day, in Bogotá, on which a contact counts. */
final class ContactDay {
    private ContactDay() {}

    /** Days since 1970-01-01. */
    static long of(long epochMs) {
        return LocalDate.ofInstant(Instant.ofEpochMilli(epochMs), Clock.BOGOTA).toEpochDay();
    }
}
