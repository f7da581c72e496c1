package co.litper.cerebro.learn.improve;

import co.litper.cerebro.learn.replay.Span;
import java.util.Optional;

/**
 * A change of one setting, and what the log says of it.
 *
 * @param change what
 * @param parcels parcels that speak of it
 * @param gain pesos a week, with the interval that the gate asks for; empty if the log cannot tell
 * @param confidence the probability that it helps, 0 to 1; 0 if the log cannot tell
 * @param course what happens to it
 */
public record Opportunity(Change change, long parcels, Optional<Span> gain, double confidence, Course course) {
    Opportunity on(Course other) {
        return new Opportunity(change, parcels, gain, confidence, other);
    }

    double gainPerWeekCop() {
        return gain.map(Span::mean).orElse(Double.NEGATIVE_INFINITY);
    }
}
