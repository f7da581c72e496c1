package co.litper.cerebro.learners.search;

import java.util.SortedMap;

/**
 * A point and what came of it.
 *
 * @param number from 0, in the order of asking
 * @param loss of a finished trial, the last reported of one given up, NaN of others
 * @param reports loss by step
 */
public record Trial(int number, Point point, State state, double loss, SortedMap<Integer, Double> reports) {
    /** Where a trial stands. */
    public enum State {
        /** Asked for, its loss not told yet. */
        OPEN,
        /** Its loss is told. */
        FINISHED,
        /** Given up on its way. */
        PRUNED,
        /** Ended without a loss. */
        FAILED
    }
}
