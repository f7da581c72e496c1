package co.litper.cerebro.learn.replay;

import co.litper.cerebro.learners.offpolicy.Verdict;

/**
 * An estimate with its interval.
 *
 * @param mean the estimate
 * @param low lower end of its interval
 * @param high upper end
 */
public record Span(double mean, double low, double high) {
    static Span of(Verdict.Estimate e) {
        return new Span(e.value(), e.low(), e.high());
    }

    Span reaching(double arm) {
        return new Span(mean, Math.min(low, mean - arm), Math.max(high, mean + arm));
    }

    Span negated() {
        return new Span(-mean, -high, -low);
    }

    /** The same estimate with an interval that holds both. */
    Span covering(Span other) {
        return new Span(mean, Math.min(low, other.low), Math.max(high, other.high));
    }

    /** True if {@code value} lies within. */
    public boolean contains(double value) {
        return low <= value && value <= high;
    }
}
