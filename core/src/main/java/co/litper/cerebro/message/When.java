package co.litper.cerebro.message;

import java.time.LocalDate;

/**
 * A time that a customer names.
 *
 * @param day which day
 * @param fromHour from which hour of the day on, 0 to 23
 * @param untilHour before which hour, 1 to 24, above {@code fromHour}
 */
public record When(LocalDate day, int fromHour, int untilHour) {
    public When {
        if (fromHour < 0 || untilHour > 24 || fromHour >= untilHour) {
            throw new IllegalArgumentException("hours must be 0 to 24 in order, are " + fromHour + " and " + untilHour);
        }
    }
}
