package co.litper.cerebro.server.config;

import co.litper.cerebro.adapters.holidays.ColombianHolidays;
import java.time.Instant;

/**
 * Whether customers may be contacted.
 *
 * @param open true if now
 * @param next now, or the first moment at which they may
 */
public record ContactHours(boolean open, Instant next) {
    /** As the configuration and the calendar have it at {@code now}. */
    public static ContactHours at(Configuration configuration, Instant now) {
        Instant next = Instant.ofEpochMilli(
                Wiring.contactWindow(configuration, new ColombianHolidays()).applyAsLong(now.toEpochMilli()));
        return new ContactHours(!next.isAfter(now), next);
    }
}
