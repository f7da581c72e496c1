package co.litper.cerebro.learners.inference;

import org.apache.commons.statistics.distribution.NormalDistribution;

/** How large and how long an experiment must be: two equal groups, two-sided test, normal approximation. Pure functions. */
public final class Power {
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    private Power() {}

    /**
     * Units a group that find a difference of means.
     *
     * @param difference to be found, not 0, in the metric's unit
     * @param deviation standard deviation of the metric, above 0
     * @param level false positives borne, such as .05
     * @param power chance to find it, such as .8
     */
    public static long unitsForMeans(double difference, double deviation, double level, double power) {
        double ratio = quantiles(level, power) * deviation / difference;
        return units(2 * ratio * ratio);
    }

    /** Units a group that find a rise or fall of a rate from {@code from} to {@code to}; level and power as for means. */
    public static long unitsForRates(double from, double to, double level, double power) {
        if (!(from > 0 && from < 1 && to > 0 && to < 1 && from != to)) {
            throw new IllegalArgumentException("rates must differ and be between 0 and 1, are " + from + ", " + to);
        }
        double ratio = quantiles(level, power) / (to - from);
        return units(ratio * ratio * (from * (1 - from) + to * (1 - to)));
    }

    /** Smallest difference of means that {@code units} a group find with {@code power}. */
    public static double detectable(long units, double deviation, double level, double power) {
        if (units < 1 || !(deviation >= 0)) {
            throw new IllegalArgumentException(
                    "units must be at least 1 and deviation 0 or more, are " + units + ", " + deviation);
        }
        return quantiles(level, power) * deviation * Math.sqrt(2.0 / units);
    }

    /** Days until both groups have {@code units}, when {@code perDay} units come for both together. */
    public static long days(long units, double perDay) {
        if (units < 0 || !(perDay > 0)) {
            throw new IllegalArgumentException(
                    "units must be 0 or more and perDay above 0, are " + units + ", " + perDay);
        }
        return (long) Math.ceil(2 * units / perDay);
    }

    private static double quantiles(double level, double power) {
        Comparison.checkCoverage(level);
        Comparison.checkCoverage(power);
        return NORMAL.inverseSurvivalProbability(level / 2) + NORMAL.inverseCumulativeProbability(power);
    }

    private static long units(double exact) {
        if (!(exact > 0 && exact < Long.MAX_VALUE)) {
            throw new IllegalArgumentException(
                    "difference and deviation must be other than 0: " + exact + " units wanted");
        }
        return (long) Math.ceil(exact);
    }
}
