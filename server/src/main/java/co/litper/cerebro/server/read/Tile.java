package co.litper.cerebro.server.read;

import java.util.List;

/**
 * A key figure with its goal and how it went.
 *
 * @param value over the days shown; unknown where nothing is known
 * @param before the same over as many days before
 * @param missing why there is no value, or none before; {@link Missing#NOTHING} where there is nothing to say
 * @param cases what the value rests on
 * @param trend the value day by day, oldest first; NaN for a day of which nothing is known
 */
public record Tile(Goal goal, Interval value, Interval before, Missing missing, long cases, List<Double> trend) {
    /** Why a figure is not told. */
    public enum Missing {
        NOTHING,
        /** The brain did nothing in these days: what changed is no work of its. */
        BRAIN_DID_NOTHING,
        /** What is known begins too late: of the days before, only what ended fast is known. */
        SHORT_HISTORY
    }

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
