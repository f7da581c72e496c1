package co.litper.cerebro.adapters.table;

import java.time.Instant;

/**
 * A moment as exactly as the source told it.
 *
 * @param at the moment; with precision DAY the beginning of that day in Bogotá
 * @param precision whether the source told the time of day
 */
public record Dated(Instant at, Precision precision) {

    /** How exactly a source tells a moment. */
    public enum Precision {
        DAY,
        SECOND
    }
}
