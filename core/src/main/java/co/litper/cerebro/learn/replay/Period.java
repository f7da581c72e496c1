package co.litper.cerebro.learn.replay;

import java.time.Instant;

/**
 * Which decisions are looked at.
 *
 * @param from the first moment
 * @param to the moment after the last
 */
public record Period(Instant from, Instant to) {
    /** All of the log. */
    public static final Period ALWAYS = new Period(Instant.MIN, Instant.MAX);

    public Period {
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("a period must begin before it ends, this one is " + from + " to " + to);
        }
    }

    boolean contains(long epochMs) {
        Instant at = Instant.ofEpochMilli(epochMs);
        return !at.isBefore(from) && at.isBefore(to);
    }
}
