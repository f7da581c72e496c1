package co.litper.cerebro.server.worklist;

import java.time.Duration;
import java.time.Instant;

/** How a deadline stands to the present, in the order in which a person should look. */
public enum Urgency {
    /** Passed, but lately: the carrier may not have sent the parcel back yet. */
    OVERDUE,
    /** Still to come. */
    OPEN,
    /** Passed long ago: first ask the carrier whether the parcel is on its way back. */
    LAPSED;

    /** How long after its deadline an answer is still worth a try. An assumption: carriers publish no such figure. */
    public static final Duration GRACE = Duration.ofHours(48);

    static Urgency of(Instant deadline, Instant now) {
        if (now.isBefore(deadline)) {
            return OPEN;
        }
        return now.isBefore(deadline.plus(GRACE)) ? OVERDUE : LAPSED;
    }
}
