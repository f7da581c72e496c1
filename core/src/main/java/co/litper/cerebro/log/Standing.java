package co.litper.cerebro.log;

import java.time.Duration;
import java.time.Instant;

/** Whether an event may still move the world. */
public enum Standing {
    /** Fresh: decisions may have effects. */
    LIVE,
    /**
     * Older than 48 hours when it came in, or part of a first import: decided in observe mode, learned from, effects
     * impossible.
     */
    HISTORICAL;

    /** How old an event may be when it comes in and still move the world. */
    public static final Duration LIVE_FOR = Duration.ofHours(48);

    /**
     * The standing of an event from outside.
     *
     * @param validAt when it happened
     * @param recordedAt when it came in
     * @param firstImport true if it belongs to a merchant's first import, which is history whatever its age
     */
    public static Standing of(Instant validAt, Instant recordedAt, boolean firstImport) {
        return firstImport || validAt.isBefore(recordedAt.minus(LIVE_FOR)) ? HISTORICAL : LIVE;
    }
}
