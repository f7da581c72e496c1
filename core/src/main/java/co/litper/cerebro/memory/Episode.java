package co.litper.cerebro.memory;

import co.litper.cerebro.vocabulary.MerchantId;
import co.litper.cerebro.vocabulary.Outcome;
import co.litper.cerebro.vocabulary.PersonRef;
import java.time.Instant;
import java.util.List;

/**
 * What happened, what was decided, and what came of it.
 *
 * @param id of the decision, above 0
 * @param merchant whose parcel it was
 * @param person whose it was, or {@link PersonRef#NONE}
 * @param at when its outcome was known, by the clock that the log records
 * @param scene its circumstances
 * @param expected the probability that had been foreseen of its coming late or back, 0 to 1
 * @param outcome what came of it
 * @param late true if it came after its promise
 * @param returned true if it came back
 * @param days days until the parcel's end, or NaN
 * @param cop what the whole parcel was worth, gain or loss in pesos
 * @param events log positions that tell of it, in order: at least one, at most {@value #MAX_EVENTS}
 */
public record Episode(
        long id,
        MerchantId merchant,
        PersonRef person,
        Instant at,
        Scene scene,
        double expected,
        Outcome outcome,
        boolean late,
        boolean returned,
        double days,
        long cop,
        List<Long> events) {
    /** Most events that one memory points to; a fact of many episodes points to its latest. */
    public static final int MAX_EVENTS = 32;

    public Episode {
        events = List.copyOf(events);
        if (id <= 0 || events.isEmpty() || events.size() > MAX_EVENTS) {
            throw new IllegalArgumentException(
                    "episode " + id + " points to " + events.size() + " events, 1 to " + MAX_EVENTS + " are allowed");
        }
        if (!(expected >= 0 && expected <= 1)) {
            throw new IllegalArgumentException("expected must be 0 to 1, is " + expected);
        }
    }

    /** True if it went wrong: late, or back. */
    public boolean wentWrong() {
        return late || returned;
    }
}
