package co.litper.cerebro.server.read;

import java.util.List;

/**
 * A key figure with its goal and how it went.
 *
 * @param value over the days shown; unknown where nothing is known
 * @param before the same over as many days before
 * @param cases what the value rests on
 * @param trend the value day by day, oldest first; NaN for a day of which nothing is known
 */
public record Tile(Goal goal, Interval value, Interval before, long cases, List<Double> trend) {
    public Tile {
        trend = List.copyOf(trend);
    }

    /** True if the goal is reached; false if it is not, if there is none or nothing is known. */
    public boolean isReached() {
        return value.isKnown()
                && Double.isFinite(goal.target())
                && (goal.isMoreBetter() ? value.value() >= goal.target() : value.value() <= goal.target());
    }
}
